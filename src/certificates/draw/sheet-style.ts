/** A4, landscape, in points. */
export const PAGE = { width: 841.89, height: 595.28 } as const

export const COLOURS = {
  ink: '#1b2b2a',
  quiet: '#5b6b69',
  deep: '#0f4f4a',
  gold: '#a8843a',
  pale: '#e9f1ef',
} as const

/** From the edge of the paper: printers leave about 12 points blank. */
export const FRAME = { outer: 22, inner: 28 } as const

/** Room for text between the sides of the frame. */
export const TEXT_WIDTH = PAGE.width - 2 * 78
