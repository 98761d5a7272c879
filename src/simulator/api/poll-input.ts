import type { MessageEntity } from 'grammy/types'

import { badRequest } from '../refusal.ts'
import { formatText } from '../text/format-text.ts'
import type { FindUser, FormattedText } from '../text/types.ts'
import { isFields, optionalString, requiredString } from './fields.ts'
import { has, integer, json, looseJson, text, wholeNumber } from './params.ts'
import type { Params } from './params.ts'

/** Characters (code points), as td counts them for polls; the explanation in UTF-16 units. */
export const POLL_LIMITS = {
  question: 300,
  options: 12,
  option: 100,
  explanation: 200,
  explanationLineFeeds: 2,
  description: 1024,
} as const

export function readQuestion(params: Params, findUser: FindUser): FormattedText {
  const question = onlyCustomEmoji(
    formatText(
      text(params, 'question'),
      text(params, 'question_parse_mode'),
      looseJson(params, 'question_entities'),
      findUser,
    ),
  )
  if (question.text === '') throw badRequest('Text must be non-empty')
  if (countCharacters(question.text) > POLL_LIMITS.question) {
    throw badRequest(`Poll question length must not exceed ${POLL_LIMITS.question}`)
  }
  return question
}

export function readOptions(params: Params, findUser: FindUser): FormattedText[] {
  const value = json(params, 'options', 'options')
  if (value === undefined) throw badRequest("Can't parse options JSON object")
  if (!Array.isArray(value)) throw badRequest('Expected an Array of String as options')
  const options = (value as unknown[]).map((option) => readOption(option, findUser))
  if (options.length === 0) throw badRequest('Poll must have at least one answer option')
  if (options.length > POLL_LIMITS.options) {
    throw badRequest(`Poll can't have more than ${POLL_LIMITS.options} options`)
  }
  for (const option of options) {
    if (option.text === '') throw badRequest('Text must be non-empty')
    if (countCharacters(option.text) > POLL_LIMITS.option) {
      throw badRequest(`Poll options length must not exceed ${POLL_LIMITS.option}`)
    }
  }
  if (new Set(options.map(({ text: words }) => words)).size < options.length) {
    throw badRequest('POLL_OPTION_DUPLICATE')
  }
  return options
}

function readOption(option: unknown, findUser: FindUser): FormattedText {
  if (typeof option === 'string')
    return onlyCustomEmoji(formatText(option, '', undefined, findUser))
  if (!isFields(option)) throw badRequest('Expected an option to be of type String')
  return onlyCustomEmoji(
    formatText(
      requiredString(option, 'text'),
      optionalString(option, 'text_parse_mode'),
      option['text_entities'],
      findUser,
    ),
  )
}

/**
 * What a quiz needs. The server's words for a bad explanation are not published: these follow
 * those that td has for the question.
 */
export function readExplanation(params: Params, findUser: FindUser): FormattedText {
  const explanation = formatText(
    text(params, 'explanation'),
    text(params, 'explanation_parse_mode'),
    looseJson(params, 'explanation_entities'),
    findUser,
  )
  if (explanation.text.length > POLL_LIMITS.explanation) {
    throw badRequest(`Poll explanation length must not exceed ${POLL_LIMITS.explanation}`)
  }
  if (explanation.text.split('\n').length - 1 > POLL_LIMITS.explanationLineFeeds) {
    throw badRequest(
      `Poll explanation must not have more than ${POLL_LIMITS.explanationLineFeeds} line feeds`,
    )
  }
  return explanation
}

/** `correct_option_ids`, or the older `correct_option_id`. */
export function readCorrect(params: Params): number[] {
  if (!has(params, 'correct_option_ids')) {
    return has(params, 'correct_option_id') ? [integer(params, 'correct_option_id', -1)] : []
  }
  const value = json(params, 'correct_option_ids', 'correct option identifiers')
  if (!Array.isArray(value)) throw badRequest('Expected an Array of correct option identifiers')
  return (value as unknown[]).map((id) => {
    if (typeof id !== 'number') throw badRequest('Correct option identifier must be of type Number')
    if (!Number.isInteger(id)) throw badRequest('Invalid correct option identifier specified')
    return wholeNumber(String(id))
  })
}

export function checkCorrect(correct: readonly number[], optionCount: number): void {
  if (correct.length === 0) throw badRequest('Correct quiz option list must be non-empty')
  for (const [index, id] of correct.entries()) {
    const next = correct[index + 1]
    if (next !== undefined && id >= next) {
      throw badRequest('Correct quiz option list must be increasing')
    }
    if (id < 0 || id >= optionCount) throw badRequest('Wrong quiz correct_option_id')
  }
}

/** Questions and options keep custom emoji alone. */
function onlyCustomEmoji({ text: words, entities }: FormattedText): FormattedText {
  return { text: words, entities: entities.filter(isCustomEmoji) }
}

function isCustomEmoji({ type }: MessageEntity): boolean {
  return type === 'custom_emoji'
}

function countCharacters(words: string): number {
  let count = 0
  for (const _ of words) count += 1
  return count
}
