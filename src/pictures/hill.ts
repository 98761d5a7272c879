import { element, type Markup } from './markup.ts'
import { palette } from './palette.ts'

export interface HillPlace {
  /** x of the top. */
  readonly middle: number
  /** y on which the lowest row stands. */
  readonly foot: number
  readonly width: number
  /** A flag stands on the top. */
  readonly complete: boolean
  /** The next stone is marked. */
  readonly goesOn: boolean
}

/** No stone is wider than this, however few there are. */
const WIDEST = 148
/** Height of a stone, as a share of its width. */
const FLATNESS = 0.6
/** The hill is no higher than this, so that the title stays above it. */
const HIGHEST = 500

/** A hill of stones: those laid are full, the next one is marked, those to come are outlines. */
export function drawHill(
  rows: readonly (readonly boolean[])[],
  { middle, foot, width, complete, goesOn }: HillPlace,
): Markup {
  const widest = Math.max(1, ...rows.map((row) => row.length))
  const cell = Math.min(WIDEST, width / widest, HIGHEST / (Math.max(1, rows.length) * FLATNESS))
  const height = cell * FLATNESS
  // Stones are laid from the lowest row up.
  const next = !goesOn ? -1 : rows.findLastIndex((row) => row.includes(false))
  const stones = rows.flatMap((row, r) =>
    row.map((laid, i) =>
      drawStone({
        x: middle + (i - row.length / 2) * cell,
        y: foot - (rows.length - r) * height,
        width: cell,
        height,
        look: laid ? 'laid' : r === next && row.indexOf(false) === i ? 'next' : 'coming',
        seed: r * 31 + i * 17,
      }),
    ),
  )
  const top = foot - rows.length * height
  return element('g', {}, ...stones, ...(complete ? [drawFlag(middle, top)] : []))
}

interface Stone {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly look: 'laid' | 'next' | 'coming'
  /** Makes each stone a little different, and each always the same. */
  readonly seed: number
}

const laidColours = [palette.blue, palette.blueLight, '#2b7a8c', '#35658f', '#5290a8'] as const

function drawStone({ x, y, width, height, look, seed }: Stone): Markup {
  const gap = Math.max(2, width * 0.035)
  const left = gap + ((seed * 7) % 5) * width * 0.008
  const right = gap + ((seed * 11) % 5) * width * 0.008
  const [w, h] = [width - left - right, height - gap]
  const d = pebble(x + left, y + gap, w, h, (((seed * 13) % 7) - 3) * 0.02)
  if (look === 'laid') {
    return element(
      'g',
      {},
      element('path', { d, fill: laidColours[seed % laidColours.length] }),
      // Light from above.
      element('ellipse', {
        cx: x + left + w * 0.42,
        cy: y + gap + h * 0.24,
        rx: w * 0.22,
        ry: h * 0.09,
        fill: palette.paper,
        opacity: 0.28,
      }),
    )
  }
  const marked = look === 'next'
  return element('path', {
    d,
    fill: marked ? palette.amberPale : palette.paper,
    'fill-opacity': marked ? 1 : 0.45,
    stroke: marked ? palette.amber : palette.coming,
    'stroke-width': marked ? Math.max(3, width * 0.035) : Math.max(2, width * 0.02),
    'stroke-dasharray': marked ? undefined : `${round(width * 0.09)} ${round(width * 0.06)}`,
  })
}

/** A round stone, flatter below than above; `lean` moves its top to a side, as a share of its width. */
function pebble(x: number, y: number, w: number, h: number, lean: number): string {
  const point = (across: number, down: number): string =>
    `${round(x + across * w)} ${round(y + down * h)}`
  const right = `C ${point(0.82 + lean, 0)}, ${point(1, 0.2)}, ${point(1, 0.58)}`
  const below = `C ${point(1, 0.94)}, ${point(0.86, 1)}, ${point(0.5, 1)}`
  const left = `C ${point(0.14, 1)}, ${point(0, 0.94)}, ${point(0, 0.58)}`
  const above = `C ${point(0, 0.2)}, ${point(0.18 + lean, 0)}, ${point(0.5 + lean, 0)}`
  return `M ${point(0.5 + lean, 0)} ${right} ${below} ${left} ${above} Z`
}

/** Tenths of a pixel. */
function round(value: number): number {
  return Math.round(value * 10) / 10
}

function drawFlag(x: number, foot: number): Markup {
  return element(
    'g',
    {},
    element('rect', { x: x - 3, y: foot - 84, width: 6, height: 90, rx: 3, fill: palette.ink }),
    element('path', {
      d: `M${x + 3} ${foot - 82} C ${x + 28} ${foot - 96}, ${x + 44} ${foot - 66}, ${x + 72} ${foot - 78} V ${foot - 36} C ${x + 44} ${foot - 24}, ${x + 28} ${foot - 54}, ${x + 3} ${foot - 40} Z`,
      fill: palette.amber,
    }),
  )
}
