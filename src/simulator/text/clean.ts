import type { MessageEntity } from 'grammy/types'

import { badRequest } from '../refusal.ts'
import { checkEntities, sortEntities } from './entities.ts'
import type { FormattedText } from './types.ts'

/** Control characters become spaces; carriage returns and marks that break the layout go. */
// eslint-disable-next-line no-control-regex -- these characters are what is looked for
const UNCLEAN = /[\u0000-\u0009\u000b-\u001f\u2028-\u202e]|\u0333|\u033f|\u030a/
// eslint-disable-next-line no-control-regex -- these characters are what is looked for
const CONTROL = /[\u0000-\u0009\u000b\u000c\u000e-\u001f]/

/**
 * The text as Telegram stores it: without control characters, trimmed, with entities that still
 * cover what they covered, and without those that are left empty. Refuses text that is not
 * well-formed and entities that do not fit.
 */
export function cleanText(text: string, entities: MessageEntity[]): FormattedText {
  if (!text.isWellFormed()) throw badRequest('Strings must be encoded in UTF-8')
  checkEntities(text, entities)
  const kept = sortEntities(entities.filter(({ length }) => length > 0))
  const cleaned = UNCLEAN.test(text) ? removeUnclean(text, kept) : { text, entities: kept }
  return trimText(cleaned)
}

function removeUnclean(text: string, entities: readonly MessageEntity[]): FormattedText {
  let result = ''
  const positions: number[] = []
  for (const unit of splitUnits(text)) {
    positions.push(result.length)
    if (CONTROL.test(unit)) result += ' '
    else if (!UNCLEAN.test(unit)) result += unit
  }
  positions.push(result.length)
  const at = (index: number): number => positions[index] ?? result.length
  return {
    text: result,
    entities: entities.map((entity) => ({
      ...entity,
      offset: at(entity.offset),
      length: at(entity.offset + entity.length) - at(entity.offset),
    })),
  }
}

/** Single code units, because entity offsets count them. */
function* splitUnits(text: string): Generator<string> {
  for (let index = 0; index < text.length; index += 1) yield text.charAt(index)
}

/** Telegram trims spaces and line feeds at the end, and at the beginning up to the first entity. */
function trimText({ text, entities }: FormattedText): FormattedText {
  let end = text.length
  while (end > 0 && isBlank(text.charCodeAt(end - 1))) end -= 1
  const firstEntity = entities[0]?.offset ?? end
  let start = 0
  while (start < Math.min(firstEntity, end) && isBlank(text.charCodeAt(start))) start += 1
  if (entities.length === 0) return { text: text.slice(start, end), entities: [] }
  const kept: MessageEntity[] = []
  for (const entity of entities) {
    const length = Math.min(entity.offset + entity.length, end) - entity.offset
    if (length > 0) kept.push({ ...entity, offset: entity.offset - start, length })
  }
  return { text: text.slice(start, end), entities: kept }
}

function isBlank(unit: number): boolean {
  return unit === 0x20 || unit === 0x0a
}
