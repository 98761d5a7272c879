import type { SheetFacts } from '../facts.ts'
import { bodyBlocks, type BodyBlock } from './body-blocks.ts'
import { drawCode, drawCodeWords, drawSignature, FOOT_TOP } from './draw-foot.ts'
import { drawGround } from './draw-ground.ts'
import { drawHead } from './draw-head.ts'
import type { Doc } from './pen.ts'

export const LANGUAGES = { id: 'id-ID', en: 'en-GB' } as const

/** Draws one sheet on a page of its own, as a section of the document's structure. */
export function drawSheet(
  doc: Doc,
  root: PDFKit.PDFStructureElement,
  facts: SheetFacts,
  logo: Buffer | undefined,
): void {
  doc.addPage()
  const section = doc.struct('Sect', { title: facts.number })
  root.add(section)
  const element = (tag: string, draw: () => void, alt?: string): void => {
    section.add(doc.struct(tag, alt === undefined ? {} : { alt }, draw))
  }
  drawGround(doc)
  let top = 0
  element('P', () => {
    top = drawHead(doc, facts.letterhead, logo)
  })
  for (const { block, y } of place(bodyBlocks(doc, facts), top, FOOT_TOP - 8)) {
    const parts = block
      .parts(y)
      .map(({ lang, draw }) => doc.struct('Span', { lang: LANGUAGES[lang] }, draw))
    section.add(doc.struct(block.tag, {}, parts))
  }
  element('Figure', () => drawCode(doc, facts.url), `QR: ${facts.url}`)
  element('P', () => drawCodeWords(doc))
  element('P', () => drawSignature(doc, facts))
  section.end()
}

/** Gives the blocks their places: the gaps between them shrink or grow with the room there is. */
function place(
  blocks: readonly BodyBlock[],
  top: number,
  bottom: number,
): { readonly block: BodyBlock; readonly y: number }[] {
  const text = blocks.reduce((sum, { height }) => sum + height, 0)
  const gaps = blocks.reduce((sum, { gap }) => sum + gap, 0)
  const stretch = Math.min(1.5, Math.max(0, (bottom - top - text) / gaps))
  // What room is left then is shared above and below.
  const spare = Math.max(0, bottom - top - text - gaps * stretch) / 2
  let y = top + spare
  return blocks.map((block) => {
    const at = y + block.gap * stretch
    y = at + block.height
    return { block, y: at }
  })
}
