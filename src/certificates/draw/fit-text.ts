export interface FitOptions {
  /** Points. */
  readonly width: number
  /** Sizes to try, largest first; at each, `lines` may be used at the most. */
  readonly steps: readonly { readonly size: number; readonly lines: number }[]
  /** Width of a text at a size, in points. */
  readonly measure: (text: string, size: number) => number
}

export interface Fitted {
  readonly size: number
  readonly lines: readonly string[]
}

const GRAPHEMES = new Intl.Segmenter('id', { granularity: 'grapheme' })

/**
 * A text as large as its room lets it be: first smaller on one line, then on more. Nothing is left
 * out: a word that is wider than a line is broken, and at the last step as many lines come as are
 * needed.
 */
export function fitText(text: string, { width, steps, measure }: FitOptions): Fitted {
  for (const { size, lines: most } of steps) {
    const fits = (line: string): boolean => measure(line, size) <= width
    const lines = balance(text, wrap(text, fits), width, (line) => measure(line, size))
    if (lines.length <= most && text.split(' ').every(fits)) return { size, lines }
  }
  const size = steps.at(-1)?.size ?? 1
  return { size, lines: wrap(text, (line) => measure(line, size) <= width) }
}

function wrap(text: string, fits: (line: string) => boolean): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ').flatMap((one) => breakWord(one, fits))) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line === '' || fits(longer)) line = longer
    else {
      lines.push(line)
      line = word
    }
  }
  return line === '' ? lines : [...lines, line]
}

/**
 * Lines of about one length look better than a full one above a single word: the narrowest width
 * that needs no more lines.
 */
function balance(
  text: string,
  lines: readonly string[],
  width: number,
  measure: (line: string) => number,
): readonly string[] {
  let best = lines
  for (let narrow = width * 0.95; lines.length > 1 && narrow > width * 0.4; narrow *= 0.95) {
    if (text.split(' ').some((word) => measure(word) > narrow)) break
    const tried = wrap(text, (line) => measure(line) <= narrow)
    if (tried.length > lines.length) break
    best = tried
  }
  return best
}

function breakWord(word: string, fits: (line: string) => boolean): string[] {
  if (fits(word)) return [word]
  const parts: string[] = []
  let part = ''
  for (const { segment } of GRAPHEMES.segment(word)) {
    if (part !== '' && !fits(part + segment)) {
      parts.push(part)
      part = ''
    }
    part += segment
  }
  return [...parts, part]
}
