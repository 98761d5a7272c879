import type { JSX } from 'preact'
import type { Cell, Column, Panel, Row } from '../../../contract.ts'
import { follow } from '../state/navigate.ts'
import { forms, texts } from '../state/settings.ts'
import { Picture } from './picture.tsx'
import { drawnValue, fitted, ticksFor, ticksForShares } from './scale.ts'
import { textWidth } from './text-width.ts'
import { useWidth } from './use-width.ts'

/** From this width on, names stand before their bars; below it above them, whole where they can. */
const WIDE = 560
/** More bars than these say nothing that the table does not say better. */
const MOST = 40
const LABEL = 14
const VALUE = 13

interface Layout {
  readonly width: number
  readonly rowHeight: number
  readonly barX: number
  readonly barY: number
  readonly barHeight: number
  readonly barWidth: number
  readonly labelWidth: number
  readonly labelY: number
  readonly valueY: number
}

export function Bars({ panel }: { panel: Panel }): JSX.Element {
  const [place, width] = useWidth()
  const { drawn, columns } = panel
  const column = columns[drawn]
  const rows = drawnRows(panel)
  const greatest = Math.max(0, ...rows.map((row) => reach(row.cells[drawn] ?? null)))
  const ticks = column?.unit === 'rate' ? ticksForShares(greatest) : ticksFor(greatest)
  const end = ticks.at(-1) ?? 1
  const hasInterval = rows.some((row) => intervalOf(row.cells[drawn] ?? null) !== null)
  return (
    <div class="chart" ref={place}>
      <p class="drawn">{column?.label}</p>
      {width !== undefined && column !== undefined && (
        <BarRows
          layout={layoutFor(width, valueRoom(rows, drawn, column))}
          {...{ panel, rows, end, column }}
        />
      )}
      {hasInterval && <p class="legend">{texts.value.intervalNote}</p>}
      {rows.length < panel.rows.length && (
        <p class="legend">{texts.value.moreInTable(panel.rows.length - rows.length)}</p>
      )}
    </div>
  )
}

/** Where there are too many, those that have something to draw come before those that have not. */
function drawnRows({ rows, drawn }: Panel): readonly Row[] {
  if (rows.length <= MOST) return rows
  const hasValue = (row: Row): boolean => drawnValue(row.cells[drawn]) !== undefined
  return rows.filter(hasValue).slice(0, MOST)
}

interface BarRowsProps {
  readonly layout: Layout
  readonly panel: Panel
  readonly rows: readonly Row[]
  /** The value at the right end. */
  readonly end: number
  readonly column: Column
}

function BarRows({ layout, panel, rows, end, column }: BarRowsProps): JSX.Element {
  const { width, rowHeight } = layout
  return (
    <Picture width={width} height={rows.length * rowHeight} summary={panel.summary}>
      {rows.map((row, i) => (
        <g
          key={i}
          class={`bar-row ${row.to === null ? '' : 'leads-on'}`}
          transform={`translate(0 ${i * rowHeight})`}
          // The keyboard takes the same way through the table.
          onClick={() => row.to !== null && follow(row.to)}
        >
          <rect class="row-ground" width={width} height={rowHeight} />
          <Words {...{ layout, row, column, panel }} />
          <Bar {...{ layout, row, end, drawn: panel.drawn }} />
        </g>
      ))}
    </Picture>
  )
}

interface WordsProps extends Omit<BarRowsProps, 'rows' | 'end'> {
  readonly row: Row
}

function Words({ layout, row, column, panel }: WordsProps): JSX.Element {
  const { width, labelWidth, labelY, valueY } = layout
  const name = forms.value.cell(row.cells[0] ?? null, panel.columns[0]?.unit ?? 'text')
  const [value, counted] = valueWords(row, panel.drawn, column)
  const mark = row.mark === null ? '' : ` · ${row.mark}`
  const room = labelWidth - textWidth(mark, VALUE, 600)
  const weight = row.to === null ? 400 : 600
  return (
    <>
      <title>{[name, value, counted, row.mark].filter(Boolean).join(' · ')}</title>
      <text class="label" x={0} y={labelY}>
        {fitted(name, room, (text) => textWidth(text, LABEL, weight))}
        {mark !== '' && <tspan class="mark-word">{mark}</tspan>}
      </text>
      <text class="value" x={width} y={valueY} text-anchor="end">
        {value}
        {counted !== '' && <tspan class="counted"> · {counted}</tspan>}
      </text>
    </>
  )
}

interface BarProps {
  readonly layout: Layout
  readonly row: Row
  readonly end: number
  readonly drawn: number
}

function Bar({ layout, row, end, drawn }: BarProps): JSX.Element {
  const { barX, barY, barHeight, barWidth } = layout
  const cell = row.cells[drawn] ?? null
  const value = drawnValue(cell)
  const interval = intervalOf(cell)
  const at = (part: number): number => barX + (Math.min(part, end) / end) * barWidth
  const bar = { x: barX, y: barY, height: barHeight, rx: barHeight / 2 }
  return (
    <>
      <rect class="track" {...bar} width={barWidth} />
      {value !== undefined && value > 0 && (
        <rect
          class={row.mark === null ? 'bar' : 'bar is-marked'}
          {...bar}
          width={Math.max(barHeight, at(value) - barX)}
        />
      )}
      {interval !== null && (
        <Whisker from={at(interval.from)} to={at(interval.to)} y={barY + barHeight / 2} />
      )}
    </>
  )
}

/** With an edge as light as the ground, so that it is seen on the bar and beyond it. */
function Whisker({ from, to, y }: Record<'from' | 'to' | 'y', number>): JSX.Element {
  const path = `M${from} ${y}H${to}M${from} ${y - 4}v8M${to} ${y - 4}v8`
  return (
    <>
      <path class="whisker-edge" d={path} />
      <path class="whisker" d={path} />
    </>
  )
}

function layoutFor(width: number, valueWidth: number): Layout {
  if (width < WIDE) {
    const barWidth = Math.max(60, width - valueWidth)
    const bar = { barX: 0, barY: 26, barHeight: 10, barWidth }
    return { ...bar, width, rowHeight: 48, labelWidth: width, labelY: 18, valueY: 35.5 }
  }
  const barX = Math.min(320, width * 0.34)
  const barWidth = Math.max(40, width - barX - valueWidth)
  const bar = { barX, barY: 11, barHeight: 12, barWidth }
  return { ...bar, width, rowHeight: 34, labelWidth: barX - 16, labelY: 22, valueY: 21.5 }
}

/** The share, and what it is a share of; of anything else the value alone. */
function valueWords(row: Row, drawn: number, column: Column): readonly [string, string] {
  const cell = row.cells[drawn] ?? null
  const { share, counted, cell: text } = forms.value
  if (typeof cell !== 'object' || cell === null || cell.of === 0) {
    return [text(cell, column.unit), '']
  }
  return [share(cell.n / cell.of), counted(cell)]
}

/** Pixels of the widest value with the room before it. */
function valueRoom(rows: readonly Row[], drawn: number, column: Column): number {
  const widths = rows.map((row) => {
    const [value, counted] = valueWords(row, drawn, column)
    return textWidth(value, VALUE, 600) + (counted === '' ? 0 : textWidth(` · ${counted}`, VALUE))
  })
  return Math.max(0, ...widths) + 18
}

const intervalOf = (cell: Cell): { readonly from: number; readonly to: number } | null =>
  typeof cell === 'object' && cell !== null ? cell.interval : null

/** How far to the right a cell goes, whisker and all. */
const reach = (cell: Cell): number => Math.max(drawnValue(cell) ?? 0, intervalOf(cell)?.to ?? 0)
