import { element, type Markup } from './markup.ts'
import { palette } from './palette.ts'
import { textLine } from './text-line.ts'

/** A figure and what it is a figure of. */
export interface Card {
  readonly value: string
  readonly label: string
}

const GAP = 24
const HEIGHT = 148
const PADDING = 32

/** Figures on white, two a row. */
export function drawCards(
  cards: readonly Card[],
  { x, y, width }: { readonly x: number; readonly y: number; readonly width: number },
): { readonly drawn: Markup; readonly bottom: number } {
  const wide = (width - GAP) / 2
  const drawn = cards.map((card, i) =>
    drawCard(card, x + (i % 2) * (wide + GAP), y + Math.floor(i / 2) * (HEIGHT + GAP), wide),
  )
  const rows = Math.ceil(cards.length / 2)
  return { drawn: element('g', {}, ...drawn), bottom: y + rows * (HEIGHT + GAP) - GAP }
}

function drawCard({ value, label }: Card, x: number, y: number, width: number): Markup {
  const inner = width - 2 * PADDING
  return element(
    'g',
    {},
    element('rect', { x, y, width, height: HEIGHT, rx: 28, fill: palette.paper }),
    textLine(value, {
      x: x + PADDING,
      y: y + 72,
      size: 52,
      weight: 'bold',
      fill: palette.blue,
      width: inner,
      smallest: 34,
    }),
    textLine(label, {
      x: x + PADDING,
      y: y + 118,
      size: 33,
      weight: 'regular',
      fill: palette.quiet,
      width: inner,
      smallest: 28,
    }),
  )
}
