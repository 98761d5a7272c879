import type { SheetFacts } from '../facts.ts'
import { formatNip } from '../../people/index.ts'
import {
  centred,
  fitted,
  LEADING,
  lineAt,
  widthOf,
  type Block,
  type Doc,
  type Style,
} from './pen.ts'
import { COLOURS, PAGE, TEXT_WIDTH } from './sheet-style.ts'
import { dayText, sheetTexts as texts } from './sheet-texts.ts'

/** What is drawn as one element of the document's structure. */
export interface Part {
  readonly lang: 'id' | 'en'
  readonly draw: () => void
}

/** A paragraph of the sheet's body, before it has its place. */
export interface BodyBlock {
  readonly tag: 'H1' | 'P'
  /** Points that are wished for above it; they give way when the sheet is full. */
  readonly gap: number
  readonly height: number
  readonly parts: (y: number) => readonly Part[]
}

const NAME_STEPS = [
  ...[34, 32, 30, 28, 26, 24].map((size) => ({ size, lines: 1 })),
  { size: 22, lines: 2 },
  { size: 18, lines: 2 },
  { size: 15, lines: 3 },
]
const TITLE_STEPS = [
  { size: 18, lines: 1 },
  { size: 16, lines: 1 },
  { size: 15, lines: 2 },
  { size: 12, lines: 3 },
]
const SMALL_STEPS = [
  { size: 12, lines: 1 },
  { size: 10.5, lines: 2 },
]
const BASIS_STEPS = [
  { size: 8.5, lines: 2 },
  { size: 7.5, lines: 3 },
]

/** All that stands between letterhead and signature, in order. */
export function bodyBlocks(doc: Doc, facts: SheetFacts): readonly BodyBlock[] {
  const { number, revision, name, nip, unit, title, hours, completedOn, printedOn } = facts
  const fact = (text: string, gap: number, block: Omit<Block, 'width'>, lang: 'id' | 'en' = 'id') =>
    textBlock(doc, text, { gap, lang }, { width: TEXT_WIDTH, ...block })
  const both = (id: string, en: string, gap: number, size = 10) => pair(doc, { id, en }, gap, size)
  const numbers = (locale: 'id' | 'en'): string =>
    revision === 1
      ? `${texts.number[locale]}: ${number}`
      : `${texts.number[locale]}: ${number}, ${texts.revision[locale]} ${revision} (${dayText(printedOn, locale)})`
  return [
    heading(doc),
    both(numbers('id'), numbers('en'), 5, 9.5),
    both(texts.given.id, texts.given.en, 15),
    fact(name, 3, { style: { face: 'ExtraBold', colour: COLOURS.ink }, steps: NAME_STEPS }),
    ...(nip === undefined
      ? []
      : [fact(`NIP ${formatNip(nip)}`, 1, { style: { face: 'Regular' }, steps: SMALL_STEPS })]),
    fact(unit, 2, { style: { face: 'SemiBold', colour: COLOURS.deep }, steps: SMALL_STEPS }),
    both(texts.completed.id, texts.completed.en, 13),
    fact(title.id, 3, { style: { face: 'Bold', colour: COLOURS.deep }, steps: TITLE_STEPS }),
    fact(
      title.en,
      0,
      { style: { face: 'Regular', colour: COLOURS.quiet }, steps: SMALL_STEPS },
      'en',
    ),
    both(`pada ${dayText(completedOn, 'id')}`, `on ${dayText(completedOn, 'en')}`, 7),
    ...(hours === null
      ? []
      : [
          both(
            `${texts.hours.id} ${hours.jp} Jam Pelajaran (JP)`,
            `${texts.hours.en} ${hours.jp} training hours (JP)`,
            3,
          ),
          fact(`${texts.basis.id} / ${texts.basis.en}: ${hours.basis}`, 2, {
            style: { face: 'Regular', colour: COLOURS.quiet },
            steps: BASIS_STEPS,
          }),
        ]),
  ]
}

function heading(doc: Doc): BodyBlock {
  const title: Style = { face: 'ExtraBold', size: 29, colour: COLOURS.deep, spacing: 9 }
  const below: Style = { face: 'SemiBold', size: 9.5, colour: COLOURS.gold, spacing: 3.2 }
  return {
    tag: 'H1',
    gap: 12,
    height: 29 * LEADING + 9.5 * LEADING,
    parts: (y) => [
      { lang: 'id', draw: () => centred(doc, texts.title.id, y, title) },
      { lang: 'en', draw: () => centred(doc, texts.title.en, y + 29 * LEADING, below) },
    ],
  }
}

function textBlock(
  doc: Doc,
  text: string,
  { gap, lang }: { readonly gap: number; readonly lang: 'id' | 'en' },
  block: Block,
): BodyBlock {
  const { height, draw } = fitted(doc, text, block)
  return { tag: 'P', gap, height, parts: (y) => [{ lang, draw: () => draw(y) }] }
}

/** Both languages on one line, or below each other where one line does not hold them. */
function pair(
  doc: Doc,
  { id, en }: { readonly id: string; readonly en: string },
  gap: number,
  size: number,
): BodyBlock {
  const first: Style = { face: 'SemiBold', size }
  const second: Style = { face: 'Regular', size, colour: COLOURS.quiet }
  const between = ' / '
  const [left, right] = [widthOf(doc, id, first), widthOf(doc, between + en, second)]
  if (left + right > TEXT_WIDTH) {
    return {
      tag: 'P',
      gap,
      height: 2 * size * LEADING,
      parts: (y) => [
        { lang: 'id', draw: () => centred(doc, id, y, first) },
        { lang: 'en', draw: () => centred(doc, en, y + size * LEADING, second) },
      ],
    }
  }
  const x = (PAGE.width - left - right) / 2
  return {
    tag: 'P',
    gap,
    height: size * LEADING,
    parts: (y) => [
      { lang: 'id', draw: () => lineAt(doc, id, x, y, first) },
      { lang: 'en', draw: () => lineAt(doc, between + en, x + left, y, second) },
    ],
  }
}
