import { readCalendars } from '../../learning/index.ts'
import { findPeople, findUnit, type PageOfUnits } from '../../people/index.ts'
import {
  readRosterPage,
  rosterStates,
  type RosterEntry,
  type RosterFilter,
} from '../../reports/index.ts'
import { callbackData } from '../callback.ts'
import { idIn, shortId } from '../short-id.ts'
import { Html } from '../texts.ts'
import { clip } from './clip.ts'
import { personOf } from './person-texts.ts'
import { textMessage, type Button, type View, type ViewBaseArgs, type ViewContext } from './view.ts'

/** Characters that a button shows on a small phone. */
const BUTTON_LENGTH = 40

/** People on one page, and buttons of them in a row. */
const PAGE = 10
const IN_A_ROW = 5

const filters: readonly RosterFilter[] = ['all', ...rosterStates]

/** A state as the keys of the locales write it. */
export function wordOf(state: RosterFilter): string {
  return state.replaceAll('_', '-')
}

/** Which people, from which on, of which unit. */
export interface RosterArgs extends ViewBaseArgs {
  readonly filter: RosterFilter
  readonly offset: number
  /** This unit and those below it; null: all within reach. */
  readonly unitId: string | null
}

function rosterPlace({ filter, offset, unitId }: RosterArgs): string {
  return `${filters.indexOf(filter)}.${offset}${unitId === null ? '' : `.${shortId(unitId)}`}`
}

/** The page of a button; undefined for what none of ours says. */
export function readRosterPlace(argument: string): RosterArgs | undefined {
  const [, which, from, unit] = /^(\d)\.(\d{1,6})(?:\.(.+))?$/.exec(argument) ?? []
  const filter = filters[Number(which)]
  const unitId = unit === undefined ? null : idIn(unit)
  if (filter === undefined || from === undefined || unitId === undefined) return undefined
  return { filter, offset: Number(from), unitId }
}

/** The people of her units: who takes part and who does not, never how well. */
export const roster: View<RosterArgs> = async (view, args) => {
  const { t, db, now } = view
  const { filter, offset, unitId } = args
  const calendars = await readCalendars(db)
  const viewerId = personOf(view).id
  const query = { viewerId, filter, unitId, offset, limit: PAGE, now, calendars }
  const { counts, leaders, entries } = await readRosterPage(db, query)
  const unit = unitId === null ? undefined : await findUnit(db, unitId)
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0)
  const total = filter === 'all' ? all - (counts.moved_away ?? 0) : (counts[filter] ?? 0)
  const head = t(unit === undefined ? 'roster-head' : 'roster-head-unit', {
    unit: unit?.name ?? '',
    total,
    filter: t(`roster-filter-${wordOf(filter)}`),
  })
  const lines = entries.map((entry, i) => lineOf(view, entry, offset + i + 1, unitId))
  const body = entries.length === 0 ? t('roster-empty') : lines.join('\n')
  const foot =
    leaders > 0 && filter !== 'moved_away' ? [t('roster-leaders', { count: leaders })] : []
  return textMessage(
    {
      html: [head, body, ...foot].join('\n\n'),
      buttons: [
        ...numbered(entries, offset),
        ...turns(view, args, offset + entries.length < total),
        ...filterButtons(view, args, counts),
        [
          { text: t('button-roster-search'), data: callbackData('rosterSearch') },
          { text: t('button-roster-units'), data: callbackData('rosterUnits') },
        ],
      ],
    },
    args,
  )
}

function lineOf(
  { t }: ViewContext,
  { name, unit, state, unlisted, unconfirmed, phone }: RosterEntry,
  place: number,
  unitId: string | null,
): string {
  const marks = [
    t(`roster-is-${wordOf(state)}`),
    ...(unlisted ? [t('roster-unlisted')] : []),
    ...(unconfirmed ? [t('roster-unconfirmed')] : []),
    ...(phone === null ? [] : [`+${phone}`]),
  ].join(', ')
  const where = unitId === null ? ` · ${clip(unit, 30)}` : ''
  return t('roster-line', { place, name: clip(name, 50), where, marks: new Html(marks) })
}

/** A button for each person, with the number that stands before the name. */
function numbered(entries: readonly RosterEntry[], offset: number): Button[][] {
  const buttons = entries.flatMap(({ personId, placeId }, i): Button[] => {
    const text = String(offset + i + 1)
    if (personId !== null) return [{ text, data: callbackData('personCard', shortId(personId)) }]
    return placeId === null ? [] : [{ text, data: callbackData('placeCard', placeId) }]
  })
  return Array.from({ length: Math.ceil(buttons.length / IN_A_ROW) }, (_, i) =>
    buttons.slice(i * IN_A_ROW, (i + 1) * IN_A_ROW),
  )
}

function turns({ t }: ViewContext, args: RosterArgs, more: boolean): Button[][] {
  const { offset } = args
  const to = (key: string, at: number): Button => ({
    text: t(key),
    data: callbackData('roster', rosterPlace({ ...args, offset: at })),
  })
  const row = [
    ...(offset > 0 ? [to('button-content-previous', Math.max(0, offset - PAGE))] : []),
    ...(more ? [to('button-content-next', offset + PAGE)] : []),
  ]
  return row.length === 0 ? [] : [row]
}

/** Only what there is; two in a row, since the words are long. */
function filterButtons(
  { t }: ViewContext,
  { filter, unitId }: RosterArgs,
  counts: Readonly<Partial<Record<string, number>>>,
): Button[][] {
  const offered = filters.filter(
    (one) => one !== filter && (one === 'all' || (counts[one] ?? 0) > 0),
  )
  const buttons = offered.map((one): Button => {
    const count = one === 'all' ? '' : ` (${counts[one] ?? 0})`
    const data = callbackData('roster', rosterPlace({ filter: one, offset: 0, unitId }))
    return { text: `${t(`roster-filter-${wordOf(one)}`)}${count}`, data }
  })
  return Array.from({ length: Math.ceil(buttons.length / 2) }, (_, i) =>
    buttons.slice(i * 2, i * 2 + 2),
  )
}

export interface RosterPeopleArgs extends ViewBaseArgs {
  readonly ids: readonly string[]
  readonly more: boolean
}

/** People of a name; with their unit, since many share one. */
export const rosterPeople: View<RosterPeopleArgs> = async (view, { ids, more }) => {
  const { t, db } = view
  if (ids.length === 0) return textMessage({ html: t('roster-nobody') })
  const people = await findPeople(db, ids)
  const buttons = await Promise.all(
    ids.map(async (id): Promise<Button[]> => {
      const person = people.get(id)
      const unit = person?.unitId == null ? undefined : await findUnit(db, person.unitId)
      const text = [person?.name ?? '', unit?.name].filter(Boolean).join(' · ')
      return [{ text: clip(text, BUTTON_LENGTH), data: callbackData('personCard', shortId(id)) }]
    }),
  )
  return textMessage({ html: t(more ? 'roles-people-more' : 'roles-people'), buttons })
}

export interface RosterUnitsArgs extends ViewBaseArgs, PageOfUnits {
  /** Null: the units of a name that was typed, which have no further page. */
  readonly offset: number | null
  /** Who goes to the unit; null: whose people are to be shown. */
  readonly personId: string | null
}

/** Of which unit, or to which? */
export const rosterUnits: View<RosterUnitsArgs> = (view, args) => {
  const { t } = view
  const { units, total, offset, personId } = args
  if (units.length === 0) return textMessage({ html: t('roles-no-unit') }, args)
  const dataOf = (id: string): string =>
    personId === null
      ? callbackData('roster', rosterPlace({ filter: 'all', offset: 0, unitId: id }))
      : callbackData('personTransfer', `${shortId(personId)}.${shortId(id)}`)
  const to = (key: string, at: number): Button => ({
    text: t(key),
    data:
      personId === null
        ? callbackData('rosterUnits', at)
        : callbackData('personUnits', `${shortId(personId)}.${at}`),
  })
  const next = (offset ?? 0) + units.length
  const row = [
    ...(offset === null || offset === 0
      ? []
      : [to('button-content-previous', Math.max(0, offset - units.length))]),
    ...(offset === null || next >= total ? [] : [to('button-content-next', next)]),
  ]
  return textMessage(
    {
      html: t(personId === null ? 'roster-units' : 'roster-transfer'),
      buttons: [
        ...units.map(({ id, name }) => [{ text: clip(name, BUTTON_LENGTH), data: dataOf(id) }]),
        ...(row.length === 0 ? [] : [row]),
      ],
    },
    args,
  )
}
