import { badRequest } from '../refusal.ts'
import { applyEdit, findEdited } from './edit.ts'
import { readInputMedia } from './input-media.ts'
import { readInlineMarkup } from './markup.ts'
import { keepMedia } from './media-input.ts'
import { MEDIA_FIELDS, mediaWire } from './media-wire.ts'
import { json, required } from './params.ts'
import type { Call, Outcome } from './types.ts'

export function editMessageMedia({ bot, params }: Call): Outcome {
  const markup = readInlineMarkup(params)
  required(params, 'media')
  const media = readInputMedia(bot, params, json(params, 'media', 'input media'), false)
  const target = findEdited(bot, params)
  const { wire } = target.message
  if (wire.poll !== undefined || target.message.poll !== undefined || wire.voice !== undefined) {
    throw badRequest("Message can't be edited")
  }
  if (wire.media_group_id !== undefined && !mayReplaceInAlbum(media.kind)) {
    throw badRequest("Can't change media type in an album")
  }
  const file = keepMedia(bot.world, media.kind, media.source)
  const content = { ...mediaWire(file, media.details), ...media.caption }
  const dropped = ['text', 'entities', 'link_preview_options', ...MEDIA_FIELDS] as const
  return applyEdit(bot, target, content, dropped, markup, media.caption.caption ?? '')
}

function mayReplaceInAlbum(kind: string): boolean {
  return kind !== 'animation'
}
