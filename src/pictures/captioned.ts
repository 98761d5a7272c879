import { canvas, CANVAS_MARGIN, CANVAS_WIDTH } from './canvas.ts'
import { element, type Markup } from './markup.ts'
import { palette } from './palette.ts'
import { wrapText } from './fit-text.ts'
import { drawParagraph } from './paragraph.ts'
import { textLine } from './text-line.ts'

const INNER = CANVAS_WIDTH - 2 * CANVAS_MARGIN

export interface Captions {
  readonly title: string
  readonly subtitle: string
  /** How small the subtitle may become. */
  readonly smallest: number
  readonly note: string
  /** Baseline of the note's first line, and its lines at the most. */
  readonly noteY: number
  readonly noteLines: number
  /** Room below the note. */
  readonly below: number
}

/** A chart's paper with its band, title and subtitle above what is drawn, and a note below it. */
export function captioned(captions: Captions, ...drawn: readonly Markup[]): Markup {
  const { title, subtitle, smallest, note, noteY, noteLines, below } = captions
  const at = { x: CANVAS_MARGIN, width: INNER }
  const quiet = { weight: 'regular', fill: palette.quiet } as const
  const foot = drawParagraph(note, { ...at, y: noteY, size: 33, ...quiet, most: noteLines })
  const height = Math.round(foot.bottom + below)
  return canvas(
    height,
    element('rect', { width: CANVAS_WIDTH, height, fill: palette.paper }),
    element('rect', { width: CANVAS_WIDTH, height: 16, fill: palette.blue }),
    textLine(title, {
      ...at,
      y: 124,
      size: 58,
      weight: 'extrabold',
      fill: palette.ink,
      smallest: 40,
    }),
    underTitle(subtitle, { ...at, ...quiet }, smallest),
    ...drawn,
    foot.drawn,
  )
}

/** On one line as large as it fits, or on two that are as small as it may become. */
function underTitle(
  subtitle: string,
  face: {
    readonly x: number
    readonly width: number
    readonly fill: string
    readonly weight: 'regular'
  },
  smallest: number,
): Markup {
  const small = { ...face, size: smallest }
  const isShort = wrapText(subtitle, small, face.width, 2).length < 2
  return isShort
    ? textLine(subtitle, { ...face, y: 184, size: 36, smallest })
    : drawParagraph(subtitle, { ...small, y: 172, most: 2 }).drawn
}
