import { COLOURS, lineAt, widthOf, type Doc } from '../certificates/index.ts'

/** A4, upright, in points. */
export const PAGE = { width: 595.28, height: 841.89 } as const
export const LEFT = 56
export const WIDTH = PAGE.width - 2 * LEFT
/** Nothing of the text stands below it: the line at the foot does. */
export const BOTTOM = PAGE.height - 52

export const LEADING = 1.42

/** Room for the number before a text. */
export const NUMBER = 26

/** A line with a rule below it. @returns where what follows begins */
export function heading(doc: Doc, text: string, y: number): number {
  const below = paragraph(doc, text, { y, size: 13.5, face: 'Bold', colour: COLOURS.deep })
  doc
    .moveTo(LEFT, below + 1)
    .lineTo(LEFT + WIDTH, below + 1)
    .lineWidth(0.8)
    .stroke(COLOURS.gold)
  return below + 9
}

interface Setting {
  readonly y: number
  readonly x?: number
  readonly size: number
  readonly face?: 'Regular' | 'SemiBold' | 'Bold' | 'ExtraBold'
  readonly colour?: string
}

/** A text over as many lines as it takes, from `x` to the right margin. @returns where it ends */
export function paragraph(doc: Doc, text: string, setting: Setting): number {
  const { y, x = LEFT, size, face = 'Regular', colour = COLOURS.ink } = setting
  const lines = linesOf(doc, text, { size, width: LEFT + WIDTH - x, face })
  lines.forEach((line, i) => {
    lineAt(doc, line, x, y + i * size * LEADING, { face, size, colour })
  })
  return y + lines.length * size * LEADING
}

export function linesOf(
  doc: Doc,
  text: string,
  { size, width, face = 'Regular' }: Pick<Setting, 'size' | 'face'> & { readonly width: number },
): string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1)
    const longer = last === undefined ? word : `${last} ${word}`
    if (last === undefined || widthOf(doc, longer, { face, size }) > width) lines.push(word)
    else lines[lines.length - 1] = longer
  }
  return lines
}

/** A text with its number before it. @returns where it ends */
export function numbered(
  doc: Doc,
  number: number,
  text: string,
  y: number,
  size: number,
  face: 'Regular' | 'SemiBold' = 'Regular',
): number {
  lineAt(doc, `${number}.`, LEFT + 4, y, { face: 'Bold', size, colour: COLOURS.gold })
  return paragraph(doc, text, { y, x: LEFT + NUMBER, size, face })
}

interface Font {
  readonly face: 'Regular' | 'SemiBold' | 'Bold'
  readonly size: number
}

export function shortened(doc: Doc, text: string, font: Font, width: number): string {
  if (widthOf(doc, text, font) <= width) return text
  let kept = text
  while (kept !== '' && widthOf(doc, `${kept}…`, font) > width) kept = kept.slice(0, -1)
  return `${kept.trimEnd()}…`
}
