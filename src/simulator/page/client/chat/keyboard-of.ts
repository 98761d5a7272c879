import type { KeyboardButton } from 'grammy/types'

import type { PhoneMessage } from '../store/types.ts'

/** The keyboard below the text field, as the newest message that changed it left it. */
export interface ShownKeyboard {
  messageId: number
  rows: readonly (readonly KeyboardButton[])[]
  oneTime: boolean
  placeholder: string | undefined
}

export function keyboardOf(messages: readonly PhoneMessage[]): ShownKeyboard | undefined {
  const message = messages.findLast(({ keyboard }) => keyboard !== undefined)
  const markup = message?.keyboard
  if (message === undefined || markup === undefined || !('keyboard' in markup)) return undefined
  return {
    messageId: message.id,
    rows: markup.keyboard,
    oneTime: markup.one_time_keyboard === true,
    placeholder: markup.input_field_placeholder,
  }
}
