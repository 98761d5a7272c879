import { readCalendars } from '../../../learning/index.ts'
import { numberText } from '../../../pictures/index.ts'
import {
  readRosterPage,
  rosterStates,
  type RosterEntry,
  type RosterState,
} from '../../../reports/index.ts'
import { countFact } from '../cells.ts'
import type { Filter, Panel, Row, View } from '../contract.ts'
import { headOf, type Look } from '../look.ts'

/** People on a page of the view. */
const PAGE = 50

/** Who takes part and who does not, never how well: the list of `/peserta`. Leaders are not in it. */
export async function people(look: Look): Promise<View | undefined> {
  return peopleFrom(look, { limit: PAGE })
}

/**
 * @param limit people of a page
 * @returns undefined for a page behind the last one
 */
export async function peopleFrom(
  look: Look,
  { limit }: { readonly limit: number },
): Promise<View | undefined> {
  const { db, id: viewerId, unit, state, search, page, now, words, locale } = look
  const { counts, leaders, entries } = await readRosterPage(db, {
    viewerId,
    filter: state ?? 'all',
    unitId: unit?.id ?? null,
    text: search,
    offset: (page - 1) * limit,
    limit,
    calendars: await readCalendars(db),
    now,
  })
  const of = (one: RosterState): number => counts[one] ?? 0
  const everybody = rosterStates.reduce((sum, one) => sum + of(one), 0) - of('moved_away')
  const total = state === undefined ? everybody : of(state)
  const last = Math.max(1, Math.ceil(total / limit))
  if (page > last) return undefined
  const said = words.people
  return {
    ...headOf(look, 'people'),
    facts: rosterStates.map((one) => countFact({ id: one, label: said.states[one] }, of(one))),
    panels: [panelOf(look, { entries, total, last })],
    filters: [stateFilter(look), { id: 'search', label: words.filters.search, options: [] }],
    notes: [said.now, ...(leaders > 0 ? [said.leaders(numberText(leaders, locale))] : [])],
  }
}

function stateFilter({ words }: Look): Filter {
  const options = rosterStates.map((one) => ({ value: one, label: words.people.states[one] }))
  return { id: 'state', label: words.filters.state, options }
}

function panelOf(
  look: Look,
  given: {
    readonly entries: readonly RosterEntry[]
    readonly total: number
    readonly last: number
  },
): Panel {
  const { entries, total, last } = given
  const { words, locale, page } = look
  const said = words.people
  return {
    id: 'people',
    title: said.title,
    summary: said.summary(numberText(total, locale)),
    chart: 'none',
    drawn: 0,
    columns: [
      { id: 'name', label: said.name, unit: 'text' },
      { id: 'unit', label: said.unit, unit: 'text' },
      { id: 'state', label: said.state, unit: 'text' },
    ],
    rows: entries.map((entry) => rowOf(look, entry)),
    pages: { page, of: last, rows: total },
    empty: said.empty,
  }
}

function rowOf({ words: { people: said } }: Look, entry: RosterEntry): Row {
  const { name, unit, state, unlisted, unconfirmed } = entry
  const marks = [...(unlisted ? [said.unlisted] : []), ...(unconfirmed ? [said.unconfirmed] : [])]
  return {
    cells: [name, unit, said.states[state]],
    to: null,
    mark: marks.length === 0 ? null : marks.join(', '),
  }
}
