import type { Message } from 'grammy/types'

import { badRequest } from '../refusal.ts'
import { formatText } from '../text/format-text.ts'
import type { FindUser } from '../text/types.ts'
import { looseJson, text } from './params.ts'
import type { Params } from './params.ts'

/** UTF-16 code units, counted when entities are parsed. */
const MAX_CAPTION = 1024

export type Caption = Pick<Message, 'caption' | 'caption_entities'>

export function readCaption(params: Params, findUser: FindUser): Caption {
  return captionOf(
    text(params, 'caption'),
    text(params, 'parse_mode'),
    looseJson(params, 'caption_entities'),
    findUser,
  )
}

export function captionOf(
  source: string,
  parseMode: string,
  entities: unknown,
  findUser: FindUser,
): Caption {
  const caption = formatText(source, parseMode, entities, findUser)
  if (caption.text.length > MAX_CAPTION) throw badRequest('Message caption is too long')
  if (caption.text === '') return {}
  if (caption.entities.length === 0) return { caption: caption.text }
  return { caption: caption.text, caption_entities: caption.entities }
}
