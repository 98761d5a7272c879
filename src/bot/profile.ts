import type { TelegramRequest } from '../platform/telegram/index.ts'
import { menuFor } from './menu.ts'
import type { Texts } from './texts.ts'

/**
 * What the bot tells Telegram about itself at the start: the menu that everybody has at first. It
 * does not go by the phone's language: who reads Indonesian may well have an English phone, and who
 * chose English gets a menu of their own.
 */
export function profileCalls(texts: Texts): TelegramRequest[] {
  const commands = menuFor(texts.in('id'), 'id', { admin: false })
  return [{ method: 'setMyCommands', payload: { commands } }]
}
