import { findPersonal } from './find.ts'
import { masks, type Found, type PersonalKind } from './kinds.ts'

/** A part of a text with a format, as Telegram gives it: UTF-16 units. */
export interface TextPart {
  readonly type: string
  readonly offset: number
  readonly length: number
}

export interface Masked<P extends TextPart = TextPart> {
  readonly text: string
  readonly parts: readonly P[]
  /** What was found, each once, in order of the first. */
  readonly kinds: readonly PersonalKind[]
}

/**
 * Puts a word into the place of each personal datum, until none is found any more: what is taken
 * away may have kept two other numbers apart. Every round takes digits away, so that it ends. Parts
 * move with the text; what said that the datum is a number, a link or an address is dropped with it.
 */
export function maskText<P extends TextPart>(text: string, parts: readonly P[] = []): Masked<P> {
  let masked: Masked<P> = { text, parts, kinds: [] }
  for (;;) {
    const found = findPersonal(masked.text)
    if (found.length === 0) return masked
    const kinds = [...new Set([...masked.kinds, ...found.map(({ kind }) => kind)])]
    masked = {
      text: withMasks(masked.text, found),
      parts: masked.parts.flatMap((part) => moved(part, found)),
      kinds,
    }
  }
}

function withMasks(text: string, found: readonly Found[]): string {
  let result = ''
  let place = 0
  for (const { kind, start, end } of found) {
    result += text.slice(place, start) + masks[kind]
    place = end
  }
  return result + text.slice(place)
}

/** Kinds of parts that say what the text is, and no longer hold for a mask. */
const SAYS_WHAT = new Set([
  'phone_number',
  'email',
  'url',
  'text_link',
  'hashtag',
  'cashtag',
  'bot_command',
])

function moved<P extends TextPart>(part: P, found: readonly Found[]): P[] {
  const end = part.offset + part.length
  const touched = found.some((one) => one.start < end && one.end > part.offset)
  if (touched && SAYS_WHAT.has(part.type)) return []
  const offset = placeAfter(part.offset, found, 'start')
  const length = placeAfter(end, found, 'end') - offset
  return length > 0 ? [{ ...part, offset, length }] : []
}

/** Where a place of the text is once the masks stand; a place within a datum goes to the mask's side. */
function placeAfter(place: number, found: readonly Found[], side: 'start' | 'end'): number {
  let shift = 0
  for (const { kind, start, end } of found) {
    if (place <= start) break
    const { length } = masks[kind]
    if (place < end) return start + shift + (side === 'start' ? 0 : length)
    shift += length - (end - start)
  }
  return place + shift
}
