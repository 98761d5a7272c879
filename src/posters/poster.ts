import {
  centred,
  COLOURS,
  drawQr,
  fitted,
  lineAt,
  widthOf,
  type Doc,
} from '../certificates/index.ts'
import { renderTagged } from './tagged-pdf.ts'

/** Everything that the poster says, in its reader's language. */
export interface PosterTexts {
  readonly organisation: string
  readonly title: string
  readonly motto: string
  /** Whom it is for. */
  readonly audience: string
  readonly scan: string
  /** Above the code to be typed, naming the bot. */
  readonly type: string
  readonly steps: readonly string[]
  readonly until: string
  /** What is never asked for. */
  readonly safety: string
}

export interface Poster {
  readonly texts: PosterTexts
  readonly locale: 'id' | 'en'
  readonly url: string
  /** In two groups, as it is typed. */
  readonly code: string
  readonly madeAt: Date
}

/** A4, upright, in points. */
const PAGE = { width: 595.28, height: 841.89 } as const
const CENTRE = PAGE.width / 2
const WIDTH = PAGE.width - 2 * 56

/** Where the three steps begin, and what the words and the code above them take. */
const STEPS_TOP = 664
const CODE_HEIGHT = 142

/** The code is as large as the heading lets it be. */
const LARGEST_QR = 290

/**
 * An invitation to hang on a wall: one page with fonts embedded, tagged for screen readers, to be read
 * from two metres.
 */
export function renderPoster(poster: Poster): Promise<Buffer> {
  const { texts, locale, madeAt } = poster
  return renderTagged({ title: texts.title, locale, madeAt }, (doc) => {
    draw(doc, poster)
  })
}

function draw(doc: Doc, poster: Poster): void {
  const root = doc.struct('Document')
  doc.addStructure(root)
  doc.addPage()
  const element = (tag: string, work: () => void, alt?: string): void => {
    root.add(doc.struct(tag, alt === undefined ? {} : { alt }, work))
  }
  drawHill(doc)
  let y = 0
  element('H1', () => {
    y = drawHead(doc, poster.texts)
  })
  const top = y + 6
  const side = Math.min(LARGEST_QR, STEPS_TOP - CODE_HEIGHT - top)
  const left = CENTRE - side / 2
  element('Figure', () => drawQr(doc, poster.url, { x: left, y: top, side }), `QR: ${poster.url}`)
  doc.link(left, top, side, side, poster.url)
  element('P', () => drawCode(doc, poster, top + side))
  element('P', () => drawSteps(doc, poster.texts))
  element('P', () => drawFoot(doc, poster.texts))
  root.end()
}

/** The organisation on a band, then what it is and for whom. @returns where it ends */
function drawHead(doc: Doc, { organisation, title, motto, audience }: PosterTexts): number {
  const band = fitted(doc, organisation, {
    width: WIDTH,
    centre: CENTRE,
    style: { face: 'Bold', colour: '#ffffff', spacing: 0.4 },
    steps: [
      { size: 17, lines: 1 },
      { size: 14, lines: 2 },
      { size: 11, lines: 3 },
    ],
  })
  const height = band.height + 30
  doc.rect(0, 0, PAGE.width, height).fill(COLOURS.deep)
  band.draw(15)
  let y = height + 26
  const put = (
    text: string,
    face: 'ExtraBold' | 'SemiBold' | 'Regular',
    colour: string,
    sizes: readonly number[],
  ): void => {
    const block = fitted(doc, text, {
      width: WIDTH,
      centre: CENTRE,
      style: { face, colour },
      steps: sizes.map((size, i) => ({ size, lines: i === sizes.length - 1 ? 3 : i + 1 })),
    })
    block.draw(y)
    y += block.height + 6
  }
  put(title, 'ExtraBold', COLOURS.ink, [36, 30, 26])
  put(motto, 'Regular', COLOURS.quiet, [15, 13])
  put(audience, 'SemiBold', COLOURS.deep, [19, 16, 13])
  return y
}

/** What to do with the phone: scan, or type. */
function drawCode(doc: Doc, { texts, code }: Poster, from: number): void {
  const style = { face: 'SemiBold', size: 13 } as const
  centred(doc, texts.scan, from + 4, style, CENTRE)
  const type = fitted(doc, texts.type, {
    width: WIDTH,
    centre: CENTRE,
    style: { face: 'Regular', colour: COLOURS.quiet },
    steps: [
      { size: 12.5, lines: 1 },
      { size: 11, lines: 2 },
    ],
  })
  type.draw(from + 30)
  const y = from + 30 + type.height + 8
  const large = { face: 'ExtraBold', size: 40, colour: COLOURS.deep, spacing: 5 } as const
  const width = widthOf(doc, code, large) + 44
  doc
    .roundedRect(CENTRE - width / 2, y, width, 62, 12)
    .lineWidth(1.6)
    .stroke(COLOURS.gold)
  centred(doc, code, y + 7, large, CENTRE)
}

function drawSteps(doc: Doc, { steps }: PosterTexts): void {
  const column = WIDTH / steps.length
  steps.forEach((step, i) => {
    const centre = PAGE.width / 2 - WIDTH / 2 + column * (i + 0.5)
    const y = STEPS_TOP
    doc.circle(centre, y, 14).fill(COLOURS.gold)
    centred(doc, String(i + 1), y - 10, { face: 'Bold', size: 15, colour: '#ffffff' }, centre)
    const text = fitted(doc, step, {
      width: column - 18,
      centre,
      style: { face: 'SemiBold' },
      steps: [{ size: 11.5, lines: 3 }],
    })
    text.draw(y + 20)
  })
}

function drawFoot(doc: Doc, { until, safety }: PosterTexts): void {
  const note = fitted(doc, safety, {
    width: WIDTH,
    centre: CENTRE,
    style: { face: 'Regular' },
    steps: [{ size: 9.5, lines: 3 }],
  })
  const y = PAGE.height - 34 - note.height
  note.draw(y)
  const style = { face: 'SemiBold', size: 10.5 } as const
  lineAt(doc, until, CENTRE - widthOf(doc, until, style) / 2, y - 18, style)
}

/** The hill that grows stone by stone, pale behind the foot. */
function drawHill(doc: Doc): void {
  const { width, height } = PAGE
  doc
    .moveTo(0, height - 60)
    .bezierCurveTo(width * 0.3, height - 76, width * 0.45, height - 172, width * 0.66, height - 178)
    .bezierCurveTo(width * 0.84, height - 182, width * 0.92, height - 110, width, height - 96)
    .lineTo(width, height)
    .lineTo(0, height)
    .fill(COLOURS.pale)
}
