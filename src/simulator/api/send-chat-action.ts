import { badRequest } from '../refusal.ts'
import { findChat } from '../world/access.ts'
import { text } from './params.ts'
import type { Call, Outcome } from './types.ts'

const ACTIONS = new Set([
  'cancel',
  'typing',
  'record_video',
  'upload_video',
  'record_audio',
  'record_voice',
  'upload_audio',
  'upload_voice',
  'upload_photo',
  'upload_document',
  'choose_sticker',
  'find_location',
  'record_video_note',
  'upload_video_note',
])

export function sendChatAction({ bot, params }: Call): Outcome {
  const action = text(params, 'action').toLowerCase()
  if (!ACTIONS.has(action)) throw badRequest('Wrong parameter action in request')
  const chat = findChat(bot, text(params, 'chat_id'), 'write')
  if (bot.world.events.heard && chat.person?.online !== false) {
    bot.world.events.emit({ type: 'action', botId: bot.me.id, chatId: chat.id, action })
  }
  return { result: true, effect: { chatId: chat.id, text: action } }
}
