import type { JSX } from 'preact'

import { showToast } from '../store/chats.ts'
import { go } from '../store/connection.ts'
import { texts } from '../store/settings.ts'
import type { PhoneMessage } from '../store/types.ts'
import { copyText } from '../ui/copy-text.ts'
import { Sheet } from '../ui/dialog.tsx'
import { usePhone } from './context.ts'
import { perform, stopsOffline } from './do.ts'

/** Emoji that Telegram lets everybody react with. */
const REACTIONS = ['👍', '❤', '🔥', '👏', '😁', '🤔', '🙏'] as const

interface ActionsProps {
  message: PhoneMessage
  onClose(): void
}

export function MessageActions({ message, onClose }: ActionsProps): JSX.Element {
  const phone = usePhone()
  const { chat, composing } = phone
  const { chat: words } = texts.value
  const own = message.reactions.find(({ byBot }) => !byBot)?.emoji
  const changeable = !message.fromBot && message.text !== '' && message.media === undefined

  function online(then: () => void): void {
    onClose()
    if (!stopsOffline(phone)) then()
  }

  return (
    <Sheet label={words.actions} onClose={onClose} class="sheet-actions">
      <div class="react-row">
        {REACTIONS.map((emoji) => (
          <button
            type="button"
            key={emoji}
            class={own === emoji ? 'chosen' : ''}
            aria-label={words.react(emoji)}
            aria-pressed={own === emoji}
            onClick={() =>
              online(() =>
                go(
                  perform(chat, {
                    action: 'react',
                    messageId: message.id,
                    emoji: own === emoji ? null : emoji,
                  }),
                ),
              )
            }
          >
            {emoji}
          </button>
        ))}
      </div>
      <button
        type="button"
        data-first
        onClick={() => {
          onClose()
          composing.value = { mode: 'reply', message }
        }}
      >
        {words.reply}
      </button>
      {message.text !== '' && !message.protected && (
        <button
          type="button"
          onClick={() => {
            onClose()
            go(
              copyText(message.text).then((done) => {
                if (done) showToast(chat, words.copied)
              }),
            )
          }}
        >
          {words.copy}
        </button>
      )}
      {changeable && (
        <button
          type="button"
          onClick={() =>
            online(() => {
              composing.value = { mode: 'edit', message }
            })
          }
        >
          {words.edit}
        </button>
      )}
      <button
        type="button"
        class="danger"
        onClick={() => online(() => go(perform(chat, { action: 'delete', messageId: message.id })))}
      >
        {words.remove}
      </button>
    </Sheet>
  )
}
