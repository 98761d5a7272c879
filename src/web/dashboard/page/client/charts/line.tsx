import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import type { Cell, Column, Panel } from '../../../contract.ts'
import { forms, start, texts } from '../state/settings.ts'
import { Picture } from './picture.tsx'
import { drawnValue, labelled, runsOf, ticksFor, ticksForShares } from './scale.ts'
import { textWidth } from './text-width.ts'
import { useWidth } from './use-width.ts'

const SIZE = 12
const TOP = 26
const BOTTOM = 26
/** Dots are drawn while so many of them stand apart. */
const DOTS = 40

export function Line({ panel }: { panel: Panel }): JSX.Element {
  const [place, width] = useWidth()
  const column = panel.columns[panel.drawn]
  return (
    <div class="chart" ref={place}>
      <p class="drawn">{column?.label}</p>
      {width !== undefined && column !== undefined && <Drawn {...{ panel, width, column }} />}
    </div>
  )
}

interface DrawnProps {
  readonly panel: Panel
  readonly width: number
  readonly column: Column
}

function Drawn({ panel, width, column }: DrawnProps): JSX.Element {
  const { rows, drawn } = panel
  const read = useSignal<number | undefined>(undefined)
  const height = width < 560 ? 220 : 260
  const values = rows.map((row) => drawnValue(row.cells[drawn]))
  const greatest = Math.max(0, ...values.map((value) => value ?? 0))
  const ticks = column.unit === 'rate' ? ticksForShares(greatest) : ticksFor(greatest)
  const tickWords = ticks.map((tick) => forms.value.cell(tick, column.unit))
  const left = Math.max(...tickWords.map((text) => textWidth(text, SIZE))) + 10
  const right = width - 10
  const end = ticks.at(-1) ?? 1
  const x = (i: number): number => left + (i + 0.5) * ((right - left) / rows.length)
  const y = (value: number): number => height - BOTTOM - (value / end) * (height - BOTTOM - TOP)
  const nearest = (event: PointerEvent & { currentTarget?: EventTarget | null }): void => {
    if (!(event.currentTarget instanceof Element)) return
    const box = event.currentTarget.getBoundingClientRect()
    const at = ((event.clientX - box.left) / box.width) * width
    const i = Math.floor(((at - left) / (right - left)) * rows.length)
    read.value = Math.min(rows.length - 1, Math.max(0, i))
  }
  return (
    <Picture
      {...{ width, height, summary: panel.summary }}
      onPointerMove={nearest}
      onPointerLeave={() => (read.value = undefined)}
    >
      {ticks.map((tick, i) => (
        <g key={tick}>
          <line class="grid" x1={left} x2={right} y1={y(tick)} y2={y(tick)} />
          <text class="tick" x={left - 8} y={y(tick) + 4} text-anchor="end">
            {tickWords[i]}
          </text>
        </g>
      ))}
      <DayLabels {...{ panel, x, left, right, y: height - 7 }} />
      <Runs
        runs={runsUntilNow(values, isStillOpen(panel)).map((run) =>
          run.map((i) => [x(i), y(values[i] ?? 0)]),
        )}
        ground={y(0)}
      />
      {rows.length <= DOTS &&
        values.map((value, i) =>
          value === undefined ? null : (
            <circle
              key={i}
              class={rows[i]?.mark == null ? 'dot' : 'dot is-marked'}
              cx={x(i)}
              cy={y(value)}
              r={3}
            />
          ),
        )}
      <Reading {...{ panel, column, x, y, width, at: read.value ?? lastOf(values) }} />
    </Picture>
  )
}

/** Today is not over: what it has so far is not held against whole days. */
const isStillOpen = ({ rows, columns }: Panel): boolean =>
  columns[0]?.unit === 'day' && rows.at(-1)?.cells[0] === start.value?.today

/** Of a day that is still open, a run of its own: the line does not lead down to it. */
function runsUntilNow(
  values: readonly (number | undefined)[],
  isOpen: boolean,
): readonly (readonly number[])[] {
  if (!isOpen) return runsOf(values)
  const whole = runsOf(values.slice(0, -1))
  return values.at(-1) === undefined ? whole : [...whole, [values.length - 1]]
}

type Point = readonly [number, number]

const pathOf = (points: readonly Point[]): string =>
  `M${points.map(([px, py]) => `${px.toFixed(1)} ${py.toFixed(1)}`).join('L')}`

interface RunsProps {
  readonly runs: readonly (readonly Point[])[]
  /** Where nothing is drawn. */
  readonly ground: number
}

/** A line for each run of days that have a value, and dots from one run to the next. */
function Runs({ runs, ground }: RunsProps): JSX.Element {
  const bridges = runs.slice(1).map((run, i) => [...(runs[i]?.slice(-1) ?? []), ...run.slice(0, 1)])
  const [only] = runs
  const [first, last] = [only?.[0]?.[0] ?? 0, only?.at(-1)?.[0] ?? 0]
  return (
    <>
      {runs.length <= 2 && only !== undefined && only.length > 1 && (
        <path class="area" d={`${pathOf(only)}L${last} ${ground}L${first} ${ground}Z`} />
      )}
      {bridges.map((bridge, i) => (
        <path key={i} class="bridge" d={pathOf(bridge)} />
      ))}
      {runs.map((run, i) => (
        <path key={i} class="line" d={pathOf(run)} />
      ))}
    </>
  )
}

interface DayLabelsProps {
  readonly panel: Panel
  readonly x: (i: number) => number
  readonly left: number
  readonly right: number
  readonly y: number
}

function DayLabels({ panel, x, left, right, y }: DayLabelsProps): JSX.Element {
  const names = panel.rows.map((row) => axisName(row.cells[0] ?? null, panel))
  const widest = Math.max(1, ...names.map((name) => textWidth(name, SIZE)))
  const room = Math.floor((right - left) / (widest + 18))
  return (
    <>
      {labelled(names.length, room).map((i) => {
        const half = textWidth(names[i] ?? '', SIZE) / 2
        const at = Math.min(right + 10 - half, Math.max(left - 8 + half, x(i)))
        return (
          <text key={i} class="tick" x={at} y={y} text-anchor="middle">
            {names[i]}
          </text>
        )
      })}
    </>
  )
}

interface ReadingProps {
  readonly panel: Panel
  readonly column: Column
  readonly x: (i: number) => number
  readonly y: (value: number) => number
  readonly width: number
  readonly at: number | undefined
}

/** The value under the finger, and the newest while none is there. */
function Reading({ panel, column, x, y, width, at }: ReadingProps): JSX.Element | null {
  const row = at === undefined ? undefined : panel.rows[at]
  if (at === undefined || row === undefined) return null
  const cell = row.cells[panel.drawn] ?? null
  const name = forms.value.cell(row.cells[0] ?? null, panel.columns[0]?.unit ?? 'text')
  const isOpen = at === panel.rows.length - 1 && isStillOpen(panel)
  const value = drawnValue(cell)
  const words = [
    `${name}: ${forms.value.cell(cell, column.unit)}`,
    ...(isOpen ? [texts.value.soFar] : []),
    ...(row.mark === null ? [] : [row.mark]),
  ].join(' · ')
  const half = textWidth(words, 13, 600) / 2
  const middle = Math.min(width - half, Math.max(half, x(at)))
  return (
    <g class="reading">
      <line x1={x(at)} x2={x(at)} y1={TOP - 6} y2={y(0)} />
      {value !== undefined && <circle class="dot" cx={x(at)} cy={y(value)} r={4.5} />}
      <text x={middle} y={14} text-anchor="middle">
        {words}
      </text>
    </g>
  )
}

const axisName = (cell: Cell, panel: Panel): string =>
  typeof cell === 'string' && panel.columns[0]?.unit === 'day'
    ? forms.value.day(cell, 'axis')
    : forms.value.cell(cell, panel.columns[0]?.unit ?? 'text')

function lastOf(values: readonly (number | undefined)[]): number | undefined {
  const last = values.findLastIndex((value) => value !== undefined)
  return last < 0 ? undefined : last
}
