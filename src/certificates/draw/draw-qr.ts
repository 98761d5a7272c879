import { encode } from 'uqr'
import type { Doc } from './pen.ts'

/** Modules that stay white around the code (ISO/IEC 18004). */
export const QUIET_ZONE = 4

/** Dark squares, row by row, of the text as a QR code that bears a quarter of smudges. */
export function qrMatrix(text: string): readonly (readonly boolean[])[] {
  return encode(text, { ecc: 'Q', border: 0 }).data
}

/** Draws it as one shape of runs, sharp at any size; `side` points with its quiet zone. */
export function drawQr(
  doc: Doc,
  text: string,
  { x, y, side }: { readonly x: number; readonly y: number; readonly side: number },
): void {
  const matrix = qrMatrix(text)
  const unit = side / (matrix.length + 2 * QUIET_ZONE)
  doc.rect(x, y, side, side).fill('#ffffff')
  matrix.forEach((row, r) => {
    for (let c = 0; c < row.length; c++) {
      if (row[c] !== true) continue
      let run = 1
      while (row[c + run] === true) run++
      const [left, top] = [x + (c + QUIET_ZONE) * unit, y + (r + QUIET_ZONE) * unit]
      // A hair more, so that no viewer shows a seam between two rows.
      doc.rect(left, top, run * unit, unit * 1.02)
      c += run
    }
  })
  doc.fill('#000000')
}
