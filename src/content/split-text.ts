import { clipEntity, tidyText, type FormattedText } from '../platform/telegram/formatted-text.ts'
import { MESSAGE_LIMIT } from './limits.ts'

/**
 * Cuts a text into messages of at most `limit` UTF-16 units, at the end of a paragraph, else of a
 * sentence, else of a word, else anywhere but inside a surrogate pair. Telegram trims every
 * message, so the white space at a cut belongs to no part: all else of the text is in the parts,
 * in order. An entity that reaches over a cut stands in both parts.
 */
export function splitText(
  formatted: FormattedText,
  limit: number = MESSAGE_LIMIT,
): FormattedText[] {
  if (!Number.isInteger(limit) || limit < 2) {
    throw new RangeError(`the limit must be a whole number of at least 2, not ${limit}`)
  }
  const { text, entities } = tidyText(formatted)
  const parts: FormattedText[] = []
  let start = 0
  while (start < text.length) {
    const end = start + cutLength(text.slice(start, start + limit + 1), limit)
    const clipped = entities.flatMap((entity) => clipEntity(entity, start, end))
    parts.push(tidyText({ text: text.slice(start, end), entities: clipped }))
    start = end + leadingSpace(text, end)
  }
  return parts
}

/** A boundary earlier than this share of the limit would leave a stub of a message. */
const SMALLEST_SHARE = 1 / 3

/**
 * `ahead` is what follows the last cut, one unit longer than the limit where the text goes on (a
 * word that fills the limit exactly is seen to end by the white space after it).
 */
function cutLength(ahead: string, limit: number): number {
  if (ahead.length <= limit) return ahead.length
  const least = limit * SMALLEST_SHARE
  const boundary =
    lastEnd(ahead, /\n\s*\n/g, least) ??
    lastEnd(ahead, /[.!?…]["'”’)\]]*\s|\n/g, least) ??
    lastEnd(ahead, /\s/g, 1)
  if (boundary !== undefined) return boundary
  return isHighSurrogate(ahead.charCodeAt(limit - 1)) ? limit - 1 : limit
}

/** Where the last match ends, not counting its white space, with at least `least` units before. */
function lastEnd(ahead: string, boundary: RegExp, least: number): number | undefined {
  let last: number | undefined
  for (const match of ahead.matchAll(boundary)) {
    const end = match.index + match[0].trimEnd().length
    if (end >= least) last = end
  }
  return last
}

function leadingSpace(text: string, from: number): number {
  const rest = /\s*/y
  rest.lastIndex = from
  return rest.exec(text)?.[0].length ?? 0
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd8_00 && unit <= 0xdb_ff
}
