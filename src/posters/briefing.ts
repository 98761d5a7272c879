import PDFDocument from 'pdfkit'
import { COLOURS, fitted, lineAt, loadFonts, widthOf, type Doc } from '../certificates/index.ts'

export interface BriefingBar {
  readonly name: string
  /** 0 to 1. */
  readonly share: number
  /** What the bar says in figures. */
  readonly value: string
}

/** A heading and lying bars, with a line below them that may be empty. */
export interface BriefingChart {
  readonly title: string
  readonly bars: readonly BriefingBar[]
  readonly note: string
}

/** Everything that the two pages say, in the language of their reader. */
export interface BriefingTexts {
  readonly organisation: string
  readonly title: string
  readonly span: string
  readonly aloud: string
  /** To be read out. */
  readonly sentences: readonly string[]
  readonly units: BriefingChart
  readonly change: {
    readonly title: string
    /** Of the four columns. */
    readonly heads: readonly string[]
    readonly rows: readonly (readonly string[])[]
  }
  readonly work: BriefingChart
  readonly decisionsTitle: string
  /** What is asked for, and what it rests on. */
  readonly decisions: readonly { readonly what: string; readonly why: string }[]
  readonly foot: string
  /** At the foot of each page, with its number. */
  readonly page: (number: number) => string
}

export interface BriefingSheet {
  readonly texts: BriefingTexts
  readonly locale: 'id' | 'en'
  readonly madeAt: Date
}

/** A4, upright, in points. */
const PAGE = { width: 595.28, height: 841.89 } as const
const LEFT = 56
const WIDTH = PAGE.width - 2 * LEFT
/** Nothing of the text stands below it: the line at the foot does. */
const BOTTOM = PAGE.height - 52

const LEADING = 1.42

/** Two pages for the head of an organisation, with fonts embedded, tagged for screen readers. */
export async function renderBriefing({ texts, locale, madeAt }: BriefingSheet): Promise<Buffer> {
  const doc = new PDFDocument({
    size: 'A4',
    margin: 0,
    pdfVersion: '1.7',
    autoFirstPage: false,
    tagged: true,
    displayTitle: true,
    lang: locale === 'id' ? 'id-ID' : 'en-GB',
    // pdfkit writes these into XML as they are, and one ampersand would break all of it.
    info: { Title: texts.title.replaceAll(/[&<>]/g, ' '), CreationDate: madeAt, ModDate: madeAt },
  })
  const chunks: Buffer[] = []
  doc.on('data', (chunk: Buffer) => chunks.push(chunk))
  const written = new Promise<void>((resolve, reject) => {
    doc.on('end', resolve)
    doc.on('error', reject)
  })
  for (const [face, bytes] of await loadFonts()) doc.registerFont(face, bytes)
  draw(doc, texts)
  doc.end()
  await written
  return Buffer.concat(chunks)
}

type Element = (tag: string, work: () => void, alt?: string) => void

function draw(doc: Doc, texts: BriefingTexts): void {
  const root = doc.struct('Document')
  doc.addStructure(root)
  const element: Element = (tag, work, alt) => {
    root.add(doc.struct(tag, alt === undefined ? {} : { alt }, work))
  }
  doc.addPage()
  drawFirst(doc, texts, element)
  doc.addPage()
  drawSecond(doc, texts, element)
  root.end()
}

function drawFirst(doc: Doc, texts: BriefingTexts, element: Element): void {
  let y = 0
  element('H1', () => {
    y = drawHead(doc, texts)
  })
  element('H2', () => {
    y = heading(doc, texts.aloud, y + 20)
  })
  // The chart has what the sentences leave, and they are set smaller where that is too little.
  const chart = chartHeight(doc, texts.units)
  const size = [12, 11.5, 11, 10.5, 10].find(
    (one) => y + sentencesHeight(doc, texts.sentences, one) + 20 + chart <= BOTTOM,
  )
  for (const [i, sentence] of texts.sentences.entries()) {
    element('P', () => {
      y = numbered(doc, i + 1, sentence, y, size ?? 10) + 5
    })
  }
  drawChart(doc, texts.units, y + 15, element)
  element('P', () => foot(doc, texts.page(1)))
}

function drawSecond(doc: Doc, texts: BriefingTexts, element: Element): void {
  let y = 44
  element('H2', () => {
    y = heading(doc, texts.change.title, y)
  })
  for (const [i, row] of [texts.change.heads, ...texts.change.rows].entries()) {
    element('P', () => {
      y = tableRow(doc, row, y, i === 0)
    })
  }
  y = drawChart(doc, texts.work, y + 22, element)
  element('H2', () => {
    y = heading(doc, texts.decisionsTitle, y + 22)
  })
  for (const [i, { what, why }] of texts.decisions.entries()) {
    element('P', () => {
      const below = numbered(doc, i + 1, what, y, 11.5, 'SemiBold')
      y = paragraph(doc, why, { y: below + 1, x: LEFT + 26, size: 10.5, colour: COLOURS.quiet }) + 8
    })
  }
  const height = linesOf(doc, texts.foot, { size: 8.5, width: WIDTH }).length * 8.5 * LEADING
  element('P', () => {
    // Below everything, however little there is above it.
    const at = Math.max(y + 10, BOTTOM - height - 6)
    paragraph(doc, texts.foot, { y: at, size: 8.5, colour: COLOURS.quiet })
  })
  element('P', () => foot(doc, texts.page(2)))
}

/** The organisation on a band, then what this is. @returns where it ends */
function drawHead(doc: Doc, { organisation, title, span }: BriefingTexts): number {
  const band = fitted(doc, organisation, {
    width: WIDTH,
    centre: PAGE.width / 2,
    style: { face: 'Bold', colour: '#ffffff', spacing: 0.3 },
    steps: [
      { size: 15, lines: 1 },
      { size: 12, lines: 2 },
      { size: 10, lines: 3 },
    ],
  })
  const height = band.height + 26
  doc.rect(0, 0, PAGE.width, height).fill(COLOURS.deep)
  band.draw(13)
  let y = paragraph(doc, title, { y: height + 20, size: 21, face: 'ExtraBold' })
  y = paragraph(doc, span, { y: y + 1, size: 11, colour: COLOURS.quiet })
  return y
}

function heading(doc: Doc, text: string, y: number): number {
  const below = paragraph(doc, text, { y, size: 13.5, face: 'Bold', colour: COLOURS.deep })
  doc
    .moveTo(LEFT, below + 1)
    .lineTo(LEFT + WIDTH, below + 1)
    .lineWidth(0.8)
    .stroke(COLOURS.gold)
  return below + 9
}

interface Setting {
  readonly y: number
  readonly x?: number
  readonly size: number
  readonly face?: 'Regular' | 'SemiBold' | 'Bold' | 'ExtraBold'
  readonly colour?: string
}

/** A text over as many lines as it takes, from `x` to the right margin. @returns where it ends */
function paragraph(doc: Doc, text: string, setting: Setting): number {
  const { y, x = LEFT, size, face = 'Regular', colour = COLOURS.ink } = setting
  const lines = linesOf(doc, text, { size, width: LEFT + WIDTH - x, face })
  lines.forEach((line, i) => {
    lineAt(doc, line, x, y + i * size * LEADING, { face, size, colour })
  })
  return y + lines.length * size * LEADING
}

function linesOf(
  doc: Doc,
  text: string,
  { size, width, face = 'Regular' }: Pick<Setting, 'size' | 'face'> & { readonly width: number },
): string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1)
    const longer = last === undefined ? word : `${last} ${word}`
    if (last === undefined || widthOf(doc, longer, { face, size }) > width) lines.push(word)
    else lines[lines.length - 1] = longer
  }
  return lines
}

function sentencesHeight(doc: Doc, sentences: readonly string[], size: number): number {
  return sentences.reduce(
    (sum, text) =>
      sum + linesOf(doc, text, { size, width: WIDTH - 26 }).length * size * LEADING + 5,
    0,
  )
}

/** A text with its number before it. @returns where it ends */
function numbered(
  doc: Doc,
  number: number,
  text: string,
  y: number,
  size: number,
  face: 'Regular' | 'SemiBold' = 'Regular',
): number {
  lineAt(doc, `${number}.`, LEFT + 4, y, { face: 'Bold', size, colour: COLOURS.gold })
  return paragraph(doc, text, { y, x: LEFT + 26, size, face })
}

const ROW = 21
const BAR = 9
/** Names to the left of bars, figures to their right. */
const NAMES = 190
const FIGURES = 108

function chartHeight(doc: Doc, { bars, note }: BriefingChart): number {
  const below =
    note === '' ? 0 : 6 + linesOf(doc, note, { size: 9, width: WIDTH }).length * 9 * LEADING
  return 13.5 * LEADING + 9 + bars.length * ROW + below
}

/** @returns where it ends */
function drawChart(doc: Doc, chart: BriefingChart, from: number, element: Element): number {
  const { title, bars, note } = chart
  let y = from
  element('H2', () => {
    y = heading(doc, title, y)
  })
  if (bars.length > 0) {
    element(
      'Figure',
      () => {
        bars.forEach((bar, i) => {
          drawBar(doc, bar, y + i * ROW)
        })
      },
      bars.map(({ name, value }) => `${name}: ${value}`).join('; '),
    )
  }
  y += bars.length * ROW
  if (note === '') return y
  element('P', () => {
    y = paragraph(doc, note, { y: y + 6, size: 9, colour: COLOURS.quiet })
  })
  return y
}

function drawBar(doc: Doc, { name, share, value }: BriefingBar, y: number): void {
  const x = LEFT + NAMES + 10
  const width = WIDTH - NAMES - FIGURES - 20
  lineAt(doc, shortened(doc, name, 10, NAMES), LEFT, y, { face: 'SemiBold', size: 10 })
  doc.roundedRect(x, y + 2.5, width, BAR, BAR / 2).fill(COLOURS.pale)
  if (share > 0) {
    const part = Math.max(BAR, width * Math.min(1, share))
    doc.roundedRect(x, y + 2.5, part, BAR, BAR / 2).fill(COLOURS.deep)
  }
  const style = { face: 'Regular', size: 9.5 } as const
  lineAt(doc, value, LEFT + WIDTH - widthOf(doc, value, style), y, style)
}

function shortened(doc: Doc, text: string, size: number, width: number): string {
  const style = { face: 'SemiBold', size } as const
  if (widthOf(doc, text, style) <= width) return text
  let kept = text
  while (kept !== '' && widthOf(doc, `${kept}…`, style) > width) kept = kept.slice(0, -1)
  return `${kept.trimEnd()}…`
}

/** Where the columns begin, as parts of the width. */
const COLUMNS = [0, 0.4, 0.63, 0.86] as const

function tableRow(doc: Doc, cells: readonly string[], y: number, head: boolean): number {
  const size = head ? 9.5 : 10.5
  const face = head ? 'SemiBold' : 'Regular'
  COLUMNS.forEach((from, i) => {
    const cell = cells[i] ?? ''
    const colour = head ? COLOURS.quiet : COLOURS.ink
    const style = { face: !head && i === 3 ? 'Bold' : face, size, colour } as const
    lineAt(doc, cell, LEFT + from * WIDTH, y, style)
  })
  const below = y + size * LEADING + 5
  doc
    .moveTo(LEFT, below - 1)
    .lineTo(LEFT + WIDTH, below - 1)
    .lineWidth(0.5)
    .stroke(COLOURS.pale)
  return below + 4
}

function foot(doc: Doc, text: string): void {
  const style = { face: 'Regular', size: 8.5, colour: COLOURS.quiet } as const
  lineAt(doc, text, LEFT + WIDTH - widthOf(doc, text, style), PAGE.height - 38, style)
}
