import type { JSX } from 'preact'

import { fileAddress } from '../store/api.ts'
import { texts } from '../store/settings.ts'
import type { PhoneMedia, PhoneMessage } from '../store/types.ts'
import { sizeText } from '../ui/format.ts'
import { Icon } from '../ui/icons.tsx'
import { usePhone } from './context.ts'

/** The largest picture within a bubble, pixels. */
const MAX_WIDTH = 300
const MAX_HEIGHT = 340

export function Media({ message }: { message: PhoneMessage }): JSX.Element | null {
  const { media } = message
  if (media === undefined) return null
  const source = fileAddress(media.fileId)
  switch (media.kind) {
    case 'photo':
      return <Photo message={message} media={media} />
    case 'animation':
    case 'video':
      return <video class="video" src={source} controls preload="metadata" />
    case 'voice':
    case 'audio':
      return <audio class="audio" src={source} controls preload="none" />
    case 'document':
      return <Document media={media} source={source} />
  }
}

export function Photo({
  message,
  media,
}: {
  message: PhoneMessage
  media: PhoneMedia
}): JSX.Element {
  const { overlay } = usePhone()
  const { width = MAX_WIDTH, height = MAX_HEIGHT } = media
  const scale = Math.min(1, MAX_WIDTH / width, MAX_HEIGHT / height)
  return (
    <button
      type="button"
      class="photo"
      aria-label={texts.value.chat.enlarge}
      onClick={() => {
        overlay.value = { kind: 'picture', message }
      }}
    >
      <img
        src={fileAddress(media.fileId)}
        alt={message.text === '' ? texts.value.chat.photo : message.text}
        width={Math.round(width * scale)}
        height={Math.round(height * scale)}
        loading="lazy"
        decoding="async"
      />
    </button>
  )
}

function Document({ media, source }: { media: PhoneMedia; source: string }): JSX.Element {
  const name = media.fileName ?? texts.value.chat.unnamed
  const ending = /\.([a-z0-9]{1,4})$/iu.exec(name)?.[1]
  return (
    <a class="document" href={source} download={name}>
      <span class="document-icon">{ending ?? <Icon name="file" />}</span>
      <span class="document-words">
        <span class="document-name">{name}</span>
        {media.size !== undefined && <span class="document-size">{sizeText(media.size)}</span>}
      </span>
    </a>
  )
}
