import PDFDocument from 'pdfkit'
import { loadFonts, type Doc } from '../certificates/index.ts'

export interface TaggedPdf {
  readonly title: string
  readonly locale: 'id' | 'en'
  readonly madeAt: Date
}

/** An A4 document with fonts embedded, tagged for screen readers; `draw` adds its pages. */
export async function renderTagged(
  { title, locale, madeAt }: TaggedPdf,
  draw: (doc: Doc) => void,
): Promise<Buffer> {
  const doc = new PDFDocument({
    size: 'A4',
    margin: 0,
    pdfVersion: '1.7',
    autoFirstPage: false,
    tagged: true,
    displayTitle: true,
    lang: locale === 'id' ? 'id-ID' : 'en-GB',
    // pdfkit writes these into XML as they are, and one ampersand would break all of it.
    info: { Title: title.replaceAll(/[&<>]/g, ' '), CreationDate: madeAt, ModDate: madeAt },
  })
  const chunks: Buffer[] = []
  doc.on('data', (chunk: Buffer) => chunks.push(chunk))
  const written = new Promise<void>((resolve, reject) => {
    doc.on('end', resolve)
    doc.on('error', reject)
  })
  for (const [face, bytes] of await loadFonts()) doc.registerFont(face, bytes)
  draw(doc)
  doc.end()
  await written
  return Buffer.concat(chunks)
}
