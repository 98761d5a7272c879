import type { ComponentChildren, JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { MessageEntity } from 'grammy/types'

import { showToast } from '../store/chats.ts'
import { go } from '../store/connection.ts'
import { texts } from '../store/settings.ts'
import { copyText } from '../ui/copy-text.ts'
import { usePhone } from './context.ts'
import type { PhoneScope } from './context.ts'
import { followLink, sendText, stopsOffline } from './do.ts'
import { entityTree } from './entity-tree.ts'
import type { Piece } from './entity-tree.ts'

/** Text with Telegram's formatting. Everything becomes elements and text nodes, never HTML. */
export function RichText({
  text,
  entities,
}: {
  text: string
  entities: readonly MessageEntity[]
}): JSX.Element {
  const phone = usePhone()
  if (entities.length === 0) return <>{text}</>
  return <>{draw(phone, entityTree(text, entities))}</>
}

function draw(phone: PhoneScope, pieces: readonly Piece[]): ComponentChildren {
  return pieces.map((piece) =>
    typeof piece === 'string' ? piece : entity(phone, piece.entity, piece.pieces),
  )
}

function entity(
  phone: PhoneScope,
  { type, ...rest }: MessageEntity,
  pieces: readonly Piece[],
): ComponentChildren {
  const inner = draw(phone, pieces)
  const plain = plainText(pieces)
  switch (type) {
    case 'bold':
      return <b>{inner}</b>
    case 'italic':
      return <i>{inner}</i>
    case 'underline':
      return <u>{inner}</u>
    case 'strikethrough':
      return <s>{inner}</s>
    case 'spoiler':
      return <Spoiler>{inner}</Spoiler>
    case 'code':
      return <CopyCode text={plain}>{inner}</CopyCode>
    case 'pre':
      return (
        <pre>
          {'language' in rest && rest.language !== undefined && (
            <span class="pre-language">{rest.language}</span>
          )}
          <code>{inner}</code>
        </pre>
      )
    case 'blockquote':
      return <blockquote>{inner}</blockquote>
    case 'expandable_blockquote':
      return <Expandable>{inner}</Expandable>
    case 'text_link':
      return <Link url={'url' in rest ? rest.url : plain}>{inner}</Link>
    case 'url':
      return (
        <Link url={/^[a-z][a-z+.-]*:/iu.test(plain) ? plain : `https://${plain}`}>{inner}</Link>
      )
    case 'email':
      return <Link url={`mailto:${plain}`}>{inner}</Link>
    case 'phone_number':
      return <Link url={`tel:${plain.replace(/[^\d+]/gu, '')}`}>{inner}</Link>
    case 'bot_command':
      return <Command text={plain} />
    case 'mention':
    case 'hashtag':
    case 'cashtag':
    case 'text_mention':
      return <span class="like-link">{inner}</span>
    default:
      return inner
  }
}

function plainText(pieces: readonly Piece[]): string {
  return pieces.map((one) => (typeof one === 'string' ? one : plainText(one.pieces))).join('')
}

/** Addresses that a phone would open; a bot's link to anything else leads nowhere. */
const OPENABLE = /^(?:https?|tg|mailto|tel):/iu

function Link({ url, children }: { url: string; children: ComponentChildren }): JSX.Element {
  const phone = usePhone()
  return (
    <a
      {...(OPENABLE.test(url) && { href: url })}
      rel="noopener noreferrer"
      target="_blank"
      onClick={(event) => {
        event.preventDefault()
        followLink(phone, url)
      }}
    >
      {children}
    </a>
  )
}

/** A command in a text is sent by a tap, as in Telegram. */
function Command({ text }: { text: string }): JSX.Element {
  const phone = usePhone()
  return (
    <button
      type="button"
      class="like-link"
      onClick={() => {
        if (!stopsOffline(phone)) go(sendText(phone.chat, phone.person, text))
      }}
    >
      {text}
    </button>
  )
}

function CopyCode({ text, children }: { text: string; children: ComponentChildren }): JSX.Element {
  const { chat } = usePhone()
  return (
    <code
      class="copyable"
      onClick={() => {
        go(
          copyText(text).then((done) => {
            if (done) showToast(chat, texts.value.chat.codeCopied)
          }),
        )
      }}
    >
      {children}
    </code>
  )
}

function Spoiler({ children }: { children: ComponentChildren }): JSX.Element {
  const [shown, setShown] = useState(false)
  if (shown) return <span class="spoiler-shown">{children}</span>
  return (
    <button
      type="button"
      class="spoiler"
      aria-label={texts.value.chat.reveal}
      onClick={() => setShown(true)}
    >
      <span aria-hidden="true">{children}</span>
    </button>
  )
}

function Expandable({ children }: { children: ComponentChildren }): JSX.Element {
  const [open, setOpen] = useState(false)
  return (
    <blockquote class={open ? '' : 'folded'} onClick={() => setOpen(!open)}>
      {children}
    </blockquote>
  )
}
