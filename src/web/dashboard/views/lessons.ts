import { textIn, type Catalogue } from '../../../content/index.ts'
import { numberText } from '../../../pictures/index.ts'
import {
  FEWEST_PEOPLE,
  groupTogether,
  readLessonFigures,
  readUnitLessonFigures,
  type LessonFigures,
  type Rate,
} from '../../../reports/index.ts'
import { rateCell, rateFact } from '../cells.ts'
import type { Cell, Column, Filter, Panel, View } from '../contract.ts'
import { headOf, type Look } from '../look.ts'
import { plainRow } from './overview-panels.ts'

/** The organisation itself is nearly everybody: only people without a unit are not below it. */
function isMost({ unitIds = [], allUnits }: Look): boolean {
  return allUnits.some(({ id, parentId }) => parentId === null && unitIds.includes(id))
}

interface Line {
  readonly title: string
  readonly trackId: string | undefined
  readonly track: string
  readonly figures: LessonFigures
}

/** Each lesson that was due in the period: whom it reached, and who answered. */
export async function lessons(look: Look): Promise<View> {
  const { db, allUnits, unitIds, period, words, locale, reach } = look
  const found =
    unitIds === undefined
      ? await readLessonFigures(db, period)
      : await readUnitLessonFigures(db, groupTogether(allUnits, unitIds), period, isMost(look))
  const shown = inOrder(look, found).filter((line) => isWanted(look, line))
  const all = (of: (figures: LessonFigures) => number): number =>
    shown.reduce((sum, { figures }) => sum + of(figures), 0)
  const arrived = all((one) => one.arrived)
  const answered = all((one) => one.answered)
  const { facts } = words
  const fact = (id: string, label: string, rate: Rate, of: 'lessons' | 'answers') =>
    rateFact({ id, label }, rate, { words, locale, of })
  const isSmall = unitIds !== undefined && arrived < FEWEST_PEOPLE
  return {
    ...headOf(look, 'lessons'),
    facts: isSmall
      ? []
      : [
          fact('answered', facts.answered, { part: answered, whole: arrived }, 'lessons'),
          ...(reach.scores
            ? [
                fact(
                  'right',
                  facts.right,
                  { part: all((one) => one.right), whole: answered },
                  'answers',
                ),
              ]
            : []),
        ],
    panels: [panelOf(look, shown)],
    filters: [trackFilter(look), { id: 'search', label: words.filters.search, options: [] }],
    notes: shown.some((line) => isFew(look, line)) ? [words.few(FEWEST_PEOPLE)] : [],
  }
}

/** The tracks that are taught, for whoever wants one of them alone. */
export function trackFilter({ catalogue, words, locale }: Look): Filter {
  const options = catalogue.tracks.map(({ id, title }) => ({ value: id, label: title[locale] }))
  return { id: 'track', label: words.filters.track, options }
}

export function trackTitle(
  { tracks }: Catalogue,
  trackId: string | undefined,
  locale: 'id' | 'en',
): string {
  return tracks.find(({ id }) => id === trackId)?.title[locale] ?? trackId ?? ''
}

/** Whether a title holds what is looked for, whatever the letters. */
export function holds(text: string, search: string): boolean {
  return text.toLowerCase().includes(search.toLowerCase())
}

function isWanted({ trackId, search }: Look, line: Line): boolean {
  return (trackId === undefined || line.trackId === trackId) && holds(line.title, search)
}

/** As they stand in the tracks; lessons that are live no more come last, by their id. */
function inOrder({ catalogue, locale }: Look, all: readonly LessonFigures[]): Line[] {
  const places = new Map([...catalogue.lessons.keys()].map((id, place) => [id, place]))
  const place = ({ lessonId }: LessonFigures): number => places.get(lessonId) ?? places.size
  return all
    .toSorted((a, b) => place(a) - place(b) || (a.lessonId < b.lessonId ? -1 : 1))
    .map((figures) => {
      const lesson = catalogue.lessons.get(figures.lessonId)
      const trackId = lesson?.trackId
      return {
        title: lesson === undefined ? figures.lessonId : textIn(lesson, locale).title,
        trackId,
        track: trackTitle(catalogue, trackId, locale),
        figures,
      }
    })
}

/** In some units so few had the lesson that its rates would say who answered what. */
function isFew({ unitIds }: Look, { figures }: Line): boolean {
  return unitIds !== undefined && figures.arrived < FEWEST_PEOPLE
}

function panelOf(look: Look, shown: readonly Line[]): Panel {
  const { words, locale, reach } = look
  const said = words.lessons
  const scores: readonly Column[] = reach.scores
    ? [{ id: 'right', label: said.right, unit: 'rate' }]
    : []
  return {
    id: 'lessons',
    title: said.title,
    summary: shown.length === 0 ? said.empty : said.summary(numberText(shown.length, locale)),
    chart: 'bars',
    drawn: 3,
    columns: [
      { id: 'lesson', label: said.lesson, unit: 'text' },
      { id: 'track', label: said.track, unit: 'text' },
      { id: 'arrived', label: said.arrived, unit: 'count' },
      { id: 'answered', label: said.answered, unit: 'rate' },
      { id: 'skipped', label: said.skipped, unit: 'count' },
      ...scores,
    ],
    rows: shown.map((line) => plainRow([line.title, line.track, ...figuresOf(look, line)])),
    pages: null,
    empty: said.empty,
  }
}

function figuresOf(look: Look, line: Line): Cell[] {
  const { arrived, answered, right, skipped } = line.figures
  const { scores } = look.reach
  if (isFew(look, line)) return [arrived, null, null, ...(scores ? [null] : [])]
  return [
    arrived,
    rateCell({ part: answered, whole: arrived }),
    skipped,
    ...(scores ? [rateCell({ part: right, whole: answered })] : []),
  ]
}
