import { COLOURS, lineAt, widthOf, type Doc } from '../certificates/index.ts'
import { heading, LEADING, LEFT, linesOf, paragraph, shortened, WIDTH } from './briefing-pen.ts'

export interface BriefingBar {
  readonly name: string
  /** 0 to 1. */
  readonly share: number
  /** What the bar says in figures. */
  readonly value: string
  /** A gap above it: bars in between are not shown. */
  readonly apart?: boolean
}

/** A heading and lying bars, with a line below them that may be empty. */
export interface BriefingChart {
  readonly title: string
  readonly bars: readonly BriefingBar[]
  readonly note: string
}

/** Draws something as an element of the document's structure, for screen readers. */
export type Element = (tag: string, work: () => void, alt?: string) => void

const ROW = 21
const BAR = 9
/** Names to the left of bars, figures to their right. */
const NAMES = 200
const FIGURES = 108

export function chartHeight(doc: Doc, { bars, note }: BriefingChart): number {
  const below =
    note === '' ? 0 : 6 + linesOf(doc, note, { size: 9, width: WIDTH }).length * 9 * LEADING
  return 13.5 * LEADING + 9 + barsHeight(bars) + below
}

/** Between bars that do not follow each other. */
const APART = 14

function barsHeight(bars: readonly BriefingBar[]): number {
  return bars.reduce((sum, { apart = false }) => sum + ROW + (apart ? APART : 0), 0)
}

/** @returns where it ends */
export function drawChart(doc: Doc, chart: BriefingChart, from: number, element: Element): number {
  const { title, bars, note } = chart
  let y = from
  element('H2', () => {
    y = heading(doc, title, y)
  })
  if (bars.length > 0) {
    element(
      'Figure',
      () => {
        let top = y
        for (const bar of bars) {
          if (bar.apart === true) {
            for (const dot of [0, 1, 2]) doc.circle(LEFT + 4 + dot * 8, top + 6, 1.6)
            doc.fill(COLOURS.quiet)
            top += APART
          }
          drawBar(doc, bar, top)
          top += ROW
        }
      },
      bars.map(({ name, value }) => `${name}: ${value}`).join('; '),
    )
  }
  y += barsHeight(bars)
  if (note === '') return y
  element('P', () => {
    y = paragraph(doc, note, { y: y + 6, size: 9, colour: COLOURS.quiet })
  })
  return y
}

function drawBar(doc: Doc, { name, share, value }: BriefingBar, y: number): void {
  const x = LEFT + NAMES + 10
  const width = WIDTH - NAMES - FIGURES - 20
  const face = 'SemiBold'
  const size =
    [10, 9.5, 9, 8.5].find((one) => widthOf(doc, name, { face, size: one }) <= NAMES) ?? 8.5
  lineAt(doc, shortened(doc, name, { face, size }, NAMES), LEFT, y + (10 - size), { face, size })
  doc.roundedRect(x, y + 2.5, width, BAR, BAR / 2).fill(COLOURS.pale)
  if (share > 0) {
    const part = Math.max(BAR, width * Math.min(1, share))
    doc.roundedRect(x, y + 2.5, part, BAR, BAR / 2).fill(COLOURS.deep)
  }
  const style = { face: 'Regular', size: 9.5 } as const
  lineAt(doc, value, LEFT + WIDTH - widthOf(doc, value, style), y, style)
}
