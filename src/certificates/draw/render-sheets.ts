import PDFDocument from 'pdfkit'
import type { SheetFacts } from '../facts.ts'
import { drawSheet, LANGUAGES } from './draw-sheet.ts'
import type { Fonts } from './fonts.ts'

export interface RenderOptions {
  readonly fonts: Fonts
  /** A PNG. */
  readonly logo?: Buffer
}

/**
 * The sheets as one PDF, a page each: A4 landscape, fonts embedded, tagged for screen readers. Equal
 * facts give equal bytes, since the document is dated by its newest sheet and not by a clock.
 */
export async function renderSheets(
  sheets: readonly SheetFacts[],
  { fonts, logo }: RenderOptions,
): Promise<Buffer> {
  const [first] = sheets
  if (first === undefined) throw new Error('There is no sheet to draw')
  const newest =
    sheets
      .map(({ printedOn }) => printedOn)
      .toSorted()
      .at(-1) ?? first.printedOn
  const one = sheets.length === 1
  const doc = new PDFDocument({
    size: 'A4',
    layout: 'landscape',
    margin: 0,
    pdfVersion: '1.7',
    autoFirstPage: false,
    tagged: true,
    displayTitle: true,
    lang: LANGUAGES.id,
    info: {
      Title: one
        ? plain(`Sertifikat ${first.number}: ${first.name}`)
        : `Sertifikat (${sheets.length})`,
      Author: plain(first.letterhead.lines.join(', ')),
      Subject: one ? plain(first.title.id) : 'Sertifikat',
      Creator: 'Sedikit',
      Producer: 'Sedikit',
      CreationDate: new Date(`${newest}T00:00:00Z`),
    },
  })
  const chunks: Buffer[] = []
  doc.on('data', (chunk: Buffer) => chunks.push(chunk))
  const written = new Promise<void>((resolve, reject) => {
    doc.on('end', resolve)
    doc.on('error', reject)
  })
  for (const [face, bytes] of fonts) doc.registerFont(face, bytes)
  const root = doc.struct('Document')
  doc.addStructure(root)
  for (const facts of sheets) drawSheet(doc, root, facts, logo)
  root.end()
  doc.end()
  await written
  return Buffer.concat(chunks)
}

/**
 * pdfkit writes what the document says of itself into XML as it is, and one ampersand would break
 * all of it: signs that look alike stand in.
 */
function plain(text: string): string {
  return text.replaceAll('&', '＆').replaceAll('<', '‹').replaceAll('>', '›')
}
