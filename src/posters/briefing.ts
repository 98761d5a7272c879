import { COLOURS, fitted, lineAt, widthOf, type Doc } from '../certificates/index.ts'
import { chartHeight, drawChart, type BriefingChart, type Element } from './briefing-chart.ts'
import {
  BOTTOM,
  heading,
  LEADING,
  LEFT,
  linesOf,
  NUMBER,
  numbered,
  PAGE,
  paragraph,
  shortened,
  WIDTH,
} from './briefing-pen.ts'
import { renderTagged } from './tagged-pdf.ts'

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

/** Two pages for the head of an organisation, with fonts embedded, tagged for screen readers. */
export function renderBriefing({ texts, locale, madeAt }: BriefingSheet): Promise<Buffer> {
  return renderTagged({ title: texts.title, locale, madeAt }, (doc) => {
    draw(doc, texts)
  })
}

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
  const height = linesOf(doc, texts.foot, { size: 8.5, width: WIDTH }).length * 8.5 * LEADING
  const room = BOTTOM - height - 16 - y
  const size = [11.5, 10.5, 9.5, 8.5].find(
    (one) => decisionsHeight(doc, texts.decisions, one) <= room,
  )
  for (const [i, { what, why }] of texts.decisions.entries()) {
    element('P', () => {
      y = drawDecision(doc, i + 1, { what, why }, y, size ?? 8.5)
    })
  }
  element('P', () => {
    // Below everything, however little there is above it.
    const at = Math.max(y + 10, BOTTOM - height - 6)
    paragraph(doc, texts.foot, { y: at, size: 8.5, colour: COLOURS.quiet })
  })
  element('P', () => foot(doc, texts.page(2)))
}

type Decision = BriefingTexts['decisions'][number]

function decisionsHeight(doc: Doc, decisions: readonly Decision[], size: number): number {
  const width = WIDTH - NUMBER
  return decisions.reduce((sum, { what, why }) => {
    const asked = linesOf(doc, what, { size, width, face: 'SemiBold' }).length * size
    const rests = linesOf(doc, why, { size: size - 1, width }).length * (size - 1)
    return sum + (asked + rests) * LEADING + 9
  }, 0)
}

/** @returns where it ends */
function drawDecision(
  doc: Doc,
  number: number,
  { what, why }: Decision,
  y: number,
  size: number,
): number {
  const below = numbered(doc, number, what, y, size, 'SemiBold')
  const setting = { y: below + 1, x: LEFT + NUMBER, size: size - 1, colour: COLOURS.quiet }
  return paragraph(doc, why, setting) + 8
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

function sentencesHeight(doc: Doc, sentences: readonly string[], size: number): number {
  return sentences.reduce(
    (sum, text) =>
      sum + linesOf(doc, text, { size, width: WIDTH - NUMBER }).length * size * LEADING + 5,
    0,
  )
}

/** Where the columns begin, as parts of the width. */
const COLUMNS = [0, 0.32, 0.58, 0.84, 1] as const

function tableRow(doc: Doc, cells: readonly string[], y: number, head: boolean): number {
  const size = head ? 9.5 : 10.5
  cells.forEach((cell, i) => {
    const from = COLUMNS[i] ?? 0
    const width = ((COLUMNS[i + 1] ?? 1) - from) * WIDTH - 8
    const face = head ? 'SemiBold' : i === 3 ? 'Bold' : 'Regular'
    const fits = [size, 9.5, 8.5, 7.5].find(
      (one) => widthOf(doc, cell, { face, size: one }) <= width,
    )
    const font = { face, size: fits ?? 7.5 } as const
    const colour = head ? COLOURS.quiet : COLOURS.ink
    const text = shortened(doc, cell, font, width)
    lineAt(doc, text, LEFT + from * WIDTH, y + size - font.size, { ...font, colour })
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
