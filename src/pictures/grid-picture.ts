import { CANVAS_MARGIN, CANVAS_WIDTH } from './canvas.ts'
import { captioned } from './captioned.ts'
import { element, type Markup } from './markup.ts'
import { palette, shade } from './palette.ts'
import { textLine } from './text-line.ts'

export interface GridCell {
  /** 0 to 1: the more, the darker. */
  readonly share: number
  /** What the cell says by itself; left out: colour alone, as one of many. */
  readonly text?: string
}

export interface GridRow {
  readonly name: string
  /** Null: there is nothing yet, which is not zero. */
  readonly cells: readonly (GridCell | null)[]
}

export interface GridPicture {
  readonly title: string
  readonly subtitle: string
  /** Above the columns; empty: none. */
  readonly columns: readonly string[]
  readonly rows: readonly GridRow[]
  /** A sentence below, of up to four lines. */
  readonly note: string
}

const MARGIN = CANVAS_MARGIN
const INNER = CANVAS_WIDTH - 2 * MARGIN
const TOP = 300
const ROW = 76
const GAP = 5

/** A table of shades: lightness alone says how much, and words where there is room. */
export function gridPicture({ title, subtitle, columns, rows, note }: GridPicture): Markup {
  const left = columns.length > 12 ? 130 : 210
  const wide = (INNER - left) / columns.length
  return captioned(
    {
      title,
      subtitle,
      smallest: 30,
      note,
      noteY: TOP + rows.length * ROW + 60,
      noteLines: 4,
      below: 56,
    },
    ...columns.map((column, i) =>
      textLine(column, {
        // A label that is wider than its column may reach over those that have none.
        x: MARGIN + left + i * wide + (columns.length > 12 ? 2 : wide / 2),
        y: TOP - 22,
        size: 30,
        weight: 'semibold',
        fill: palette.quiet,
        anchor: columns.length > 12 ? 'start' : 'middle',
        width: Math.max(wide, 120),
      }),
    ),
    ...rows.flatMap((row, i) => drawRow(row, { y: TOP + i * ROW, left, wide })),
  )
}

function drawRow(
  { name, cells }: GridRow,
  { y, left, wide }: { readonly y: number; readonly left: number; readonly wide: number },
): Markup[] {
  return [
    textLine(name, {
      x: MARGIN,
      y: y + 46,
      size: 32,
      weight: 'semibold',
      fill: palette.ink,
      width: left - 16,
      smallest: 26,
    }),
    ...cells.map((cell, i) =>
      drawCell(cell, { x: MARGIN + left + i * wide, y, width: wide - GAP, height: ROW - GAP }),
    ),
  ]
}

function drawCell(
  cell: GridCell | null,
  box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
): Markup {
  const frame = { ...box, rx: Math.min(12, box.width / 4) }
  if (cell === null) {
    return element('rect', { ...frame, fill: 'none', stroke: palette.line, 'stroke-width': 2 })
  }
  const { fill, dark } = shade(cell.share)
  return element(
    'g',
    {},
    element('rect', { ...frame, fill }),
    ...(cell.text === undefined
      ? []
      : [
          textLine(cell.text, {
            x: box.x + box.width / 2,
            y: box.y + 46,
            size: 31,
            weight: 'semibold',
            fill: dark ? palette.paper : palette.ink,
            anchor: 'middle',
            width: box.width - 8,
            smallest: 22,
          }),
        ]),
  )
}
