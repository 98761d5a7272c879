import { metricsOf } from './font-metrics.ts'
import type { FontWeight } from './fonts.ts'

export interface Face {
  /** Pixels. */
  readonly size: number
  readonly weight: FontWeight
}

const GRAPHEMES = new Intl.Segmenter('id', { granularity: 'grapheme' })
const ELLIPSIS = '…'

/**
 * What the font can show of a text, on one line: letters that only look different (𝓢𝓲𝓽𝓲, full width)
 * become plain ones, and what has no glyph (emoji, other scripts) is left out rather than drawn as an
 * empty box.
 */
export function printable(text: string, weight: FontWeight): string {
  const { advance } = metricsOf(weight)
  const shown = (character: string): boolean => advance(character.codePointAt(0) ?? 0) !== undefined
  return (
    Array.from(text.normalize('NFC').replaceAll(/\s+/g, ' '))
      .flatMap((character) =>
        shown(character) ? [character] : Array.from(character.normalize('NFKC')).filter(shown),
      )
      .join('')
      .replaceAll(/ {2,}/g, ' ')
      // What stood before them is gone.
      .replaceAll(/ (?=['’,.])/g, '')
      .trim()
  )
}

/** Width of a printable text in pixels; with kerning it may turn out a little narrower. */
export function widthOf(text: string, { size, weight }: Face): number {
  const { advance } = metricsOf(weight)
  const ems = Array.from(text).reduce(
    (sum, char) => sum + (advance(char.codePointAt(0) ?? 0) ?? 0),
    0,
  )
  return ems * size
}

export interface Fitted {
  readonly text: string
  readonly size: number
}

/** Makes a text smaller until it fits, down to `smallest`; what is too long even then ends with "…". */
export function fitText(text: string, face: Face, width: number, smallest = face.size): Fitted {
  const shown = printable(text, face.weight)
  const wide = widthOf(shown, face)
  if (wide <= width) return { text: shown, size: face.size }
  const size = Math.max(smallest, Math.floor((face.size * width) / wide))
  return { text: shorten(shown, { ...face, size }, width), size }
}

function shorten(text: string, face: Face, width: number): string {
  if (widthOf(text, face) <= width) return text
  const characters = [...GRAPHEMES.segment(text)].map(({ segment }) => segment)
  let kept = ''
  for (const character of characters) {
    if (widthOf(kept + character + ELLIPSIS, face) > width) break
    kept += character
  }
  return `${kept.trimEnd()}${ELLIPSIS}`
}

/** At most `most` lines, broken between words; a word that is wider than a line is shortened. */
export function wrapText(text: string, face: Face, width: number, most: number): string[] {
  const lines: string[] = []
  let rest = printable(text, face.weight).split(' ')
  while (rest.length > 0 && lines.length < most) {
    if (lines.length === most - 1) return [...lines, shorten(rest.join(' '), face, width)]
    let count = 1
    while (count < rest.length && widthOf(rest.slice(0, count + 1).join(' '), face) <= width) {
      count++
    }
    lines.push(shorten(rest.slice(0, count).join(' '), face, width))
    rest = rest.slice(count)
  }
  return lines
}
