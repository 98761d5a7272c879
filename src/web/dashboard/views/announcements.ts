import { numberText } from '../../../pictures/index.ts'
import {
  FEWEST_PEOPLE,
  groupTogether,
  readAnnouncementReach,
  type AnnouncementReach,
} from '../../../reports/index.ts'
import { countFact, rateCell, rateFact } from '../cells.ts'
import type { Fact, Panel, View } from '../contract.ts'
import { headOf, type Look } from '../look.ts'
import { plainRow } from './overview-panels.ts'

/** Whom the announcements of a period reached, and who marked them as read; the latest first. */
export async function announcements(look: Look): Promise<View> {
  const { db, allUnits, unitIds, period, timezone, words } = look
  const scopes = unitIds === undefined ? undefined : groupTogether(allUnits, unitIds).scopes
  const found = await readAnnouncementReach(db, period, timezone, scopes)
  return {
    ...headOf(look, 'announcements'),
    facts: factsOf(look, found),
    panels: [panelOf(look, found)],
    filters: [],
    notes: [
      words.announcements.note,
      ...(unitIds === undefined ? [] : [words.announcements.within]),
      ...(found.some((one) => isFew(look, one)) ? [words.few(FEWEST_PEOPLE)] : []),
    ],
  }
}

/** Within some units a handful had a copy: who read it would be seen. */
function isFew({ unitIds }: Look, { people }: { readonly people: number }): boolean {
  return unitIds !== undefined && people < FEWEST_PEOPLE
}

function factsOf(look: Look, found: readonly AnnouncementReach[]): Fact[] {
  const { words, locale } = look
  const { facts } = words
  const sum = (of: (one: AnnouncementReach) => number): number =>
    found.reduce((all, one) => all + of(one), 0)
  const [people, sent, read] = [
    sum((one) => one.people),
    sum((one) => one.sent),
    sum((one) => one.acknowledged),
  ]
  const said = { words, locale, of: 'copies' } as const
  return [
    countFact({ id: 'announcements', label: facts.announcements }, found.length),
    ...(isFew(look, { people })
      ? []
      : [
          rateFact(
            { id: 'arrived', label: words.announcements.arrived },
            { part: sent, whole: people },
            said,
          ),
          rateFact({ id: 'read', label: facts.read }, { part: read, whole: sent }, said),
        ]),
  ]
}

function panelOf(look: Look, found: readonly AnnouncementReach[]): Panel {
  const { words, locale } = look
  const said = words.announcements
  return {
    id: 'announcements',
    title: said.title,
    summary: found.length === 0 ? said.empty : said.summary(numberText(found.length, locale)),
    chart: 'bars',
    drawn: 3,
    columns: [
      { id: 'at', label: said.at, unit: 'moment' },
      { id: 'author', label: said.author, unit: 'text' },
      { id: 'people', label: said.people, unit: 'count' },
      { id: 'arrived', label: said.arrived, unit: 'rate' },
      { id: 'read', label: said.read, unit: 'rate' },
    ],
    rows: found.map((one) => {
      const { queuedAt, author, people, sent, acknowledged } = one
      const rates = isFew(look, one)
        ? [null, null]
        : [rateCell({ part: sent, whole: people }), rateCell({ part: acknowledged, whole: sent })]
      return plainRow([queuedAt.toISOString(), author ?? said.nobody, people, ...rates])
    }),
    pages: null,
    empty: said.empty,
  }
}
