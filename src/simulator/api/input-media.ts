import { badRequest, Refusal } from '../refusal.ts'
import type { FileKind } from '../world/files.ts'
import type { Bot } from '../world/state.ts'
import { captionOf } from './caption.ts'
import type { Caption } from './caption.ts'
import {
  isFields,
  optionalFlag,
  optionalInteger,
  optionalString,
  requiredString,
} from './fields.ts'
import type { Fields } from './fields.ts'
import { findMedia } from './media-input.ts'
import type { MediaSource } from './media-input.ts'
import type { MediaDetails } from './media-wire.ts'
import type { Params } from './params.ts'

/** One InputMedia: of an album, or what takes a message's place. */
export interface InputMedia {
  kind: FileKind
  source: MediaSource
  caption: Caption
  details: MediaDetails
}

const KINDS = ['photo', 'video', 'animation', 'audio', 'document'] as const

export function readInputMedia(
  bot: Bot,
  params: Params,
  value: unknown,
  forAlbum: boolean,
): InputMedia {
  try {
    if (!isFields(value)) throw badRequest('Expected an Object')
    return inputMedia(bot, params, value, forAlbum)
  } catch (error) {
    if (!(error instanceof Refusal) || !isFormError(error.message)) throw error
    const reason = error.message.slice('Bad Request: '.length)
    throw badRequest(`Can't parse InputMedia: ${reason}`)
  }
}

function inputMedia(bot: Bot, params: Params, value: Fields, forAlbum: boolean): InputMedia {
  const caption = captionOf(
    optionalString(value, 'caption'),
    optionalString(value, 'parse_mode'),
    value['caption_entities'],
    (id) => bot.people.get(id)?.user,
  )
  const type = requiredString(value, 'type')
  const kind = KINDS.find((known) => known === type)
  if (kind === undefined) throw badRequest(`type "${type}" is unsupported`)
  if (forAlbum && kind === 'animation') {
    throw badRequest(`type "${type}" can't be used in sendMediaGroup`)
  }
  const source = findMedia(bot.world, params, kind, optionalString(value, 'media'))
  if (source === undefined) throw badRequest('media not found')
  const details: MediaDetails = {
    duration: Math.max(0, optionalInteger(value, 'duration')),
    width: Math.max(0, optionalInteger(value, 'width')),
    height: Math.max(0, optionalInteger(value, 'height')),
    title: optionalString(value, 'title'),
    performer: optionalString(value, 'performer'),
    spoiler: optionalFlag(value, 'has_spoiler'),
    captionAbove: optionalFlag(value, 'show_caption_above_media'),
  }
  return { kind, source, caption, details }
}

function isFormError(message: string): boolean {
  return /^Bad Request: (?:expected an Object|type "|media not found|can't find field|field ")/u.test(
    message,
  )
}
