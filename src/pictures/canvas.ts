import { element, type Markup } from './markup.ts'

/** Width in which pictures are laid out: a phone shows it about 390 wide, so that 36 here are 13 there. */
export const CANVAS_WIDTH = 1080

/** Between the edge and what is written. */
export const CANVAS_MARGIN = 72

/** Pixels of the image: what 390 points of a phone hold, and a third less to pack than 1080. */
const IMAGE_WIDTH = 900

/** A whole picture, as high as it needs to be. */
export function canvas(height: number, ...children: readonly Markup[]): Markup {
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${CANVAS_WIDTH} ${height}`,
      width: IMAGE_WIDTH,
      height: Math.round((height * IMAGE_WIDTH) / CANVAS_WIDTH),
    },
    ...children,
  )
}
