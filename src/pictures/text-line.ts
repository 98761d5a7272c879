import { FONT_FAMILY, cssWeight } from './fonts.ts'
import { fitText, type Face } from './fit-text.ts'
import { element, type Markup } from './markup.ts'

export interface TextLine extends Face {
  readonly x: number
  /** Of the baseline. */
  readonly y: number
  readonly fill: string
  readonly anchor?: 'start' | 'middle' | 'end'
  /** It is never wider than this, in pixels. */
  readonly width: number
  /** How small it may become before it is shortened; its size, when left out. */
  readonly smallest?: number
}

/** One line of text that keeps within its width, however long it is. */
export function textLine(text: string, line: TextLine): Markup {
  const { x, y, fill, anchor = 'start', width, weight, smallest } = line
  const fitted = fitText(text, line, width, smallest)
  return element(
    'text',
    {
      x,
      y,
      fill,
      'font-family': FONT_FAMILY,
      'font-size': fitted.size,
      'font-weight': cssWeight[weight],
      'text-anchor': anchor,
    },
    fitted.text,
  )
}
