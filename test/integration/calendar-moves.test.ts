import fc from 'fast-check'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { followChanges } from '../../src/app/index.ts'
import {
  addCivilDays,
  addDayOff,
  addLeave,
  calendarIn,
  cancelLeave,
  changeCalendar,
  isOpen,
  listDays,
  noteChange,
  readCalendars,
  readRhythm,
  removeDayOff,
  setRamadan,
  storeCalendar,
  type Concerned,
} from '../../src/learning/index.ts'
import { askQuestion } from '../../src/practice/index.ts'
import { setDigest } from '../../src/reports/index.ts'
import { connectDatabase, rowsOf, type Database, type Db } from '../../src/platform/db/index.ts'
import { cloneDatabase, type ClonedDatabase } from '../support/database.ts'
import { waitingWorld } from '../support/waiting.ts'

/** Friday, 20 November 2026, 20.00 in Makassar: all that waits, waits for Monday. */
const NOW = new Date('2026-11-20T12:00:00Z')
const MON = '2026-11-23'
const TUE = '2026-11-24'

let database: ClonedDatabase
let connection: Database
beforeAll(async () => {
  database = await cloneDatabase(inject('ownerUrl'), inject('appUrl'))
  connection = connectDatabase(database.appUrl, { max: 4 })
  await storeCalendar(connection.db)
})
afterAll(async () => {
  await connection.close()
  await database.drop()
})
const db = (): Db => connection.db

let personId: string
beforeEach(async () => {
  await db().execute(sql`delete from outbox`)
  await db().execute(sql`delete from people`)
  personId = await waitingWorld(db(), NOW)
  await setDigest(db(), personId, true, NOW)
  await askQuestion(
    db(),
    { personId, lessonId: null, text: 'Apa itu?', askedIn: null, messageId: null },
    NOW,
  )
})

/** Everything that waits, by what it is, in Makassar. */
async function waiting(): Promise<Record<string, string>> {
  const [row] = await rowsOf<Record<string, string>>(
    db(),
    sql`
    select ${local(sql`(select next_due_at from learners where person_id = ${personId})`)} as lesson,
      ${local(sql`(select next_nudge_at from deliveries where person_id = ${personId} and state = 'open')`)} as ladder,
      (select max(day)::text from nudges where person_id = ${personId}) as asked_day,
      ${local(sql`(select not_before from outbox where person_id = ${personId} and kind = 'nudge')`)} as asked,
      (select sound_day::text from outbox where person_id = ${personId} and kind = 'nudge') as sound,
      ${local(sql`(select not_after from outbox where person_id = ${personId} and kind = 'nudge')`)} as asked_until,
      ${local(sql`(select not_before from outbox where person_id = ${personId} and kind = 'nudge-removal')`)} as removal,
      ${local(sql`(select not_before from outbox where person_id = ${personId} and kind = 'note')`)} as note,
      ${local(sql`(select not_before from outbox where person_id = ${personId} and kind = 'paused-note')`)} as paused_note,
      ${local(sql`(select not_before from outbox where person_id = ${personId} and kind = 'announcement')`)} as announcement,
      ${local(sql`(select rises_at from practice_questions where person_id = ${personId})`)} as question,
      ${local(sql`(select next_at from digests where person_id = ${personId})`)} as digest`,
  )
  if (row === undefined) throw new Error('nothing waits')
  return row
}

function local(moment: ReturnType<typeof sql>) {
  return sql`to_char(${moment} at time zone 'Asia/Makassar', 'YYYY-MM-DD HH24:MI')`
}

const MONDAY = {
  lesson: `${MON} 09:00`,
  ladder: `${TUE} 14:00`,
  asked_day: MON,
  asked: `${MON} 09:00`,
  sound: MON,
  asked_until: `${MON} 18:00`,
  removal: `${MON} 09:00`,
  note: `${MON} 09:00`,
  paused_note: `${MON} 09:00`,
  announcement: `${MON} 06:00`,
  question: `${TUE} 07:00`,
  digest: `${MON} 09:30`,
}

async function change(concerned: Concerned, to: (tx: Db) => Promise<unknown>): Promise<void> {
  await db().transaction(async (tx) => {
    await to(tx)
    await noteChange(tx, concerned, NOW)
  })
}
const everybody = { everybody: true } as const
const follow = () => followChanges(db(), NOW)
const off = (day: string) => (tx: Db) =>
  addDayOff(tx, { day, name: 'Libur', kind: 'regional_holiday', calendarId: null }, 'uji')
async function restore(tx: Db): Promise<void> {
  for (const { id, kind } of await listDays(tx)) {
    if (kind === 'regional_holiday') await removeDayOff(tx, id)
  }
}

describe('a day off', () => {
  it('moves all that waits to the next working day, and back when it is taken away; once', async () => {
    await follow()
    expect(await waiting()).toEqual(MONDAY)
    await change(everybody, off(MON))
    expect(await follow()).toMatchObject({
      lessons: 1,
      reminders: 2,
      messages: 2,
      questions: 1,
      digests: 1,
    })
    const moved = await waiting()
    expect(moved).toEqual({
      lesson: `${TUE} 09:00`,
      ladder: '2026-11-25 14:00',
      asked_day: TUE,
      asked: `${TUE} 09:00`,
      sound: TUE,
      asked_until: `${TUE} 18:00`,
      removal: `${TUE} 09:00`,
      note: `${TUE} 09:00`,
      paused_note: `${TUE} 09:00`,
      // Somebody's own choice stands.
      announcement: `${MON} 06:00`,
      question: '2026-11-25 07:00',
      digest: `${TUE} 09:30`,
    })
    // Followed: nothing is left, and the same change once more changes nothing.
    expect(Object.values(await follow())).toEqual([0, 0, 0, 0, 0, 0])
    await change(everybody, () => Promise.resolve())
    expect(Object.values(await follow())).toEqual([0, 0, 0, 0, 0, 0])
    await change(everybody, restore)
    await follow()
    expect(await waiting()).toEqual(MONDAY)
  })

  it('is followed later where the process ended between the change and the moving', async () => {
    await change(everybody, off(MON))
    await change(everybody, off(TUE))
    expect((await waiting())['note']).toBe(`${MON} 09:00`)
    await follow()
    expect((await waiting())['note']).toBe('2026-11-25 09:00')
    await change(everybody, restore)
    await follow()
  })
})

it('hours, a week and Ramadan move it within the day', async () => {
  const ramadan = { hijriYear: 1448, first: '2026-11-22', last: '2026-12-20', source: 'uji' }
  await change(everybody, (tx) => setRamadan(tx, ramadan))
  await follow()
  // Ramadan’s day closes at 17.00.
  expect(await waiting()).toMatchObject({ asked: `${MON} 09:00`, asked_until: `${MON} 17:00` })
  await db().execute(sql`delete from ramadans`)
  const late = { begins: 600, ends: 1080, prayerBegins: 690, prayerEnds: 810 }
  const before = (await readCalendars(db())).get('office')
  await change({ calendarIds: ['office'] }, (tx) => changeCalendar(tx, 'office', { hours: late }))
  await follow()
  expect(await waiting()).toMatchObject({
    lesson: `${MON} 10:00`,
    note: `${MON} 10:00`,
    digest: `${MON} 10:00`,
  })
  const six = { week: { kind: 'weekdays', days: [1, 2, 3, 4, 5, 6] } } as const
  await change({ calendarIds: ['office'] }, (tx) => changeCalendar(tx, 'office', six))
  await follow()
  expect(await waiting()).toMatchObject({ lesson: '2026-11-21 10:00', note: '2026-11-21 10:00' })
  if (before === undefined) throw new Error('no office')
  const { hours, week } = before
  await change({ calendarIds: ['office'] }, (tx) => changeCalendar(tx, 'office', { hours, week }))
  await follow()
  expect(await waiting()).toEqual(MONDAY)
})

it('a leave of one person moves that person’s alone, and coming back moves it back', async () => {
  let leaveId = 0
  await change({ personIds: [personId] }, async (tx) => {
    const added = await addLeave(
      tx,
      { personId, kind: 'leave', first: MON, last: '2026-11-27' },
      NOW,
    )
    if ('id' in added) leaveId = added.id
  })
  await follow()
  const away = await waiting()
  for (const what of ['lesson', 'asked', 'note', 'paused_note', 'digest']) {
    expect([what, away[what]]).toEqual([what, expect.stringMatching(/^2026-11-30/)])
  }
  await change({ personIds: [personId] }, (tx) =>
    cancelLeave(tx, { personId, id: leaveId, today: '2026-11-20' }),
  )
  await follow()
  expect(await waiting()).toEqual(MONDAY)
})

it('whatever changes in whatever order: nothing waits for a closed hour, and undone it is as before', async () => {
  const day = fc.integer({ min: 0, max: 12 }).map((n) => addCivilDays('2026-11-21', n))
  const step = fc.oneof(
    fc.record({ what: fc.constant('off' as const), day }),
    fc.record({ what: fc.constant('on' as const), day }),
    fc.record({ what: fc.constant('leave' as const), day, length: fc.nat(4) }),
    fc.record({
      what: fc.constant('week' as const),
      days: fc.constantFrom([1, 2, 3, 4, 5], [1, 2, 3, 4, 5, 6], [2, 4]),
    }),
  )
  await follow()
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
      for (const one of steps) {
        await change(everybody, async (tx) => {
          if (one.what === 'off') await off(one.day)(tx)
          if (one.what === 'on') {
            const found = (await listDays(tx)).find((listed) => listed.day === one.day)
            if (found?.kind === 'regional_holiday') await removeDayOff(tx, found.id)
          }
          if (one.what === 'leave') {
            const last = addCivilDays(one.day, one.length)
            await addLeave(tx, { personId, kind: 'leave', first: one.day, last }, NOW)
          }
          if (one.what === 'week') {
            await changeCalendar(tx, 'office', { week: { kind: 'weekdays', days: one.days } })
          }
        })
        // Some are followed at once, others together with those after them.
        if (one.what !== 'on') await follow()
      }
      await follow()
      await expectOpen()
      await db().execute(sql`delete from leaves where person_id = ${personId}`)
      await change(everybody, async (tx) => {
        await restore(tx)
        await changeCalendar(tx, 'office', { week: { kind: 'weekdays', days: [1, 2, 3, 4, 5] } })
      })
      await follow()
      expect(await waiting()).toEqual(MONDAY)
    }),
    { numRuns: 15 },
  )
})

/** Every moment that is reckoned for the person lies in open hours, by the rule and the calendar now. */
async function expectOpen(): Promise<void> {
  const person = await readRhythm(db(), personId, NOW)
  const calendar = calendarIn(await readCalendars(db()), person.calendarId)
  const found = await waiting()
  for (const what of ['lesson', 'ladder', 'asked', 'removal', 'note', 'paused_note', 'digest']) {
    const moment = new Date(`${(found[what] ?? '').replace(' ', 'T')}:00+08:00`)
    expect(isOpen(person, calendar, moment), `${what}: ${found[what]}`).toBe(true)
  }
  expect(found['asked_day']).toBe(found['asked']?.slice(0, 10))
}
