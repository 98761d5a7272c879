import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import {
  addLeave,
  changeCalendar,
  endLeave,
  leavesOf,
  OFFICE,
  peopleOnLeave,
  readCalendar,
  readCalendars,
  replanConcerned,
  setOwnHours,
  setRamadan,
  setUnitCalendar,
  storeCalendar,
  type CalendarChange,
  type Concerned,
  type StoredRamadan,
} from '../../src/learning/index.ts'
import { replanNudges } from '../../src/nudges/index.ts'
import { addUnit, type Unit } from '../../src/people/index.ts'
import { connectDatabase, rowsOf, type Database } from '../../src/platform/db/index.ts'
import { addCrowd } from '../support/crowd.ts'
import { cloneDatabase, type ClonedDatabase } from '../support/database.ts'

/** Monday, 23 November 2026, 06.00 in Makassar; everybody's lesson comes at 09.00. */
const NOW = new Date('2026-11-22T22:00:00Z')
const MON_NINE = new Date('2026-11-23T01:00:00Z')
const SAT_NINE = '2026-11-28T01:00:00.000Z'

let database: ClonedDatabase
let connection: Database
beforeAll(async () => {
  database = await cloneDatabase(inject('ownerUrl'), inject('appUrl'))
  connection = connectDatabase(database.appUrl, { max: 4 })
})
afterAll(async () => {
  await connection.close()
  await database.drop()
})

const db = () => connection.db

async function personOf(telegramId: number): Promise<string> {
  const [row] = await rowsOf<{ id: string }>(
    db(),
    sql`select id from people where telegram_id = ${telegramId}`,
  )
  return row?.id ?? ''
}

/** Somebody of a unit, enrolled and due at `dueAt`. */
async function member(
  telegramId: number,
  unitId: string | null,
  dueAt = MON_NINE,
): Promise<string> {
  await addCrowd(db(), { count: 1, firstId: telegramId, dueAt })
  const id = await personOf(telegramId)
  await db().execute(sql`update people set unit_id = ${unitId} where id = ${id}`)
  return id
}

async function nextOf(personId: string): Promise<string> {
  const [row] = await rowsOf<{ next_due_at: string }>(
    db(),
    sql`select next_due_at from learners where person_id = ${personId}`,
  )
  return new Date(row?.next_due_at ?? '').toISOString()
}

const change = (id: string, to: CalendarChange) =>
  db().transaction((tx) => changeCalendar(tx, id, to))
const ramadan = (days: StoredRamadan) => db().transaction((tx) => setRamadan(tx, days))

async function replan(concerned: Concerned, now = NOW): Promise<number> {
  return replanConcerned(db(), { calendars: await readCalendars(db()), concerned, now })
}

describe('what is stored at a start', () => {
  it('is the office’s calendar and the decree of 2026 with its source, once', async () => {
    await storeCalendar(db())
    await storeCalendar(db())
    const office = await readCalendar(db(), OFFICE.id)
    expect(office.daysOff.size).toBe(25)
    expect(office).toMatchObject({ week: OFFICE.week, hours: OFFICE.hours, ramadans: [] })
    const [row] = await rowsOf<{ n: number }>(
      db(),
      sql`select count(*)::int as n from calendar_days where source like '%SKB%'`,
    )
    expect(row?.n).toBe(25)
  })

  it('does not come back over a newer decree, and names the source of days from before', async () => {
    await db().execute(sql`delete from calendar_days where day > '2026-01-01'`)
    await db().execute(sql`update calendar_days set source = null`)
    await storeCalendar(db())
    expect((await readCalendar(db(), OFFICE.id)).daysOff).toEqual(new Set(['2026-01-01']))
    await db().execute(sql`delete from calendar_days`)
    await storeCalendar(db())
    expect((await readCalendar(db(), OFFICE.id)).daysOff.size).toBe(25)
  })

  it('falls back on the office’s where a calendar is not known', async () => {
    expect((await readCalendar(db(), 'entah')).id).toBe('office')
  })
})

describe('units and their calendars', () => {
  let school: Unit
  let classroom: Unit
  let bureau: Unit
  let pupilTeacher: string
  let clerk: string
  let stranger: string
  beforeAll(async () => {
    const add = (name: string, parent?: string) =>
      addUnit(db(), { name, now: NOW, ...(parent === undefined ? {} : { parent }) })
    await add('Pemkab Contoh')
    const agency = await add('Dinas Pendidikan')
    school = await add('SDN 1', agency.name)
    classroom = await add('Kelas 1', school.name)
    bureau = await add('Bagian Umum')
    const friday = new Date('2026-11-27T01:00:00Z')
    pupilTeacher = await member(700, classroom.id, friday)
    clerk = await member(701, bureau.id, friday)
    stranger = await member(702, null, friday)
    await change('sekolah', {
      name: 'Sekolah',
      kind: 'school',
      week: { kind: 'weekdays', days: [1, 2, 3, 4, 5, 6] },
    })
  })

  /** Friday evening: the next lesson is on Saturday for a six-day week, else on Monday. */
  const fridayEvening = new Date('2026-11-27T11:00:00Z')
  const due = async (at: string): Promise<void> => {
    await db().execute(sql`update learners set next_due_at = ${at}::timestamptz`)
  }
  const MONDAY = '2026-11-30T01:00:00.000Z'

  it('are inherited from the nearest unit above, and replan those below alone', async () => {
    await due(MONDAY)
    expect(await setUnitCalendar(db(), school.id, 'sekolah')).toBe('sekolah')
    expect(await replan({ calendarIds: ['sekolah'] }, fridayEvening)).toBe(1)
    expect(await nextOf(pupilTeacher)).toBe(SAT_NINE)
    for (const other of [clerk, stranger]) {
      expect(await nextOf(other)).toBe(MONDAY)
    }
    expect(await replan({ everybody: true }, fridayEvening)).toBe(0)
  })

  it('a unit’s own comes before the one above', async () => {
    expect(await setUnitCalendar(db(), classroom.id, 'office')).toBe('office')
    expect(await replan({ calendarIds: ['office'] }, fridayEvening)).toBe(1)
    expect(await nextOf(pupilTeacher)).toBe(MONDAY)
    expect(await setUnitCalendar(db(), classroom.id, null)).toBe('sekolah')
    expect(await replan({ calendarIds: ['sekolah'] }, fridayEvening)).toBe(1)
    expect(await nextOf(pupilTeacher)).toBe(SAT_NINE)
  })

  it('a unit that has none, and none above, has the office’s', async () => {
    expect(await setUnitCalendar(db(), school.id, null)).toBe('office')
    expect(await replan({ everybody: true }, fridayEvening)).toBe(1)
    expect(await nextOf(pupilTeacher)).toBe(MONDAY)
  })

  it('refuse what would leave no day, and hours that are none, and harm nothing', async () => {
    const before = await readCalendar(db(), 'sekolah')
    const night = { begins: 1080, ends: 420, prayerBegins: 0, prayerEnds: 0 }
    expect(await change('sekolah', { hours: night })).toEqual({
      kind: 'ends_before_it_begins',
    })
    const shut = { kind: 'weekdays', days: [] } as const
    expect(await change('sekolah', { week: shut })).toMatchObject({ kind: 'closes' })
    expect(await readCalendar(db(), 'sekolah')).toEqual(before)
  })

  it('Ramadan moves an early hour to eight, and back when its days are moved', async () => {
    await due(MONDAY)
    await db().execute(sql`update people set lesson_minute = 420 where id = ${clerk}`)
    const days = { hijriYear: 1448, first: '2026-11-30', last: '2026-12-28', source: 'contoh' }
    expect(await ramadan({ ...days, last: '2026-12-31' })).toBe('no_month')
    expect(await ramadan(days)).toBeUndefined()
    await replan({ everybody: true }, fridayEvening)
    expect(await nextOf(clerk)).toBe('2026-11-30T00:00:00.000Z')
    const later = { ...days, first: '2026-12-01', last: '2026-12-29' }
    expect(await ramadan(later)).toBeUndefined()
    await replan({ everybody: true }, fridayEvening)
    expect(await nextOf(clerk)).toBe('2026-11-29T23:00:00.000Z')
  })
})

describe('leave', () => {
  let person: string
  beforeAll(async () => {
    person = await member(800, null)
  })
  const week = { kind: 'leave', first: '2026-11-23', last: '2026-11-27' } as const

  it('moves the next lesson behind it, and reminders too', async () => {
    const added = await addLeave(db(), { personId: person, ...week }, NOW)
    expect(added.kind).toBe('added')
    expect(await replan({ personIds: [person] })).toBe(1)
    expect(await nextOf(person)).toBe('2026-11-30T01:00:00.000Z')
  })

  it('noted twice is one; one within another is known', async () => {
    const again = { personId: person, ...week, first: '2026-11-24' }
    expect((await addLeave(db(), again, NOW)).kind).toBe('known')
    expect(await leavesOf(db(), person, '2026-11-25')).toHaveLength(1)
    expect(await leavesOf(db(), person, '2026-11-28')).toHaveLength(0)
  })

  it.each([
    [{ first: '2026-11-27', last: '2026-11-23' }, 'ends_before_it_begins'],
    [{ first: '2026-02-30', last: '2026-03-02' }, 'no_such_day'],
  ])('%o is refused, and nothing is written', async (days, kind) => {
    expect(await addLeave(db(), { personId: person, kind: 'sick', ...days }, NOW)).toEqual({ kind })
    expect(await leavesOf(db(), person, '2000-01-01')).toHaveLength(1)
  })

  it('ends earlier, and never before it begins', async () => {
    const [leave] = await leavesOf(db(), person, '2026-11-23')
    const id = leave?.id ?? 0
    const end = (last: string, of = person) => endLeave(db(), { personId: of, id, last })
    expect(await end('2026-11-22')).toEqual({ kind: 'ends_before_it_begins' })
    expect(await end('2026-11-31')).toEqual({ kind: 'no_such_day' })
    expect(await end('2026-11-24', crypto.randomUUID())).toEqual({ kind: 'no_such_leave' })
    expect(await end('2026-11-24')).toEqual({ kind: 'ended' })
    await replan({ personIds: [person] })
    expect(await nextOf(person)).toBe('2026-11-25T01:00:00.000Z')
  })

  it('is of the civil day where the person is', async () => {
    const id = crypto.randomUUID()
    const away = (timezone: string, at: string) =>
      peopleOnLeave(
        db(),
        [
          { id: person, timezone },
          { id, timezone },
        ],
        new Date(at),
      )
    // The leave ends with 24 November; in Makassar that is 16.00 UTC, in Honolulu ten hours later.
    expect(await away('Asia/Makassar', '2026-11-24T15:59:00Z')).toEqual(new Set([person]))
    expect(await away('Asia/Makassar', '2026-11-24T16:00:00Z')).toEqual(new Set())
    expect(await away('Pacific/Honolulu', '2026-11-25T09:59:00Z')).toEqual(new Set([person]))
    expect(await away('Pacific/Kiritimati', '2026-11-22T10:00:00Z')).toEqual(new Set([person]))
    expect(await away('Pacific/Kiritimati', '2026-11-22T09:59:00Z')).toEqual(new Set())
  })

  it('own hours move the lesson; impossible ones are refused', async () => {
    expect(await setOwnHours(db(), person, { begins: 780, ends: 1561 })).toBe('no_such_minute')
    expect(await setOwnHours(db(), person, { begins: 780, ends: 720 })).toBe(
      'ends_before_it_begins',
    )
    expect(await setOwnHours(db(), person, { begins: 780, ends: 1200 })).toBeUndefined()
    await replan({ personIds: [person] })
    expect(await nextOf(person)).toBe('2026-11-25T05:00:00.000Z')
    expect(await setOwnHours(db(), person, null)).toBeUndefined()
  })
})

describe('replanning', () => {
  it('leaves alone who is due, or paused without an end, and walks in batches', async () => {
    await db().execute(sql`delete from people`)
    await addCrowd(db(), { count: 4500, firstId: 10_000, dueAt: MON_NINE })
    await db().execute(sql`
      update learners e set next_due_at = ${'2026-11-22T01:00:00Z'}::timestamptz
      from people p where p.id = e.person_id and p.telegram_id = 10000`)
    await db().execute(sql`
      update learners e set next_due_at = null from people p
      where p.id = e.person_id and p.telegram_id = 10001`)
    await db().execute(sql`
      insert into calendar_days (day, kind, name) values ('2026-11-23', 'regional_holiday', 'Contoh')`)
    expect(await replan({ everybody: true })).toBe(4498)
    expect(await replan({ everybody: true })).toBe(0)
    const [row] = await rowsOf<{ n: number }>(
      db(),
      sql`select count(*)::int as n from learners
        where next_due_at = ${'2026-11-24T01:00:00Z'}::timestamptz`,
    )
    expect(row?.n).toBe(4498)
  })

  it('moves the reminders of open lessons off the new day off, and never onto a day that had one', async () => {
    const ids = [await personOf(10_003), await personOf(10_004), await personOf(10_005)]
    await db().execute(sql`
      insert into lesson_versions (lesson_id, hash, track_id, content, first_seen_at)
      values ('l', 'h', 'fondasi', '{}', ${NOW.toISOString()}::timestamptz)`)
    await db().execute(sql`
      insert into question_versions (question_id, hash, lesson_id, content, first_seen_at)
      values ('q', 'h', 'l', '{}', ${NOW.toISOString()}::timestamptz)`)
    for (const [i, id] of ids.entries()) {
      await db().execute(sql`
        insert into deliveries (enrolment_id, person_id, lesson_id, lesson_hash, question_id,
          question_hash, position, state, cause, due_at, due_day, next_nudge_at)
        select e.id, e.person_id, 'l', 'h', 'q', 'h', 1, ${i === 2 ? 'answered' : 'open'}, 'due',
          ${'2026-11-20T01:00:00Z'}::timestamptz, '2026-11-20',
          ${'2026-11-23T06:00:00Z'}::timestamptz
        from enrolments e where e.person_id = ${id}`)
    }
    await db().execute(sql`
      insert into nudges (person_id, delivery_id, day, step, created_at)
      select person_id, id, '2026-11-24', 1, ${NOW.toISOString()}::timestamptz
      from deliveries where person_id = ${ids[1]}`)
    const options = {
      calendars: await readCalendars(db()),
      concerned: { everybody: true },
      now: NOW,
    } as const
    expect(await replanNudges(db(), options)).toBe(2)
    expect(await replanNudges(db(), options)).toBe(0)
    const rows = await rowsOf<{ person_id: string; next_nudge_at: string }>(
      db(),
      sql`select person_id, next_nudge_at from deliveries`,
    )
    const at = new Map(
      rows.map((row) => [row.person_id, new Date(row.next_nudge_at).toISOString()]),
    )
    expect(ids.map((id) => at.get(id))).toEqual([
      '2026-11-24T06:00:00.000Z',
      '2026-11-25T06:00:00.000Z',
      '2026-11-23T06:00:00.000Z',
    ])
  })
})
