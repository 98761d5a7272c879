import type { Message } from 'grammy/types'

import { badRequest } from '../refusal.ts'
import { readCaption } from './caption.ts'
import { applyEdit, findEdited } from './edit.ts'
import { readInlineMarkup } from './markup.ts'
import { MEDIA_FIELDS } from './media-wire.ts'
import { flag } from './params.ts'
import type { Call, Outcome } from './types.ts'

export function editMessageCaption({ bot, params }: Call): Outcome {
  const markup = readInlineMarkup(params)
  const caption = readCaption(params, (id) => bot.people.get(id)?.user)
  const target = findEdited(bot, params)
  const { wire } = target.message
  const hasMedia = MEDIA_FIELDS.some((name) => name !== 'caption' && wire[name] !== undefined)
  if (!hasMedia) throw badRequest('There is no caption in the message to edit')
  const changed: Partial<Message> = {
    ...caption,
    ...(flag(params, 'show_caption_above_media') && { show_caption_above_media: true as const }),
  }
  const dropped = ['caption', 'caption_entities', 'show_caption_above_media'] as const
  return applyEdit(bot, target, changed, dropped, markup, caption.caption ?? '')
}
