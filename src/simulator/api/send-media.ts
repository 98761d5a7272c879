import { badRequest } from '../refusal.ts'
import type { FileKind } from '../world/files.ts'
import { readCaption } from './caption.ts'
import { askPace, deliver, newWire } from './deliver.ts'
import { findMedia, keepMedia } from './media-input.ts'
import { mediaWire } from './media-wire.ts'
import type { MediaDetails } from './media-wire.ts'
import { flag, integer, text } from './params.ts'
import type { Params } from './params.ts'
import { readSendOptions } from './send-options.ts'
import type { Call, Method, Outcome } from './types.ts'

export const sendPhoto = sender('photo')
export const sendDocument = sender('document')
export const sendVideo = sender('video')
export const sendVoice = sender('voice')
export const sendAudio = sender('audio')
export const sendAnimation = sender('animation')

function sender(kind: FileKind): Method {
  return ({ bot, params }: Call): Outcome => {
    const source = findMedia(bot.world, params, kind, text(params, kind), kind)
    if (source === undefined) throw badRequest(`There is no ${kind} in the request`)
    const details = readDetails(params)
    const caption = readCaption(params, (id) => bot.people.get(id)?.user)
    const options = readSendOptions(bot, params)
    askPace(bot, options.chat)
    const wire = newWire(bot, options)
    Object.assign(wire, mediaWire(keepMedia(bot.world, kind, source), details), caption)
    deliver(bot, options, wire)
    return {
      result: wire,
      effect: {
        chatId: options.chat.id,
        messageId: wire.message_id,
        kind,
        text: caption.caption ?? '',
        silent: options.silent,
      },
    }
  }
}

function readDetails(params: Params): MediaDetails {
  return {
    duration: integer(params, 'duration', 0, 0, 86_400),
    width: integer(params, 'width', 0, 0, 10_000),
    height: integer(params, 'height', 0, 0, 10_000),
    title: text(params, 'title'),
    performer: text(params, 'performer'),
    spoiler: flag(params, 'has_spoiler'),
    captionAbove: flag(params, 'show_caption_above_media'),
  }
}
