import { applyEdit, findEdited } from './edit.ts'
import { readInlineMarkup } from './markup.ts'
import type { Call, Outcome } from './types.ts'

export function editMessageReplyMarkup({ bot, params }: Call): Outcome {
  const markup = readInlineMarkup(params)
  return applyEdit(bot, findEdited(bot, params), {}, [], markup, '')
}
