import type { JSX } from 'preact'
import { useRef } from 'preact/hooks'

import { showToast } from '../store/chats.ts'
import { go } from '../store/connection.ts'
import { texts } from '../store/settings.ts'
import type { AttachedFile } from '../store/types.ts'
import { Icon } from '../ui/icons.tsx'
import { usePhone } from './context.ts'
import type { PhoneScope } from './context.ts'
import { perform, stopsOffline } from './do.ts'
import { typedMarks } from './typed-marks.ts'

/** Bytes: what a bot may download. */
const MAX_FILE = 20 * 1024 * 1024

interface AttachProps {
  /** What is typed already stands below what is attached. */
  caption: string
  onSent(): void
}

export function AttachButton({ caption, onSent }: AttachProps): JSX.Element {
  const phone = usePhone()
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <button
        type="button"
        class="field-button"
        aria-label={texts.value.chat.attach}
        onClick={() => {
          if (!stopsOffline(phone)) input.current?.click()
        }}
      >
        <Icon name="clip" />
      </button>
      <input
        ref={input}
        type="file"
        multiple
        class="visually-hidden"
        tabIndex={-1}
        aria-hidden="true"
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])]
          event.currentTarget.value = ''
          if (files.length > 0) go(send(phone, files, caption, onSent))
        }}
      />
    </>
  )
}

/** One file by itself, several as an album; what was typed stays where they were refused. */
async function send(
  { chat }: PhoneScope,
  files: readonly File[],
  typed: string,
  onSent: () => void,
): Promise<void> {
  if (files.some(({ size }) => size > MAX_FILE)) {
    showToast(chat, texts.peek().chat.tooBig)
    return
  }
  const attached = await Promise.all(files.map(attachedFile))
  const [first, ...others] = attached
  if (first === undefined) return
  const { text, entities } = typedMarks(typed.trim())
  if (text !== '') first.caption = text
  if (entities !== undefined) first.captionEntities = entities
  const done = await perform(
    chat,
    others.length === 0 ? { action: 'file', ...first } : { action: 'album', files: attached },
  )
  if (done) onSent()
}

async function attachedFile(file: File): Promise<AttachedFile> {
  return {
    kind: kindOf(file.type),
    fileName: file.name,
    mimeType: file.type || 'application/octet-stream',
    content: await base64(file),
  }
}

function kindOf(mimeType: string): AttachedFile['kind'] {
  if (/^image\/(?:png|jpeg)$/u.test(mimeType)) return 'photo'
  return mimeType === 'video/mp4' ? 'video' : 'document'
}

async function base64(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  let text = ''
  // In pieces: a call takes only so many arguments.
  for (let at = 0; at < bytes.length; at += 32_768) {
    text += String.fromCharCode(...bytes.subarray(at, at + 32_768))
  }
  return btoa(text)
}
