import { locales } from '../people/index.ts'
import type { TelegramRequest } from '../platform/telegram/index.ts'
import { menuFor } from './menu.ts'
import type { Texts } from './texts.ts'

/** What the bot tells Telegram about itself at the start: the menu that everybody has at first. */
export function profileCalls(texts: Texts): TelegramRequest[] {
  const participant = { admin: false }
  return [
    {
      method: 'setMyCommands',
      payload: { commands: menuFor(texts.in('id'), 'id', participant) },
    },
    ...locales.map((locale): TelegramRequest => ({
      method: 'setMyCommands',
      payload: {
        commands: menuFor(texts.in(locale), locale, participant),
        language_code: locale,
      },
    })),
  ]
}
