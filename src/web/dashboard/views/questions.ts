import { textIn } from '../../../content/index.ts'
import { numberText } from '../../../pictures/index.ts'
import { readItems, type ItemFlag, type JudgedItem } from '../../../reports/index.ts'
import { countFact, rateCell } from '../cells.ts'
import type { Panel, Row, View } from '../contract.ts'
import { headOf, type Look } from '../look.ts'
import { holds, trackFilter, trackTitle } from './lessons.ts'

/** What the questions tell of themselves, the worst first; the analysis of `/statistik soal`. */
export async function questions(look: Look): Promise<View> {
  const { db, catalogue, trackId, search, words, locale, timezone } = look
  const { at, items } = await readItems(db, catalogue, trackId)
  const shown = items.filter(({ question }) => holds(textIn(question, locale).text, search))
  const flagged = shown.filter(isFlagged).length
  const few = shown.filter(({ flags }) => flags.some(({ kind }) => kind === 'few')).length
  const { facts } = words
  const when =
    at === undefined
      ? words.questions.never
      : words.questions.at(
          new Intl.DateTimeFormat(locale === 'id' ? 'id-ID' : 'en-GB', {
            timeZone: timezone,
            dateStyle: 'long',
            timeStyle: 'short',
          }).format(at),
        )
  return {
    ...headOf(look, 'questions'),
    scope: words.everybody,
    facts: [
      countFact({ id: 'questions', label: facts.questions }, shown.length),
      countFact({ id: 'flagged', label: facts.flagged }, flagged),
      countFact({ id: 'few', label: facts.tooFew }, few),
    ],
    panels: [panelOf(look, shown, flagged)],
    filters: [trackFilter(look), { id: 'search', label: words.filters.search, options: [] }],
    notes: [when],
  }
}

function isFlagged({ flags }: JudgedItem): boolean {
  return flags.some(({ kind }) => kind !== 'few')
}

function panelOf(look: Look, items: readonly JudgedItem[], flagged: number): Panel {
  const { words, locale } = look
  const said = words.questions
  const [part, whole] = [numberText(flagged, locale), numberText(items.length, locale)]
  return {
    id: 'questions',
    title: said.title,
    summary: items.length === 0 ? said.empty : said.summary(part, whole),
    chart: 'bars',
    drawn: 5,
    columns: [
      { id: 'question', label: said.question, unit: 'text' },
      { id: 'lesson', label: said.lesson, unit: 'text' },
      { id: 'track', label: words.filters.track, unit: 'text' },
      { id: 'version', label: said.version, unit: 'count' },
      { id: 'people', label: said.people, unit: 'count' },
      { id: 'right', label: said.right, unit: 'rate' },
      { id: 'correlation', label: said.correlation, unit: 'number' },
      { id: 'sure-wrong', label: said.sureWrong, unit: 'rate' },
      { id: 'verdict', label: said.verdict, unit: 'text' },
    ],
    rows: items.map((item) => rowOf(look, item)),
    pages: null,
    empty: said.empty,
  }
}

function rowOf({ words, catalogue, locale }: Look, item: JudgedItem): Row {
  const { question, figures, flags, trackId, version } = item
  const { people, right, correlation, certainty } = figures
  const lesson = catalogue.lessons.get(question.lessonId)
  const verdict = verdictOf(flags, words.questions.flags)
  return {
    cells: [
      textIn(question, locale).text,
      lesson === undefined ? question.lessonId : textIn(lesson, locale).title,
      trackTitle(catalogue, trackId, locale),
      version,
      people,
      rateCell({ part: right, whole: people }),
      correlation === null ? null : Math.round(correlation * 100) / 100,
      rateCell({ part: certainty.sureWrong, whole: certainty.sure }),
      verdict,
    ],
    to: null,
    mark: isFlagged(item) ? verdict : null,
  }
}

function verdictOf(
  flags: readonly ItemFlag[],
  said: Readonly<Record<ItemFlag['kind'] | 'fine', string>>,
): string {
  return flags.length === 0 ? said.fine : flags.map(({ kind }) => said[kind]).join(', ')
}
