import type { Letterhead } from '../facts.ts'
import { fitted, widthOf, type Doc, type Style } from './pen.ts'
import { COLOURS, PAGE, TEXT_WIDTH } from './sheet-style.ts'

const TOP = 50
const LOGO = 54

/**
 * The letterhead over a double rule, as offices write it: the logo left of the lines.
 *
 * @returns where the sheet goes on
 */
export function drawHead(doc: Doc, letterhead: Letterhead, logo: Buffer | undefined): number {
  const { lines, address } = letterhead
  const room = TEXT_WIDTH - (logo === undefined ? 0 : 2 * (LOGO + 14))
  let y = TOP
  let widest = 0
  const put = (text: string, style: Omit<Style, 'size'>, sizes: readonly number[]): void => {
    const steps = sizes.map((size, i) => ({ size, lines: i === sizes.length - 1 ? 2 : 1 }))
    const block = fitted(doc, text, { width: room, steps, style })
    widest = Math.max(widest, Math.min(room, widthOf(doc, text, { ...style, size: sizes[0] ?? 1 })))
    block.draw(y)
    y += block.height
  }
  lines.forEach((line, i) => {
    const style = {
      face: i === 0 ? 'ExtraBold' : 'Bold',
      colour: COLOURS.deep,
      spacing: 0.5,
    } as const
    put(line.toLocaleUpperCase('id'), style, i === 0 ? [15, 13, 11] : [11.5, 10, 9])
  })
  if (address !== undefined) put(address, { face: 'Regular', colour: COLOURS.quiet }, [8, 7.5, 7])
  if (logo !== undefined) {
    const x = (PAGE.width - widest) / 2 - LOGO - 14
    const middle = TOP + (Math.max(y, TOP + LOGO) - TOP) / 2
    doc.image(logo, x, middle - LOGO / 2, { fit: [LOGO, LOGO], align: 'center', valign: 'center' })
    y = Math.max(y, TOP + LOGO)
  }
  const rule = y + 6
  const [left, right] = [(PAGE.width - TEXT_WIDTH) / 2, (PAGE.width + TEXT_WIDTH) / 2]
  doc.moveTo(left, rule).lineTo(right, rule).lineWidth(1.6).stroke(COLOURS.deep)
  doc
    .moveTo(left, rule + 3)
    .lineTo(right, rule + 3)
    .lineWidth(0.5)
    .stroke(COLOURS.deep)
  return rule + 3
}
