import { sql } from 'drizzle-orm'
import { storeLive, storeVersions, type Catalogue } from '../../../src/content/index.ts'
import {
  changeCalendar,
  firstTeachingMoment,
  setUnitCalendar,
  startLearning,
  storeCalendar,
} from '../../../src/learning/index.ts'
import { addUnit, setUnitSector } from '../../../src/people/index.ts'
import { at, rowsOf, type Db } from '../../../src/platform/db/index.ts'
import { SIX_DAYS } from './calendars.ts'
import { dayName } from './days.ts'
import type { YearPerson } from './people.ts'

/** The first person's Telegram id; the others follow. */
export const FIRST_TELEGRAM_ID = 700_000

/** Before anybody's first hour in any of Indonesia's zones. */
export const morningOf = (day: number): Date => new Date(`${dayName(day)}T00:00:00+08:00`)

/**
 * Puts lessons, calendars, units and people into a database, as joining would have: everybody
 * begins to learn on the day of joining.
 *
 * @returns each person's id, in order
 */
export async function settle(
  db: Db,
  catalogue: Catalogue,
  people: readonly YearPerson[],
): Promise<string[]> {
  const start = morningOf(Math.min(...people.map(({ joins }) => joins)))
  await storeVersions(db, catalogue, start)
  await storeLive(db, catalogue)
  await storeCalendar(db)
  const { week } = SIX_DAYS
  await db.transaction((tx) => changeCalendar(tx, SIX_DAYS.id, { name: SIX_DAYS.name, week }))
  const units = await addUnits(db, people, start)
  const rows = people.map((person) => ({
    n: FIRST_TELEGRAM_ID + person.index,
    role: person.jobRole,
    zone: person.timezone,
    minute: person.lessonMinute,
    unit: units.get(unitOf(person)),
  }))
  const added = await rowsOf<{ id: string }>(
    db,
    sql`
    with added as (
      insert into people (id, telegram_id, chat_id, name, address_form, job_role, locale, timezone,
        lesson_minute, unit_id, last_seen_at, created_at, joined_at)
      select gen_random_uuid(), r.n, r.n, 'Peserta ' || r.n, 'none', r.role, 'id', r.zone,
        r.minute, r.unit, ${at(start)}, ${at(start)}, ${at(start)}
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as r(n bigint, role text, zone text, minute int, unit uuid)
      returning id, telegram_id)
    select id from added order by telegram_id`,
  )
  for (const [i, { id }] of added.entries()) {
    const joins = morningOf(people[i]?.joins ?? 0)
    const nextDueAt = await firstTeachingMoment(db, id, joins)
    await startLearning(db, { personId: id, nextDueAt, now: start })
  }
  return added.map(({ id }) => id)
}

const unitOf = ({ calendarId, sector }: YearPerson): string => `${calendarId} ${sector ?? 'umum'}`

async function addUnits(
  db: Db,
  people: readonly YearPerson[],
  now: Date,
): Promise<ReadonlyMap<string, string>> {
  await addUnit(db, { name: 'Kabupaten Contoh', now })
  const units = new Map<string, string>()
  for (const person of people) {
    const name = unitOf(person)
    if (units.has(name)) continue
    const { id } = await addUnit(db, { name, now })
    units.set(name, id)
    if (person.sector !== null) await setUnitSector(db, id, person.sector)
    if (person.calendarId === SIX_DAYS.id) await setUnitCalendar(db, id, SIX_DAYS.id)
  }
  return units
}
