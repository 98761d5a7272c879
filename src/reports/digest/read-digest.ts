import {
  calendarIn,
  civilDay,
  momentOf,
  readCalendars,
  addCivilDays,
  type Calendars,
} from '../../learning/index.ts'
import { findRootUnit, listUnits, rolesOf } from '../../people/index.ts'
import type { Db } from '../../platform/db/index.ts'
import { openQuestions } from '../../practice/index.ts'
import { listDayClasses } from '../ranking/ranking-store.ts'
import {
  countDays,
  countInNeed,
  countPeople,
  type DigestScope,
  type WeekFigures,
} from './figures-store.ts'
import { COMPARED, WEEKS, weeksBefore, workingDays, type Days, type Week } from './weeks.ts'

export interface UnitWeek extends Days {
  readonly name: string
  readonly people: number
}

/** What a coordinator is told of her units; counts alone, of nobody in particular. */
export interface Digest {
  /** Names of the units that she coordinates; of the organisation for an admin who coordinates none. */
  readonly unitNames: readonly string[]
  readonly week: Week
  /** Who learns there, without leaders. */
  readonly people: number
  /** Who learned in the week. */
  readonly learners: number
  readonly days: Days
  readonly before: Days
  readonly joined: number
  /** Questions that wait for an answer. */
  readonly waiting: number
  /** People who need a word. */
  readonly inNeed: number
  /** By unit, those in which anybody learns. */
  readonly units: readonly UnitWeek[]
  /** The latest first. */
  readonly weeks: readonly (Week & Days)[]
}

/**
 * The seven days that are over, for somebody's units and those below; undefined for whoever is
 * neither a coordinator nor an admin.
 */
export async function readDigest(
  db: Db,
  viewer: { readonly id: string; readonly timezone: string },
  now: Date,
): Promise<Digest | undefined> {
  const { admin, coordinates } = await rolesOf(db, viewer.id)
  const everywhere = coordinates.length === 0
  if (everywhere && !admin) return undefined
  const scope: DigestScope = { viewerId: viewer.id, everywhere }
  const today = civilDay(viewer.timezone, now)
  const [week = { first: today, last: today }] = weeksBefore(today, 1)
  const units = await countPeople(db, scope, {
    last: week.last,
    from: momentOf(viewer.timezone, week.first, 0),
    to: momentOf(viewer.timezone, addCivilDays(week.last, 1), 0),
  })
  const weeks = weeksBefore(today, units.length > 1 ? COMPARED : WEEKS)
  const all = await readCalendars(db)
  const calendars = await calendarsInUse(db, all)
  const span = { first: weeks.at(-1)?.first ?? today, last: week.last }
  const counted = await countDays(db, scope, workingDays(weeks, calendars), span)
  const { total: waiting } = await openQuestions(db, viewer.id, { offset: 0 })
  const of = (matches: (one: WeekFigures) => boolean): Days => sumOf(counted.filter(matches))
  return {
    unitNames: await namesOf(db, coordinates),
    week,
    people: units.reduce((sum, unit) => sum + unit.people, 0),
    learners: counted.reduce((sum, one) => sum + (one.week === 0 ? one.learners : 0), 0),
    days: of((one) => one.week === 0),
    before: of((one) => one.week === 1),
    joined: units.reduce((sum, unit) => sum + unit.joined, 0),
    waiting,
    inNeed: await countInNeed(db, scope, { calendars: all, now }),
    units: units.map(({ unitId, name, people }) => ({
      name,
      people,
      ...of((one) => one.week === 0 && one.unitId === unitId),
    })),
    weeks: weeks.map((one, i) => ({ ...one, ...of((figures) => figures.week === i) })),
  }
}

function sumOf(figures: readonly WeekFigures[]): Days {
  return {
    learned: figures.reduce((sum, one) => sum + one.learned, 0),
    days: figures.reduce((sum, one) => sum + one.days, 0),
  }
}

async function calendarsInUse(db: Db, calendars: Calendars) {
  const ids = new Set((await listDayClasses(db)).map(({ calendarId }) => calendarId))
  return [...ids].map((id) => ({ id, calendar: calendarIn(calendars, id) }))
}

async function namesOf(db: Db, unitIds: readonly string[]): Promise<string[]> {
  if (unitIds.length === 0) return [(await findRootUnit(db))?.name ?? '']
  return (await listUnits(db)).filter(({ id }) => unitIds.includes(id)).map(({ name }) => name)
}
