import { badRequest } from '../refusal.ts'
import { findChat } from '../world/access.ts'
import { memberWire } from '../world/members.ts'
import { text, wholeNumber } from './params.ts'
import type { Call, Outcome } from './types.ts'

export function getChatMember({ bot, params }: Call): Outcome {
  const userId = wholeNumber(text(params, 'user_id'))
  if (userId <= 0) throw badRequest('Invalid user_id specified')
  const chat = findChat(bot, text(params, 'chat_id'), 'read')
  if (userId === bot.me.id) return { result: memberWire(bot.sender, chat.botStatus) }
  const person = chat.person?.user.id === userId ? chat.person : chat.members.get(userId)
  if (person !== undefined) return { result: memberWire(person.user, 'member') }
  const known = bot.people.get(userId)
  if (known === undefined || chat.person !== null) throw badRequest('User not found')
  return { result: memberWire(known.user, 'left') }
}

export function getChatMemberCount({ bot, params }: Call): Outcome {
  const chat = findChat(bot, text(params, 'chat_id'), 'read')
  const people = chat.person === null ? chat.members.size : 1
  return { result: people + (chat.botStatus === 'left' || chat.botStatus === 'kicked' ? 0 : 1) }
}
