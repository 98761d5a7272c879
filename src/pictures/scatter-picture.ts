import { CANVAS_MARGIN, CANVAS_WIDTH } from './canvas.ts'
import { captioned } from './captioned.ts'
import { element, type Markup } from './markup.ts'
import { palette } from './palette.ts'
import { textLine } from './text-line.ts'

export interface ScatterPoint {
  /** 0 to 1. */
  readonly x: number
  readonly y: number
  /** `doubtful`: told from the others by colour and shape; `faint`: an outline, with little behind it. */
  readonly look: 'plain' | 'doubtful' | 'faint'
  /** Written into it, such as "3": it is named beside the picture. */
  readonly label?: string
}

/** A band of heights that mean something, with its name. */
export interface ScatterBand {
  /** From here up to the next band. */
  readonly from: number
  readonly name: string
  /** What lies in it is to be seen first. */
  readonly marked?: boolean
}

export interface ScatterPicture {
  readonly title: string
  readonly subtitle: string
  readonly xName: string
  readonly yName: string
  /** Written below the axis, from 0 to 1. */
  readonly xMarks: readonly { readonly at: number; readonly text: string }[]
  readonly yMarks: readonly { readonly at: number; readonly text: string }[]
  /** From the lowest up; the first begins at the foot. */
  readonly bands: readonly ScatterBand[]
  /** Ends of the upright axis; what lies beyond stands at the edge. */
  readonly low: number
  readonly high: number
  readonly points: readonly ScatterPoint[]
  /** What the three looks mean, in their order. */
  readonly legend: readonly { readonly look: ScatterPoint['look']; readonly text: string }[]
  readonly note: string
}

const MARGIN = CANVAS_MARGIN
const INNER = CANVAS_WIDTH - 2 * MARGIN
const LEFT = MARGIN + 76
const RIGHT = CANVAS_WIDTH - MARGIN
const TOP = 290
const FOOT = 990

/** A named point is a disc that holds a number of two digits. */
const DISC = 25
const DOT = 11

/** Points by two measures, with bands that say what the upright one means. */
export function scatterPicture(picture: ScatterPicture): Markup {
  const { title, subtitle, xName, yName, legend, note } = picture
  const key = drawLegend(legend, FOOT + 178)
  const quiet = { size: 30, weight: 'semibold', fill: palette.quiet } as const
  return captioned(
    {
      title,
      subtitle,
      smallest: 28,
      note,
      noteY: key.bottom + 62,
      noteLines: 5,
      below: 52,
    },
    textLine(yName, { x: MARGIN, y: TOP - 26, ...quiet, width: INNER, smallest: 26 }),
    ...drawBands(picture),
    ...drawAxes(picture),
    textLine(xName, {
      x: (LEFT + RIGHT) / 2,
      y: FOOT + 104,
      ...quiet,
      anchor: 'middle',
      width: RIGHT - LEFT,
      smallest: 26,
    }),
    ...drawPoints(picture),
    key.drawn,
  )
}

function xOf(x: number): number {
  return LEFT + DISC + x * (RIGHT - LEFT - 2 * DISC)
}

function yOf(y: number, { low, high }: Pick<ScatterPicture, 'low' | 'high'>): number {
  const part = (Math.min(high, Math.max(low, y)) - low) / (high - low)
  return FOOT - part * (FOOT - TOP)
}

function drawBands(picture: ScatterPicture): Markup[] {
  const { bands } = picture
  return bands.flatMap(({ from, name, marked = false }, i) => {
    const foot = i === 0 ? FOOT : yOf(from, picture)
    const next = bands[i + 1]
    const top = next === undefined ? TOP : yOf(next.from, picture)
    return [
      element('rect', {
        x: LEFT,
        y: top,
        width: RIGHT - LEFT,
        height: foot - top,
        fill: marked ? palette.amberPale : i % 2 === 0 ? palette.paper : '#f4f7fa',
      }),
      textLine(name, {
        x: LEFT + 16,
        y: Math.min(foot - 14, top + 38),
        size: 28,
        weight: 'semibold',
        fill: palette.quiet,
        width: 300,
        smallest: 24,
      }),
    ]
  })
}

function drawAxes(picture: ScatterPicture): Markup[] {
  const mark = { size: 28, weight: 'regular', fill: palette.quiet } as const
  return [
    ...picture.yMarks.flatMap(({ at, text }) => {
      const y = yOf(at, picture)
      return [
        element('line', {
          x1: LEFT,
          x2: RIGHT,
          y1: y,
          y2: y,
          stroke: at === 0 ? palette.coming : palette.line,
          'stroke-width': at === 0 ? 3 : 2,
        }),
        textLine(text, { x: LEFT - 14, y: y + 10, ...mark, anchor: 'end', width: 72 }),
      ]
    }),
    ...picture.xMarks.flatMap(({ at, text }) => [
      element('line', {
        x1: xOf(at),
        x2: xOf(at),
        y1: FOOT,
        y2: FOOT + 10,
        stroke: palette.coming,
        'stroke-width': 3,
      }),
      textLine(text, { x: xOf(at), y: FOOT + 46, ...mark, anchor: 'middle', width: 120 }),
    ]),
  ]
}

/** The named ones above the others, and apart from each other: one that would hide another steps aside. */
function drawPoints(picture: ScatterPicture): Markup[] {
  const { points } = picture
  const unnamed = points.filter(({ label }) => label === undefined)
  const placed: Spot[] = []
  const named = points.flatMap((point) => {
    if (point.label === undefined) return []
    const [x, y] = [xOf(point.x), yOf(point.y, picture)]
    const free = freePlace(x, y, placed)
    placed.push(free)
    return [
      ...(Math.hypot(free.x - x, free.y - y) <= DISC
        ? []
        : [
            element('line', {
              x1: x,
              y1: y,
              x2: free.x,
              y2: free.y,
              stroke: palette.ink,
              'stroke-width': 2,
            }),
            element('circle', { cx: x, cy: y, r: 5, fill: palette.ink }),
          ]),
      ...drawNamed(point, free),
    ]
  })
  return [
    ...unnamed.map((point) => drawDot(point.look, xOf(point.x), yOf(point.y, picture))),
    ...named,
  ]
}

/** Places around a point, in widths of a disc, the nearest first. */
const STEPS = [-3, -2, -1, 0, 1, 2, 3]
  .flatMap((dx, _, all) => all.map((dy) => ({ dx, dy })))
  .toSorted((a, b) => Math.hypot(a.dx, a.dy) - Math.hypot(b.dx, b.dy))

interface Spot {
  readonly x: number
  readonly y: number
}

/** Where a disc hides none of the others: at its point, or beside it. */
function freePlace(x: number, y: number, taken: readonly Spot[]): Spot {
  const step = 2 * DISC + 6
  const inside = { x, y: Math.min(FOOT - DISC, Math.max(TOP + DISC, y)) }
  const places = STEPS.map(({ dx, dy }) => ({ x: x + dx * step, y: inside.y + dy * step }))
  const fits = places.find(
    (place) =>
      place.x >= LEFT + DISC &&
      place.x <= RIGHT - DISC &&
      place.y >= TOP + DISC &&
      place.y <= FOOT - DISC &&
      taken.every((other) => Math.hypot(other.x - place.x, other.y - place.y) >= 2 * DISC),
  )
  return fits ?? inside
}

function drawNamed({ look, label = '' }: ScatterPoint, at: Spot): Markup[] {
  const doubtful = look === 'doubtful'
  return [
    element('circle', {
      cx: at.x,
      cy: at.y,
      r: DISC,
      fill: doubtful ? palette.amber : look === 'faint' ? palette.paper : palette.blue,
      stroke: look === 'faint' ? palette.coming : palette.paper,
      'stroke-width': 3,
    }),
    textLine(label, {
      x: at.x,
      y: at.y + 11,
      size: 30,
      weight: 'bold',
      fill: look === 'plain' ? palette.paper : palette.ink,
      anchor: 'middle',
      width: 2 * DISC - 6,
      smallest: 20,
    }),
  ]
}

function drawDot(look: ScatterPoint['look'], x: number, y: number): Markup {
  if (look === 'doubtful') {
    const points = [`${x},${y - 15}`, `${x + 15},${y}`, `${x},${y + 15}`, `${x - 15},${y}`]
    return element('polygon', {
      points: points.join(' '),
      fill: palette.amber,
      stroke: palette.paper,
      'stroke-width': 2,
    })
  }
  return element('circle', {
    cx: x,
    cy: y,
    r: DOT,
    fill: look === 'faint' ? 'none' : palette.blueLight,
    stroke: look === 'faint' ? palette.coming : palette.paper,
    'stroke-width': look === 'faint' ? 4 : 2,
  })
}

function drawLegend(
  legend: ScatterPicture['legend'],
  y: number,
): { readonly drawn: Markup; readonly bottom: number } {
  const step = 48
  return {
    drawn: element(
      'g',
      {},
      ...legend.flatMap(({ look, text }, i) => [
        drawDot(look, MARGIN + 16, y + i * step - 10),
        textLine(text, {
          x: MARGIN + 48,
          y: y + i * step,
          size: 32,
          weight: 'regular',
          fill: palette.ink,
          width: INNER - 48,
          smallest: 28,
        }),
      ]),
    ),
    bottom: y + (legend.length - 1) * step,
  }
}
