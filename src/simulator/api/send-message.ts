import { badRequest } from '../refusal.ts'
import { formatText } from '../text/format-text.ts'
import type { FormattedText } from '../text/types.ts'
import type { Bot } from '../world/state.ts'
import { askPace, deliver, newWire } from './deliver.ts'
import { readLinkPreview } from './link-preview.ts'
import { looseJson, text } from './params.ts'
import type { Params } from './params.ts'
import { readSendOptions } from './send-options.ts'
import type { Call, Outcome } from './types.ts'

/** UTF-16 code units, counted when entities are parsed. */
const MAX_TEXT = 4096

export function sendMessage({ bot, params }: Call): Outcome {
  const content = readText(bot, params)
  const preview = readLinkPreview(params)
  const options = readSendOptions(bot, params)
  checkTextLength(content)
  askPace(bot, options.chat)
  const wire = newWire(bot, options)
  wire.text = content.text
  if (content.entities.length > 0) wire.entities = content.entities
  if (preview !== undefined) wire.link_preview_options = preview
  deliver(bot, options, wire)
  return {
    result: wire,
    effect: {
      chatId: options.chat.id,
      messageId: wire.message_id,
      kind: 'text',
      text: content.text,
      silent: options.silent,
    },
  }
}

/** `text` with its formatting, as a message or an edit takes it: never empty, never too long. */
export function readText(bot: Bot, params: Params): FormattedText {
  const source = text(params, 'text')
  if (source === '') throw badRequest('Message text is empty')
  const content = formatText(
    source,
    text(params, 'parse_mode'),
    looseJson(params, 'entities'),
    (id) => bot.people.get(id)?.user,
  )
  if (content.text === '') throw badRequest('Text must be non-empty')
  return content
}

export function checkTextLength(content: FormattedText): void {
  if (content.text.length > MAX_TEXT) throw badRequest('Message is too long')
}
