import type { JSX } from 'preact'

import { people, nameOf } from '../store/people.ts'
import { bot } from '../store/bot.ts'
import { texts } from '../store/settings.ts'
import type { PhoneMessage } from '../store/types.ts'
import { timeText } from '../ui/format.ts'
import { Icon } from '../ui/icons.tsx'
import { usePhone } from './context.ts'
import { InlineKeyboard } from './inline-keyboard.tsx'
import { Media, Photo } from './media.tsx'
import { Poll } from './poll.tsx'
import { Reactions } from './reactions.tsx'
import { RichText } from './rich-text.tsx'

interface BubbleProps {
  message: PhoneMessage
  album: readonly PhoneMessage[]
  first: boolean
  last: boolean
}

export function Bubble({ message, album, first, last }: BubbleProps): JSX.Element {
  const { overlay } = usePhone()
  const { chat: words } = texts.value
  const { poll } = message
  const attached = [message, ...album]
  // An album is told about by whichever of its pictures has a caption.
  const { text, entities } = attached.find((one) => one.text !== '') ?? message
  const pictures = attached.every(({ media }) => media?.kind === 'photo' || media?.kind === 'video')
  const shape = [
    'message',
    message.fromBot ? 'in' : 'out',
    first ? 'first' : '',
    last ? 'last' : '',
    pictures ? 'with-picture' : '',
    pictures && text === '' ? 'bare' : '',
    poll === undefined ? '' : 'with-poll',
  ]
  const showActions = (): void => {
    overlay.value = { kind: 'actions', message }
  }
  return (
    <article
      class={shape.join(' ')}
      data-message={message.id}
      aria-label={message.fromBot ? (bot.value?.name ?? words.mentionBot) : words.you}
    >
      <div
        class="bubble"
        onContextMenu={(event) => {
          event.preventDefault()
          showActions()
        }}
      >
        {message.forwardedFrom !== undefined && (
          <p class="forwarded">{words.forwarded(message.forwardedFrom)}</p>
        )}
        {message.replyTo !== undefined && <Quote id={message.replyTo} />}
        <Attached messages={attached} />
        {poll !== undefined && <Poll message={message} poll={poll} />}
        {text !== '' && (
          <div class="text" dir="auto">
            <RichText text={text} entities={entities} />
          </div>
        )}
        <Meta message={message} />
        <Reactions message={message} />
        <button type="button" class="bubble-more" aria-label={words.actions} onClick={showActions}>
          <Icon name="more" size={16} />
        </button>
      </div>
      <InlineKeyboard message={message} />
    </article>
  )
}

/** Pictures of an album stand side by side, anything else below each other. */
function Attached({ messages }: { messages: readonly PhoneMessage[] }): JSX.Element {
  const pictures = messages.length > 1 && messages.every(({ media }) => media?.kind === 'photo')
  if (!pictures) {
    return (
      <>
        {messages.map((one) => (
          <Media key={one.id} message={one} />
        ))}
      </>
    )
  }
  return (
    <div class="album">
      {messages.map((one) => one.media && <Photo key={one.id} message={one} media={one.media} />)}
    </div>
  )
}

/** Time and marks in the corner of a bubble. */
function Meta({ message }: { message: PhoneMessage }): JSX.Element {
  const { chat: words } = texts.value
  return (
    <span class="meta">
      {message.silent && (
        <span class="meta-mark" role="img" aria-label={words.silent} title={words.silent}>
          <Icon name="bellOff" size={13} />
        </span>
      )}
      {message.editDate !== undefined && <span>{words.edited}</span>}
      <time dateTime={new Date(message.date * 1000).toISOString()}>{timeText(message.date)}</time>
      {!message.fromBot && (
        <span class="meta-mark ticks" role="img" aria-label={words.sent}>
          <Icon name="checks" size={16} />
        </span>
      )}
    </span>
  )
}

/** The message that this one answers to. */
function Quote({ id }: { id: number }): JSX.Element {
  const { chat, showMessage } = usePhone()
  const quoted = chat.messages.value.find((one) => one.id === id)
  const { chat: words, people: peopleWords } = texts.value
  if (quoted === undefined) return <p class="quote">{words.gonePart}</p>
  const author = quoted.fromBot ? bot.value?.name : authorName(quoted.fromId)
  const media = quoted.media === undefined ? '' : peopleWords.kinds[quoted.media.kind]
  return (
    <button type="button" class="quote" onClick={() => showMessage(id)}>
      <b>{author}</b>
      <span>{quoted.poll?.question ?? (quoted.text || media)}</span>
    </button>
  )
}

function authorName(id: number): string {
  const person = people.peek().get(id)
  return person === undefined ? texts.value.chat.you : nameOf(person)
}
