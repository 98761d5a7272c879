import type { JSX } from 'preact'
import type { Column, Panel, Row } from '../../../contract.ts'
import { forms, texts } from '../state/settings.ts'
import { Picture } from './picture.tsx'
import { drawnValue, labelled } from './scale.ts'
import { textWidth } from './text-width.ts'
import { useWidth } from './use-width.ts'

const SIZE = 12
const STEPS = [0.08, 0.3, 0.52, 0.76, 1] as const

/** One hue from pale to full, so that only lightness is read. */
export function Heat({ panel }: { panel: Panel }): JSX.Element {
  const [place, width] = useWidth()
  return (
    <div class="chart" ref={place}>
      {width !== undefined && <Cells panel={panel} width={width} />}
      <p class="legend heat-legend">
        {texts.value.least}
        <svg width={STEPS.length * 18} height={12} aria-hidden="true">
          {STEPS.map((opacity, i) => (
            <rect key={i} class="heat" x={i * 18} width={16} height={12} rx={3} {...{ opacity }} />
          ))}
        </svg>
        {texts.value.most}
      </p>
    </div>
  )
}

function Cells({ panel, width }: { panel: Panel; width: number }): JSX.Element {
  const [first, ...columns] = panel.columns
  const unit = first?.unit ?? 'text'
  const names = panel.rows.map((row) => forms.value.cell(row.cells[0] ?? null, unit))
  const left = Math.max(0, ...names.map((name) => textWidth(name, SIZE))) + 8
  const step = (width - left) / Math.max(1, columns.length)
  const rowHeight = Math.min(34, Math.max(24, step))
  const height = panel.rows.length * rowHeight + 20
  const values = panel.rows.flatMap((row) =>
    columns.map((_, i) => drawnValue(row.cells[i + 1]) ?? 0),
  )
  const greatest = Math.max(0, ...values)
  const widest = Math.max(1, ...columns.map(({ label }) => textWidth(label, SIZE)))
  const room = Math.max(1, Math.floor((width - left) / (widest + 6)))
  return (
    <Picture width={width} height={height} summary={panel.summary}>
      {labelled(columns.length, room, 'first').map((i) => (
        <text key={i} class="tick" x={left + (i + 0.5) * step} y={12} text-anchor="middle">
          {columns[i]?.label}
        </text>
      ))}
      {panel.rows.map((row, i) => (
        <g key={i} transform={`translate(0 ${20 + i * rowHeight})`}>
          <text class="tick" x={0} y={rowHeight / 2 + 4}>
            {names[i]}
          </text>
          <HeatRow {...{ row, columns, name: names[i] ?? '', left, step, rowHeight, greatest }} />
        </g>
      ))}
    </Picture>
  )
}

interface HeatRowProps {
  readonly row: Row
  readonly columns: readonly Column[]
  readonly name: string
  readonly left: number
  readonly step: number
  readonly rowHeight: number
  readonly greatest: number
}

function HeatRow(props: HeatRowProps): JSX.Element {
  const { row, columns, name, left, step, rowHeight, greatest } = props
  const gap = step > 20 ? 3 : 1.5
  return (
    <>
      {columns.map(({ id, label, unit }, i) => {
        const cell = row.cells[i + 1] ?? null
        const value = drawnValue(cell)
        const share = value === undefined || greatest === 0 ? 0 : value / greatest
        return (
          <rect
            key={id}
            class={value === undefined ? 'heat is-unknown' : 'heat'}
            x={left + i * step + gap / 2}
            y={gap / 2}
            width={step - gap}
            height={rowHeight - gap}
            rx={Math.min(4, step / 4)}
            opacity={0.07 + 0.93 * share}
          >
            <title>{`${name}, ${label}: ${forms.value.cell(cell, unit)}`}</title>
          </rect>
        )
      })}
    </>
  )
}
