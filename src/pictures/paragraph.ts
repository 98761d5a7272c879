import { wrapText, type Face } from './fit-text.ts'
import { element, type Markup } from './markup.ts'
import { textLine } from './text-line.ts'

export interface Paragraph extends Face {
  readonly x: number
  /** Of the first baseline. */
  readonly y: number
  readonly width: number
  readonly fill: string
  /** Lines at the most; the last is shortened where the text goes on. */
  readonly most: number
}

/** @returns the lines, and the y below which nothing of them stands */
export function drawParagraph(
  text: string,
  { most, ...face }: Paragraph,
): { readonly drawn: Markup; readonly bottom: number } {
  const lines = wrapText(text, face, face.width, most)
  const step = Math.round(face.size * 1.36)
  return {
    drawn: element(
      'g',
      {},
      ...lines.map((line, i) => textLine(line, { ...face, y: face.y + i * step })),
    ),
    bottom: face.y + Math.max(0, lines.length - 1) * step + face.size * 0.3,
  }
}
