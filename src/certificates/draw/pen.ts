import type { Face } from './fonts.ts'
import { fitText, type FitOptions } from './fit-text.ts'
import { COLOURS, PAGE } from './sheet-style.ts'

export type Doc = PDFKit.PDFDocument

export interface Style {
  readonly face: Face
  readonly size: number
  readonly colour?: string
  /** Points between letters. */
  readonly spacing?: number
}

/** How far below a line's top its letters stand, as a share of their size: those of the font. */
export const LEADING = 1.26

/**
 * The font's space is 0.17 of its size, too narrow between the groups of a number: this much is
 * added. pdfkit's own wordSpacing would leave the spaces out of the text that readers take from it.
 */
const WORD_SPACING = 0.08

export function widthOf(doc: Doc, text: string, style: Style): number {
  const width = doc
    .font(style.face)
    .fontSize(style.size)
    .widthOfString(text, { characterSpacing: style.spacing ?? 0 })
  return width + (text.split(' ').length - 1) * WORD_SPACING * style.size
}

/** One line, word by word; `y` is its top. */
export function lineAt(doc: Doc, text: string, x: number, y: number, style: Style): void {
  doc.fillColor(style.colour ?? COLOURS.ink)
  let at = x
  for (const [piece] of text.matchAll(/ *[^ ]+ *| +/g)) {
    doc
      .font(style.face)
      .fontSize(style.size)
      .text(piece, at, y, { lineBreak: false, characterSpacing: style.spacing ?? 0 })
    at += widthOf(doc, piece, style) + (style.spacing ?? 0)
  }
}

/** One line in the middle of the page, or around `centre`. */
export function centred(
  doc: Doc,
  text: string,
  y: number,
  style: Style,
  centre: number = PAGE.width / 2,
): void {
  // The last letter's spacing is none that anybody sees.
  const width = widthOf(doc, text, style) - (style.spacing ?? 0)
  lineAt(doc, text, centre - width / 2, y, style)
}

export interface Block extends Pick<FitOptions, 'width' | 'steps'> {
  readonly style: Omit<Style, 'size'>
  readonly centre?: number
}

/** A text that is made to fit. @returns the height that it takes, and what draws it at `y` */
export function fitted(
  doc: Doc,
  text: string,
  { style, centre, ...room }: Block,
): { readonly height: number; readonly draw: (y: number) => void } {
  const measure = (line: string, size: number): number => widthOf(doc, line, { ...style, size })
  const { size, lines } = fitText(text, { ...room, measure })
  const leading = size * LEADING
  return {
    height: lines.length * leading,
    draw: (y) => {
      lines.forEach((line, i) => {
        centred(doc, line, y + i * leading, { ...style, size }, centre)
      })
    },
  }
}
