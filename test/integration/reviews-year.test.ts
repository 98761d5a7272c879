import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { checkLedger, type CheckedLedger } from '../../bench/support/year/check-ledger.ts'
import { dayNumber } from '../../bench/support/year/days.ts'
import { passDays } from '../../bench/support/year/ledger-year.ts'
import { yearPeople, type YearPerson } from '../../bench/support/year/people.ts'
import { settle } from '../../bench/support/year/settle.ts'
import { rowsOf, connectDatabase, type Database } from '../../src/platform/db/index.ts'
import { cloneDatabase, type ClonedDatabase } from '../support/database.ts'
import { readCatalogue } from '../support/quiz.ts'

/** Five weeks with Nyepi, Idul Fitri and their collective leave, and Good Friday. */
const FIRST = dayNumber('2026-03-02')
const LAST = dayNumber('2026-04-05')

const PEOPLE = 24
const SEED = 7
const LOAD = 2

let database: ClonedDatabase
let store: Database
let people: YearPerson[] = []
let ids: string[] = []

beforeAll(async () => {
  database = await cloneDatabase(inject('ownerUrl'), inject('appUrl'))
  store = connectDatabase(database.appUrl)
  const catalogue = await readCatalogue()
  people = yearPeople(catalogue, PEOPLE, SEED).map((person) => ({
    ...person,
    joins: FIRST,
    // Fewer moments of a day, so that it takes seconds.
    timezone: person.index % 4 === 0 ? 'Asia/Jayapura' : 'Asia/Makassar',
    lessonMinute: person.index % 2 === 0 ? 9 * 60 : 12 * 60,
    quits: person.index % 10 === 9 ? FIRST + 14 : LAST + 1,
    leaves: leavesOf(person.index),
  }))
  ids = await settle(store.db, catalogue, people)
  await passDays({ db: store.db, catalogue, people, ids, seed: SEED }, FIRST, LAST)
  // Some seconds on a quiet machine, and as many minutes where others use it.
}, 600_000)
afterAll(async () => {
  await store.close()
  await database.drop()
})

/** A third takes a week off after a week's notice, and a fifth falls ill over night. */
function leavesOf(index: number): YearPerson['leaves'] {
  const first = FIRST + 8 + index
  const away = { first, last: first + 6, knownFrom: first - 7, sudden: false }
  const ill = { first: FIRST + 3 + index, last: FIRST + 4 + index, knownFrom: FIRST + 3 + index }
  return [
    ...(index % 3 === 0 ? [away] : []),
    ...(index % 5 === 0 ? [{ ...ill, sudden: true }] : []),
  ]
}

const check = (): Promise<CheckedLedger> => checkLedger(store.db, people, ids, LOAD)

it('teaches everybody for five weeks, and nobody on a day off, on leave or in quiet hours', async () => {
  const { kinds, faults, lessons, reviews, answers, mostReviews } = await check()
  expect(faults).toEqual({})
  expect(mostReviews).toBe(LOAD)
  // Enough went out for something to go wrong.
  expect(lessons).toBeGreaterThan(PEOPLE * 8)
  expect(reviews).toBeGreaterThan(lessons)
  expect(answers).toBeGreaterThan(lessons)
  expect(kinds['nudge']).toBeGreaterThan(50)
  const [row] = await rowsOf<{ taught: number; away: number }>(
    store.db,
    sql`select count(distinct person_id)::int as taught,
      (select count(*)::int from leaves) as away from deliveries`,
  )
  expect(row?.taught).toBe(PEOPLE)
  expect(row?.away).toBeGreaterThan(8)
})

/** What a fault of the planner would leave behind, each on a copy of the ledger that is thrown away. */
it.each([
  [
    'on a Sunday',
    'lesson on a weekend',
    sql`interval '1 day' * ((7 - extract(isodow from finished_at)::int) % 7)`,
  ],
  ['in the night', 'lesson in quiet hours', sql`interval '12 hours'`],
  ['on Good Friday', 'lesson on a holiday', sql`(timestamptz '2026-04-03 09:30+08' - finished_at)`],
])('would see a message that came %s', async (_, fault, shift) => {
  const undone = new Error('undone')
  const seen: CheckedLedger[] = []
  const trial = store.db.transaction(async (tx) => {
    await tx.execute(sql`
      update outbox set finished_at = finished_at + ${shift}
      where id = (select min(id) from outbox where lane = 'lesson' and state = 'sent')`)
    seen.push(await checkLedger(tx, people, ids, LOAD))
    throw undone
  })
  await expect(trial).rejects.toBe(undone)
  expect(seen[0]?.faults).toMatchObject({ [fault]: 1 })
})

it('would see a third review of a day, a second lesson, and one while another stands open', async () => {
  const undone = new Error('undone')
  const seen: CheckedLedger[] = []
  const trial = store.db.transaction(async (tx) => {
    await tx.execute(sql`
      insert into outbox (lane, kind, args, person_id, chat_id, state, not_after, created_at,
        finished_at)
      select lane, kind, args, person_id, chat_id, state, not_after, created_at, finished_at
      from outbox where kind in ('review', 'lesson') and state = 'sent'`)
    await tx.execute(sql`update deliveries set closed_at = closed_at + interval '30 days'`)
    seen.push(await checkLedger(tx, people, ids, LOAD))
    throw undone
  })
  await expect(trial).rejects.toBe(undone)
  expect(Object.keys(seen[0]?.faults ?? {}).toSorted()).toEqual([
    'a lesson while another stood open',
    "more than a day's load: lesson",
    "more than a day's load: review",
  ])
})
