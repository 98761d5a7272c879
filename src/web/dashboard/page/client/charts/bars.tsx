import type { JSX } from 'preact'
import type { Cell, Column, Panel, Row } from '../../../contract.ts'
import { follow } from '../state/navigate.ts'
import { forms, texts } from '../state/settings.ts'
import { Picture } from './picture.tsx'
import { drawnValue, fitted, ticksFor, ticksForShares } from './scale.ts'
import { textWidth } from './text-width.ts'
import { useWidth } from './use-width.ts'

/** From this width on, names stand beside their bars; below it, above them. */
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
  readonly textY: number
}

export function Bars({ panel }: { panel: Panel }): JSX.Element {
  const [place, width] = useWidth()
  const { drawn, columns } = panel
  const column = columns[drawn]
  const rows = panel.rows.slice(0, MOST)
  const greatest = Math.max(0, ...rows.map((row) => reach(row.cells[drawn] ?? null)))
  const ticks = column?.unit === 'rate' ? ticksForShares(greatest) : ticksFor(greatest)
  const end = ticks.at(-1) ?? 1
  const hasInterval = rows.some((row) => intervalOf(row.cells[drawn] ?? null) !== null)
  return (
    <div class="chart" ref={place}>
      {width !== undefined && column !== undefined && (
        <BarRows
          layout={layoutFor(
            width,
            rows.map((row) => valueText(row, drawn, column)),
          )}
          {...{ panel, rows, end, column }}
        />
      )}
      {hasInterval && <p class="legend">{texts.value.intervalNote}</p>}
    </div>
  )
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
          <BarRow {...{ layout, row, end, column, panel }} />
        </g>
      ))}
    </Picture>
  )
}

function BarRow({
  layout,
  row,
  end,
  column,
  panel,
}: Omit<BarRowsProps, 'rows'> & { readonly row: Row }): JSX.Element {
  const { width, rowHeight, barX, barY, barHeight, barWidth, labelWidth, textY } = layout
  const cell = row.cells[panel.drawn] ?? null
  const name = forms.value.cell(row.cells[0] ?? null, panel.columns[0]?.unit ?? 'text')
  const value = valueText(row, panel.drawn, column)
  const mark = row.mark === null ? '' : ` · ${row.mark}`
  const markWidth = textWidth(mark, VALUE, 600)
  const at = (part: number): number => barX + (Math.min(part, end) / end) * barWidth
  const drawn = drawnValue(cell)
  const interval = intervalOf(cell)
  const middle = barY + barHeight / 2
  return (
    <>
      <title>{[name, value, row.mark].filter(Boolean).join(' · ')}</title>
      <rect class="row-ground" width={width} height={rowHeight} />
      <text class="label" x={0} y={textY}>
        {fitted(name, labelWidth - markWidth, (text) => textWidth(text, LABEL))}
        {mark !== '' && <tspan class="mark-word">{mark}</tspan>}
      </text>
      <text class="value" x={width} y={textY} text-anchor="end">
        {value}
      </text>
      <rect
        class="track"
        x={barX}
        y={barY}
        width={barWidth}
        height={barHeight}
        rx={barHeight / 2}
      />
      {drawn !== undefined && drawn > 0 && (
        <rect
          class={row.mark === null ? 'bar' : 'bar is-marked'}
          x={barX}
          y={barY}
          width={Math.max(barHeight, at(drawn) - barX)}
          height={barHeight}
          rx={barHeight / 2}
        />
      )}
      {interval !== null && (
        <path
          class="whisker"
          d={`M${at(interval.from)} ${middle}H${at(interval.to)}M${at(interval.from)} ${middle - 4}v8M${at(interval.to)} ${middle - 4}v8`}
        />
      )}
    </>
  )
}

function layoutFor(width: number, values: readonly string[]): Layout {
  const valueWidth = Math.max(0, ...values.map((text) => textWidth(text, VALUE, 600))) + 12
  if (width < WIDE) {
    const labelWidth = Math.max(60, width - valueWidth)
    const bar = { barX: 0, barY: 25, barHeight: 10, barWidth: width }
    return { ...bar, width, rowHeight: 46, labelWidth, textY: 16 }
  }
  const labelWidth = Math.min(320, width * 0.34)
  const barWidth = Math.max(40, width - labelWidth - valueWidth)
  const bar = { barX: labelWidth, barY: 11, barHeight: 12, barWidth }
  return { ...bar, width, rowHeight: 34, labelWidth: labelWidth - 16, textY: 22 }
}

/** The share and what it is a share of. */
function valueText(row: Row, drawn: number, column: Column): string {
  const cell = row.cells[drawn] ?? null
  const { share, counted, cell: text } = forms.value
  if (typeof cell !== 'object' || cell === null || cell.of === 0) return text(cell, column.unit)
  return `${share(cell.n / cell.of)} · ${counted(cell)}`
}

const intervalOf = (cell: Cell): { readonly from: number; readonly to: number } | null =>
  typeof cell === 'object' && cell !== null ? cell.interval : null

/** How far to the right a cell goes, whisker and all. */
const reach = (cell: Cell): number => Math.max(drawnValue(cell) ?? 0, intervalOf(cell)?.to ?? 0)
