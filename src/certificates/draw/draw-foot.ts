import type { SheetFacts } from '../facts.ts'
import { formatNip } from '../../people/index.ts'
import { drawQr } from './draw-qr.ts'
import { centred, fitted, lineAt, type Doc } from './pen.ts'
import { COLOURS, PAGE } from './sheet-style.ts'
import { dayText, sheetTexts as texts } from './sheet-texts.ts'

/** Where the foot begins: QR code left, signature right. */
export const FOOT_TOP = 447
const SIDE = 100
const LEFT = 62
const SIGN_WIDTH = 270
const SIGN_CENTRE = PAGE.width - 70 - SIGN_WIDTH / 2

export function drawCode(doc: Doc, url: string): void {
  const y = FOOT_TOP + 4
  drawQr(doc, url, { x: LEFT, y, side: SIDE })
  doc.link(LEFT, y, SIDE, SIDE, url)
}

/** What the code is for, beside it. */
export function drawCodeWords(doc: Doc): void {
  const x = LEFT + SIDE + 6
  const y = FOOT_TOP + 4 + SIDE - 34
  lineAt(doc, texts.scan.id, x, y, { face: 'SemiBold', size: 8 })
  lineAt(doc, texts.scan.en, x, y + 11, { face: 'Regular', size: 8, colour: COLOURS.quiet })
}

/** Place and date, office, room to sign or to stamp, and the name. */
export function drawSignature(
  doc: Doc,
  { signatory, issuedOn, letterhead }: Pick<SheetFacts, 'signatory' | 'issuedOn' | 'letterhead'>,
): void {
  const place = signatory === null ? '' : `${signatory.place}, `
  const put = (
    text: string,
    y: number,
    face: 'Regular' | 'Bold',
    sizes: readonly number[],
  ): number => {
    const steps = sizes.map((size, i) => ({ size, lines: i === sizes.length - 1 ? 2 : 1 }))
    const block = { width: SIGN_WIDTH, centre: SIGN_CENTRE, style: { face }, steps }
    const { draw, height } = fitted(doc, text, block)
    draw(y)
    return y + height
  }
  const dated = put(`${place}${dayText(issuedOn, 'id')}`, FOOT_TOP, 'Regular', [10, 9])
  if (signatory === null) {
    put(letterhead.lines[0] ?? '', dated, 'Bold', [10, 9, 8])
    return
  }
  put(signatory.position, dated, 'Regular', [10, 9])
  const named = put(signatory.name, FOOT_TOP + 79, 'Bold', [11, 10, 9])
  const { nip } = signatory
  if (nip === undefined) return
  const style = { face: 'Regular', size: 9 } as const
  centred(doc, `NIP ${formatNip(nip)}`, named, style, SIGN_CENTRE)
}
