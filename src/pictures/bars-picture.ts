import { CANVAS_MARGIN, CANVAS_WIDTH } from './canvas.ts'
import { captioned } from './captioned.ts'
import { fitText, widthOf } from './fit-text.ts'
import { element, type Markup } from './markup.ts'
import { palette } from './palette.ts'
import { textLine } from './text-line.ts'

export interface Bar {
  /** Before the name, such as "3."; empty: none. */
  readonly place: string
  readonly name: string
  /** 0 to 1. */
  readonly share: number
  /** What the bar says in words and figures. */
  readonly value: string
  /** It is marked, in colour and with these words behind the name. */
  readonly mark?: string
  /** The interval in which the share very likely lies, from 0 to 1: drawn where people are few. */
  readonly range?: readonly [low: number, high: number]
  /** A gap above it: bars in between are not shown. */
  readonly apart?: boolean
  /** Words above it, where bars of another kind begin. */
  readonly heading?: string
}

export interface BarsPicture {
  readonly title: string
  readonly subtitle: string
  readonly bars: readonly Bar[]
  /** A sentence below, of up to three lines. */
  readonly note: string
}

const MARGIN = CANVAS_MARGIN
const INNER = CANVAS_WIDTH - 2 * MARGIN
const ROW = 116
const APART = 52
const HEADING = 88

/** Shares as lying bars, from 0 to 100%, each with its name and its figures in words. */
export function barsPicture({ title, subtitle, bars, note }: BarsPicture): Markup {
  const tops: number[] = []
  let y = 248
  for (const { apart = false, heading } of bars) {
    if (apart) y += APART
    if (heading !== undefined) y += HEADING
    tops.push(y)
    y += ROW
  }
  return captioned(
    {
      title,
      subtitle,
      smallest: 30,
      note,
      noteY: y + 52,
      noteLines: 4,
      below: 56,
    },
    ...bars.map((bar, i) => drawBar(bar, tops[i] ?? 0)),
  )
}

const BAR = 30

function drawHeading(text: string, y: number): Markup {
  const face = { size: 36, weight: 'bold', fill: palette.ink } as const
  return textLine(text, { x: MARGIN, y: y - 26, ...face, width: INNER, smallest: 30 })
}

function drawBar(bar: Bar, y: number): Markup {
  const { place, name, share, value, mark, range, apart = false, heading } = bar
  const marked = mark !== undefined
  const label = [place, name].filter((part) => part !== '').join(' ')
  const face = { size: 35, weight: marked ? 'bold' : 'semibold' } as const
  // The mark is never what a long name pushes out.
  const behind = marked ? ` · ${mark}` : ''
  const width = INNER * 0.62
  const named = fitText(label, face, width - widthOf(behind, face), 31)
  const track = { x: MARGIN, y: y + 50, height: BAR, rx: BAR / 2 }
  const dots = [0, 1, 2].map((i) =>
    element('circle', {
      cx: MARGIN + 20 + i * 22,
      cy: y - APART / 2 - 12,
      r: 5,
      fill: palette.coming,
    }),
  )
  return element(
    'g',
    {},
    ...(apart ? dots : []),
    ...(heading === undefined ? [] : [drawHeading(heading, y)]),
    ...(marked
      ? [
          element('rect', {
            x: MARGIN - 28,
            y: y - 8,
            width: INNER + 56,
            height: ROW - 8,
            rx: 24,
            fill: palette.amberPale,
          }),
        ]
      : []),
    textLine(named.text + behind, {
      x: MARGIN,
      y: y + 34,
      ...face,
      size: named.size,
      fill: palette.ink,
      width,
    }),
    textLine(value, {
      x: MARGIN + INNER,
      y: y + 34,
      size: 34,
      weight: 'semibold',
      fill: palette.quiet,
      anchor: 'end',
      width: INNER * 0.36,
      smallest: 28,
    }),
    element('rect', { ...track, width: INNER, fill: palette.line }),
    ...(share > 0
      ? [
          element('rect', {
            ...track,
            width: Math.max(BAR, INNER * Math.min(1, share)),
            fill: marked ? palette.amber : palette.blue,
          }),
        ]
      : []),
    ...(range === undefined ? [] : [drawRange(range, track.y + BAR / 2)]),
  )
}

/** A line with ends, dark with a light edge: it is seen on the bar and beside it. */
function drawRange([low, high]: readonly [number, number], middle: number): Markup {
  const [from, to] = [low, high].map((share) => MARGIN + INNER * Math.min(1, Math.max(0, share)))
  const d = `M${from} ${middle - 11}V${middle + 11}M${from} ${middle}H${to}M${to} ${middle - 11}V${middle + 11}`
  return element(
    'g',
    { fill: 'none', 'stroke-linecap': 'round' },
    element('path', { d, stroke: palette.paper, 'stroke-width': 10 }),
    element('path', { d, stroke: palette.ink, 'stroke-width': 4 }),
  )
}
