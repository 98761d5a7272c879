import type { JSX } from 'preact'
import type { InlineKeyboardButton } from 'grammy/types'

import { showToast } from '../store/chats.ts'
import { go } from '../store/connection.ts'
import { texts } from '../store/settings.ts'
import type { PhoneMessage } from '../store/types.ts'
import { copyText } from '../ui/copy-text.ts'
import { Icon } from '../ui/icons.tsx'
import type { IconName } from '../ui/icons.tsx'
import { usePhone } from './context.ts'
import type { PhoneScope } from './context.ts'
import { followLink, perform, stopsOffline } from './do.ts'

/** Elapsed ms after which a button that nobody answers stops waiting. */
const PATIENCE_MS = 15_000

export function InlineKeyboard({ message }: { message: PhoneMessage }): JSX.Element | null {
  const phone = usePhone()
  const { buttons } = message
  if (buttons === undefined) return null
  return (
    <div class="inline-keyboard">
      {buttons.map((row, rowAt) => (
        <div class="inline-row" key={rowAt}>
          {row.map((button, at) => {
            const key = `${message.id}:${rowAt}:${at}`
            const waits = phone.chat.pressed.value === key
            return (
              <button
                key={at}
                type="button"
                class={`inline-button ${waits ? 'busy' : ''}`}
                data-style={button.style}
                aria-busy={waits}
                onClick={() => press(phone, message, button, key)}
              >
                {button.text}
                <Corner button={button} />
              </button>
            )
          })}
        </div>
      ))}
    </div>
  )
}

function Corner({ button }: { button: InlineKeyboardButton }): JSX.Element | null {
  const icon: IconName | undefined =
    'url' in button
      ? 'link'
      : 'copy_text' in button
        ? 'copy'
        : 'web_app' in button
          ? 'grid'
          : undefined
  return icon === undefined ? null : (
    <span class="inline-corner">
      <Icon name={icon} size={12} />
    </span>
  )
}

function press(
  phone: PhoneScope,
  message: PhoneMessage,
  button: InlineKeyboardButton,
  key: string,
): void {
  const { chat } = phone
  if ('url' in button && button.url !== undefined) followLink(phone, button.url)
  else if ('web_app' in button) followLink(phone, button.web_app.url)
  else if ('copy_text' in button) {
    const { text } = button.copy_text
    go(copyText(text).then((done) => showToast(chat, done ? texts.value.chat.copied : text)))
  } else if (!('callback_data' in button) || button.callback_data === undefined) {
    showToast(chat, texts.value.chat.notSimulated)
  } else if (!stopsOffline(phone)) {
    waitFor(phone, key)
    go(
      perform(chat, {
        action: 'press',
        messageId: message.id,
        button: button.callback_data,
      }).then((done) => {
        if (!done) chat.pressed.value = null
      }),
    )
  }
}

function waitFor({ chat }: PhoneScope, key: string): void {
  chat.pressed.value = key
  setTimeout(() => {
    if (chat.pressed.peek() === key) chat.pressed.value = null
  }, PATIENCE_MS)
}
