import type { InlineKeyboardButton } from 'grammy/types'

import { inlineOf } from '../api/markup.ts'
import { wireOf } from '../world/messages.ts'
import type { Bot, Chat, Person, StoredMessage } from '../world/state.ts'

/** Presses whose answer can no longer come are forgotten when so many are remembered. */
const MAX_REMEMBERED_PRESSES = 10_000

export type PressResult =
  | { kind: 'callback'; callbackQueryId: string; data: string }
  | { kind: 'url'; url: string }
  | { kind: 'copy'; text: string }
  | { kind: 'webApp'; url: string }

/** Presses a button within a message, found by its text or its callback data. */
export function pressButton(
  bot: Bot,
  chat: Chat,
  person: Person,
  stored: StoredMessage,
  wanted: string,
): PressResult {
  const buttons = inlineOf(stored.markup)?.inline_keyboard.flat() ?? []
  const button =
    buttons.find(({ text }) => text === wanted) ??
    buttons.find((one) => 'callback_data' in one && one.callback_data === wanted)
  if (button === undefined) {
    const offered = buttons.map(({ text }) => `"${text}"`).join(', ') || 'none'
    throw new Error(
      `message ${stored.wire.message_id} has no button "${wanted}" (it has: ${offered})`,
    )
  }
  return act(bot, chat, person, stored, button)
}

function act(
  bot: Bot,
  chat: Chat,
  person: Person,
  stored: StoredMessage,
  button: InlineKeyboardButton,
): PressResult {
  if ('callback_data' in button && button.callback_data !== undefined) {
    const id = remember(bot, person.user.id)
    bot.updates.push(
      'callback_query',
      {
        id,
        from: person.user,
        message: wireOf(bot, stored),
        chat_instance: String(chat.id * 7919),
        data: button.callback_data,
      },
      `callback_query ${person.user.id}`,
    )
    return { kind: 'callback', callbackQueryId: id, data: button.callback_data }
  }
  if ('url' in button && button.url !== undefined) return { kind: 'url', url: button.url }
  if ('copy_text' in button) return { kind: 'copy', text: button.copy_text.text }
  if ('web_app' in button) return { kind: 'webApp', url: button.web_app.url }
  throw new Error(`the button "${button.text}" does something that is not simulated`)
}

function remember(bot: Bot, personId: number): string {
  const id = bot.world.random.digits(19)
  bot.presses.set(id, { id, personId, at: bot.world.clock.now().getTime() })
  if (bot.presses.size > MAX_REMEMBERED_PRESSES) {
    const oldest = bot.presses.keys().next().value
    if (oldest !== undefined) bot.presses.delete(oldest)
  }
  return id
}
