import { replaceMasks } from './kinds.ts'

/**
 * A text as the patterns read it: digits of all scripts as 0-9, look-alike spaces, dashes and dots as
 * one each, and without what nobody sees. Each character knows where it stands in the original.
 */
export interface Readable {
  readonly text: string
  /** UTF-16 offsets in the original of the character at an index: [starts, ends). */
  startOf(index: number): number
  endOf(index: number): number
}

/** Stands for what no pattern may read: a picture, or a mask. */
const OPAQUE = '\ufffc'

const PLAIN = /^[\0-\x7f]*$/

/** Zero-width characters, direction marks, soft hyphens, strokes over a letter, keycaps. */
const UNSEEN = /^[\p{Cf}\p{Mn}\p{Me}]$/u
const SPACE = /^[\p{Zs}\u2800\u3164]$/u
const DASH = /^[\p{Pd}\u2212\u2043]$/u
const DOT = /^[·•‧∙・]$/u
const BREAK = /^[\u0085\u2028\u2029]$/u
const DIGIT = /^\p{Nd}$/u

/** Black and sans-serif circled numbers (U+2776 to U+2793), which have no plain equivalent. */
const CIRCLED = { first: 0x2776, last: 0x2793 }

export function makeReadable(original: string): Readable {
  if (PLAIN.test(original)) {
    const text = opaqueMasks(original)
    return { text, startOf: (index) => index, endOf: (index) => index + 1 }
  }
  const starts: number[] = []
  const ends: number[] = []
  let text = ''
  let place = 0
  for (const character of original) {
    const read = readCharacter(character)
    for (let index = 0; index < read.length; index++) {
      starts.push(place)
      ends.push(place + character.length)
    }
    text += read
    place += character.length
  }
  return {
    text: opaqueMasks(text),
    startOf: (index) => starts[index] ?? original.length,
    endOf: (index) => ends[index] ?? original.length,
  }
}

/** The words in our own masks are no hint of what stands beside them. */
function opaqueMasks(text: string): string {
  if (!text.includes('[')) return text
  return replaceMasks(text, (mask) => OPAQUE.repeat(mask.length))
}

/** @returns no, one or several UTF-16 units */
function readCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x80) return character
  if (UNSEEN.test(character)) return ''
  if (SPACE.test(character)) return ' '
  if (DASH.test(character)) return '-'
  if (DOT.test(character)) return '.'
  if (BREAK.test(character)) return '\n'
  const plain = character.normalize('NFKC')
  if (/^[\x20-\x7e]+$/.test(plain)) return plain
  if (DIGIT.test(character)) return digitOf(code)
  if (code >= CIRCLED.first && code <= CIRCLED.last)
    return String(((code - CIRCLED.first) % 10) + 1)
  return character.length === 1 ? character : OPAQUE
}

/** Unicode keeps the ten digits of a script side by side, from zero up. */
function digitOf(code: number): string {
  let value = 0
  while (value < 9 && DIGIT.test(String.fromCodePoint(code - value - 1))) value++
  return String(value)
}
