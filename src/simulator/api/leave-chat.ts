import { badRequest } from '../refusal.ts'
import { findChat } from '../world/access.ts'
import { setBotStatus, tellGroup } from '../world/members.ts'
import { text } from './params.ts'
import type { Call, Outcome } from './types.ts'

export function leaveChat({ bot, params }: Call): Outcome {
  const chat = findChat(bot, text(params, 'chat_id'), 'write')
  if (chat.person !== null) throw badRequest("Can't leave private and secret chats")
  setBotStatus(bot, chat, 'left', bot.sender)
  tellGroup(bot, chat)
  return { result: true, effect: { chatId: chat.id } }
}
