import type { JSX } from 'preact'
import type { KeyboardButton } from 'grammy/types'

import { showToast } from '../store/chats.ts'
import { go } from '../store/connection.ts'
import { texts } from '../store/settings.ts'
import { usePhone } from './context.ts'
import { sendText } from './do.ts'
import type { ShownKeyboard } from './keyboard-of.ts'

interface ReplyKeyboardProps {
  keyboard: ShownKeyboard
  onUsed(): void
}

export function ReplyKeyboard({ keyboard, onUsed }: ReplyKeyboardProps): JSX.Element {
  const { chat, person, overlay } = usePhone()

  function tap(button: KeyboardButton): void {
    const text = typeof button === 'string' ? button : button.text
    const special = typeof button === 'string' ? [] : Object.keys(button).filter(isSpecial)
    if (special.includes('request_contact')) overlay.value = { kind: 'contact' }
    else if (special.length > 0) showToast(chat, texts.value.chat.notSimulated)
    else {
      go(sendText(chat, person, text))
      onUsed()
    }
  }

  return (
    <div class="reply-keyboard" role="group" aria-label={texts.value.chat.keyboard}>
      {keyboard.rows.map((row, rowAt) => (
        <div class="reply-row" key={rowAt}>
          {row.map((button, at) => (
            <button type="button" class="reply-button" key={at} onClick={() => tap(button)}>
              {typeof button === 'string' ? button : button.text}
            </button>
          ))}
        </div>
      ))}
    </div>
  )
}

function isSpecial(key: string): boolean {
  return key.startsWith('request_') || key === 'web_app'
}
