import { qrMatrix } from '../certificates/index.ts'
import {
  canvas,
  CANVAS_MARGIN,
  CANVAS_WIDTH,
  drawParagraph,
  element,
  palette,
  textLine,
  type Markup,
} from '../pictures/index.ts'

export interface QrPicture {
  readonly title: string
  /** Whom it is for: a unit. */
  readonly subtitle: string
  readonly url: string
  /** A sentence below, of up to three lines. */
  readonly note: string
}

/** Modules that stay white around the code (ISO/IEC 18004). */
const QUIET = 4
const SIDE = 760
const TOP = 250

/** A code to be scanned from a screen or a slide, with what it is for above it. */
export function qrPicture({ title, subtitle, url, note }: QrPicture): Markup {
  const width = CANVAS_WIDTH - 2 * CANVAS_MARGIN
  const below = drawParagraph(note, {
    x: CANVAS_MARGIN,
    y: TOP + SIDE + 80,
    width,
    size: 34,
    weight: 'regular',
    fill: palette.quiet,
    most: 3,
  })
  const height = Math.round(below.bottom + 60)
  const middle = { x: CANVAS_WIDTH / 2, anchor: 'middle', width } as const
  return canvas(
    height,
    element('rect', { width: CANVAS_WIDTH, height, fill: palette.paper }),
    element('rect', { width: CANVAS_WIDTH, height: 16, fill: palette.blue }),
    textLine(title, {
      ...middle,
      y: 124,
      size: 58,
      weight: 'extrabold',
      fill: palette.ink,
      smallest: 40,
    }),
    textLine(subtitle, {
      ...middle,
      y: 192,
      size: 40,
      weight: 'semibold',
      fill: palette.quiet,
      smallest: 28,
    }),
    modules(url, (CANVAS_WIDTH - SIDE) / 2),
    below.drawn,
  )
}

/** Dark squares as one path of runs: no viewer shows a seam between them. */
function modules(url: string, left: number): Markup {
  const matrix = qrMatrix(url)
  const unit = SIDE / (matrix.length + 2 * QUIET)
  const runs = matrix.flatMap((row, r) =>
    row.flatMap((dark, c) => {
      if (!dark || row[c - 1] === true) return []
      const end = row.indexOf(false, c)
      const length = (end === -1 ? row.length : end) - c
      return `M${c + QUIET} ${r + QUIET}h${length}v1h${-length}z`
    }),
  )
  return element('path', {
    d: runs.join(''),
    fill: '#000000',
    transform: `translate(${left} ${TOP}) scale(${unit})`,
    'shape-rendering': 'crispEdges',
  })
}
