import { CANVAS_MARGIN, CANVAS_WIDTH } from './canvas.ts'
import { captioned } from './captioned.ts'
import { element, type Markup } from './markup.ts'
import { palette } from './palette.ts'
import { textLine } from './text-line.ts'

/** What a day of a month is: each looks different by its lightness and by a shape of its own. */
export type MonthDay =
  | 'working'
  | 'weekend'
  | 'holiday'
  | 'collective_leave'
  | 'regional_holiday'
  | 'school_holiday'
  | 'own'

export interface MonthPicture {
  readonly title: string
  readonly subtitle: string
  /** Seven short names, Monday's first. */
  readonly weekdays: readonly string[]
  /** Days of the week before the first of the month: 0 where it is a Monday. */
  readonly before: number
  /** From the first of the month to its last. */
  readonly days: readonly MonthDay[]
  /** What the looks mean, of those that occur. */
  readonly legend: readonly { readonly day: MonthDay; readonly text: string }[]
  /** A sentence below, of up to three lines. */
  readonly note: string
}

const MARGIN = CANVAS_MARGIN
const INNER = CANVAS_WIDTH - 2 * MARGIN
const WIDE = INNER / 7
const TOP = 304
const HIGH = 118
const GAP = 8
const LEGEND_ROW = 66
const HALF = INNER / 2

interface Look {
  readonly fill: string
  readonly ink: string
  readonly stroke: string
  readonly width: number
  readonly mark?: { readonly shape: Shape; readonly fill: string }
}

type Shape = 'disc' | 'diamond' | 'triangle' | 'square' | 'star'

const looks: Readonly<Record<MonthDay, Look>> = {
  working: { fill: palette.paper, ink: palette.ink, stroke: palette.coming, width: 3 },
  weekend: { fill: '#e6ebf0', ink: palette.quiet, stroke: 'none', width: 0 },
  holiday: {
    fill: palette.blue,
    ink: palette.paper,
    stroke: 'none',
    width: 0,
    mark: { shape: 'disc', fill: palette.paper },
  },
  collective_leave: {
    fill: palette.amberPale,
    ink: palette.ink,
    stroke: palette.amber,
    width: 6,
    mark: { shape: 'diamond', fill: '#a86a00' },
  },
  regional_holiday: {
    fill: palette.bluePale,
    ink: palette.ink,
    stroke: 'none',
    width: 0,
    mark: { shape: 'triangle', fill: palette.ink },
  },
  school_holiday: {
    fill: palette.paper,
    ink: palette.ink,
    stroke: palette.blue,
    width: 6,
    mark: { shape: 'square', fill: palette.blue },
  },
  own: {
    fill: palette.ink,
    ink: palette.paper,
    stroke: 'none',
    width: 0,
    mark: { shape: 'star', fill: '#f7dfa8' },
  },
}

/** A month as a wall calendar has it, weeks from Monday on, with what its looks mean below. */
export function monthPicture(month: MonthPicture): Markup {
  const { title, subtitle, weekdays, before, days, legend, note } = month
  const weeks = Math.ceil((before + days.length) / 7)
  const legendTop = TOP + weeks * HIGH + 30
  return captioned(
    {
      title,
      subtitle,
      smallest: 30,
      note,
      noteY: legendTop + Math.ceil(legend.length / 2) * LEGEND_ROW + 52,
      noteLines: 3,
      below: 56,
    },
    ...weekdays.map((name, i) =>
      textLine(name, {
        x: MARGIN + i * WIDE + (WIDE - GAP) / 2,
        y: TOP - 26,
        size: 34,
        weight: 'semibold',
        fill: palette.quiet,
        anchor: 'middle',
        width: WIDE - GAP,
      }),
    ),
    ...days.map((day, i) => {
      const place = before + i
      const [x, y] = [MARGIN + (place % 7) * WIDE, TOP + Math.floor(place / 7) * HIGH]
      return drawDay(looks[day], String(i + 1), { x, y })
    }),
    ...legend.map(({ day, text }, i) =>
      drawMeaning(looks[day], text, {
        x: MARGIN + (i % 2) * HALF,
        y: legendTop + Math.floor(i / 2) * LEGEND_ROW,
      }),
    ),
  )
}

interface Place {
  readonly x: number
  readonly y: number
}

function drawDay(look: Look, date: string, { x, y }: Place): Markup {
  const [width, height] = [WIDE - GAP, HIGH - GAP]
  return element(
    'g',
    {},
    box(look, { x, y, width, height, rx: 14 }),
    textLine(date, {
      x: x + width / 2,
      y: look.mark === undefined ? y + 71 : y + 56,
      size: 46,
      weight: 'semibold',
      fill: look.ink,
      anchor: 'middle',
      width,
    }),
    ...markOf(look, { x: x + width / 2, y: y + 83 }, 15),
  )
}

function drawMeaning(look: Look, text: string, { x, y }: Place): Markup {
  return element(
    'g',
    {},
    box(look, { x, y, width: 60, height: 50, rx: 10 }),
    ...markOf(look, { x: x + 30, y: y + 25 }, 13),
    textLine(text, {
      x: x + 78,
      y: y + 37,
      size: 34,
      weight: 'regular',
      fill: palette.ink,
      width: HALF - 90,
      smallest: 27,
    }),
  )
}

/** The frame stands inside the box, so that a thick one is no larger than a thin one. */
function box(
  { fill, stroke, width: line }: Look,
  frame: Place & { readonly width: number; readonly height: number; readonly rx: number },
): Markup {
  return element('rect', {
    x: frame.x + line / 2,
    y: frame.y + line / 2,
    width: frame.width - line,
    height: frame.height - line,
    rx: frame.rx,
    fill,
    stroke,
    'stroke-width': line,
  })
}

function markOf({ mark }: Look, { x, y }: Place, r: number): Markup[] {
  if (mark === undefined) return []
  const { shape, fill } = mark
  if (shape === 'disc') return [element('circle', { cx: x, cy: y, r: r * 0.9, fill })]
  const points = corners[shape].map(([right, down]) => `${x + right * r},${y + down * r}`)
  return [element('polygon', { points: points.join(' '), fill })]
}

/** Of shapes with corners, in radii from the middle. */
const corners: Readonly<
  Record<Exclude<Shape, 'disc'>, readonly (readonly [right: number, down: number])[]>
> = {
  diamond: [
    [0, -1.15],
    [1.15, 0],
    [0, 1.15],
    [-1.15, 0],
  ],
  triangle: [
    [0, -1],
    [1.1, 0.9],
    [-1.1, 0.9],
  ],
  square: [
    [-0.85, -0.85],
    [0.85, -0.85],
    [0.85, 0.85],
    [-0.85, 0.85],
  ],
  star: Array.from({ length: 10 }, (_, i) => {
    const [angle, radius] = [(Math.PI * i) / 5, i % 2 === 0 ? 1.2 : 0.5]
    return [radius * Math.sin(angle), -radius * Math.cos(angle)] as const
  }),
}
