import type { Message } from 'grammy/types'

import { badRequest } from '../refusal.ts'
import { askPace, deliver, newWire } from './deliver.ts'
import { readInputMedia } from './input-media.ts'
import type { InputMedia } from './input-media.ts'
import { keepMedia } from './media-input.ts'
import { mediaWire } from './media-wire.ts'
import { json, required } from './params.ts'
import { readSendOptions } from './send-options.ts'
import type { Call, Outcome } from './types.ts'

const MAX_ALBUM = 10

export function sendMediaGroup({ bot, params }: Call): Outcome {
  required(params, 'media')
  const value = json(params, 'media', 'media')
  if (!Array.isArray(value)) throw badRequest('Expected an Array of InputMedia')
  const items = (value as unknown[]).map((item) => readInputMedia(bot, params, item, true))
  const options = readSendOptions(bot, params)
  checkAlbum(items)
  askPace(bot, options.chat, items.length)
  const album = bot.world.random.digits(17)
  const messages = items.map(({ kind, source, caption, details }): Message => {
    const wire = newWire(bot, options)
    const file = keepMedia(bot.world, kind, source)
    Object.assign(wire, { media_group_id: album }, mediaWire(file, details), caption)
    deliver(bot, { ...options, markup: undefined }, wire)
    return wire
  })
  const ids = messages.map(({ message_id }) => message_id)
  return {
    result: messages,
    effect: {
      chatId: options.chat.id,
      messageIds: ids,
      kind: items[0]?.kind ?? 'photo',
      text: messages.find(({ caption }) => caption !== undefined)?.caption ?? '',
      silent: options.silent,
    },
  }
}

/** Photos and videos go together; audios and documents only with their own kind. */
function checkAlbum(items: readonly InputMedia[]): void {
  if (items.length === 0) throw badRequest('There are no messages to send')
  if (items.length > MAX_ALBUM) throw badRequest('Too many messages to send as an album')
  const kinds = new Set(items.map(({ kind }) => kind))
  for (const kind of ['audio', 'document'] as const) {
    if (kinds.has(kind) && kinds.size > 1) {
      const name = kind === 'audio' ? 'Audio' : 'Document'
      throw badRequest(`${name} can't be mixed with other media types`)
    }
  }
}
