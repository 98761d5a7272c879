import type { Message } from 'grammy/types'

import { badRequest } from '../refusal.ts'
import { applyEdit, findEdited } from './edit.ts'
import { readLinkPreview } from './link-preview.ts'
import { readInlineMarkup } from './markup.ts'
import { checkTextLength, readText } from './send-message.ts'
import type { Call, Outcome } from './types.ts'

export function editMessageText({ bot, params }: Call): Outcome {
  const content = readText(bot, params)
  const preview = readLinkPreview(params)
  const markup = readInlineMarkup(params)
  const target = findEdited(bot, params)
  if (target.message.wire.text === undefined) {
    throw badRequest('There is no text in the message to edit')
  }
  checkTextLength(content)
  const changed: Partial<Message> = {
    text: content.text,
    ...(content.entities.length > 0 && { entities: content.entities }),
    ...(preview !== undefined && { link_preview_options: preview }),
  }
  return applyEdit(bot, target, changed, ['entities', 'link_preview_options'], markup, content.text)
}
