import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { storeLive, storeVersions } from '../../src/content/index.ts'
import { addCivilDays, mostUrgent, type WaitingCard } from '../../src/learning/index.ts'
import { urgentCards } from '../../src/learning/reviews/cards-store.ts'
import { connectDatabase, rowsOf, type Database } from '../../src/platform/db/index.ts'
import { addCrowd } from '../support/crowd.ts'
import { cloneDatabase, type ClonedDatabase } from '../support/database.ts'
import { readCatalogue } from '../support/quiz.ts'

const DAY = '2026-11-24'
const TODAY = 1000

let database: ClonedDatabase
let store: Database
let questionIds: string[] = []
let personId = ''

beforeAll(async () => {
  database = await cloneDatabase(inject('ownerUrl'), inject('appUrl'))
  store = connectDatabase(database.appUrl)
  const now = new Date('2026-11-24T01:00:00Z')
  const catalogue = await readCatalogue()
  await storeVersions(store.db, catalogue, now)
  await storeLive(store.db, catalogue)
  questionIds = [...catalogue.questions.keys()].slice(0, 40)
  await addCrowd(store.db, { count: 1, dueAt: now })
  const [person] = await rowsOf<{ id: string }>(store.db, sql`select id from people`)
  personId = person?.id ?? ''
})
afterAll(async () => {
  await store.close()
  await database.drop()
})

/** Few different values, so that every tie is broken by what comes after it. */
const card = fc
  .record({
    asked: fc.boolean(),
    lapsed: fc.boolean(),
    misled: fc.boolean(),
    due: fc.integer({ min: -5, max: 3 }),
    open: fc.boolean(),
  })
  .map(({ asked, lapsed, misled, due, open }) => ({
    lapsed: asked && lapsed,
    misled: asked && lapsed && misled,
    dueDay: TODAY + due,
    open,
  }))

const day = (n: number): string => addCivilDays(DAY, n - TODAY)

/** What the planner's statement asks of these cards. */
async function inSql(
  cards: readonly (WaitingCard & { readonly open: boolean })[],
  load: number,
): Promise<string[]> {
  return store.db.transaction(async (tx) => {
    await tx.execute(sql`delete from reviews`)
    await tx.execute(sql`delete from review_cards`)
    const rows = cards.map((one) => ({ ...one, due: day(one.dueDay) }))
    await tx.execute(sql`
      insert into review_cards (person_id, question_id, due_day, lapsed, misled, answers)
      select ${personId}, r."questionId", r.due, r.lapsed, r.misled, 0
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r("questionId" text, due date, lapsed boolean,
        misled boolean)`)
    await tx.execute(sql`
      insert into reviews (person_id, question_id, question_hash, cause, state, day, created_at)
      select ${personId}, lq.question_id, lq.hash, 'due', 'open', ${DAY}, ${DAY}::timestamptz
      from live_questions lq
      where lq.question_id = any(
        select jsonb_array_elements_text(${JSON.stringify(
          cards.filter(({ open }) => open).map(({ questionId }) => questionId),
        )}::jsonb))`)
    const found = await rowsOf<{ question_id: string }>(
      tx,
      sql`select c.question_id from (${urgentCards(sql`${personId}::uuid`, sql`${DAY}::date`, sql`${load}`)}) c order by c.rank`,
    )
    return found.map(({ question_id }) => question_id)
  })
}

it('asks in one order, whether the planner’s statement or the function says it', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(card, { minLength: 1, maxLength: 40 }),
      fc.integer({ min: 0, max: 12 }),
      async (drawn, load) => {
        const cards = drawn.map((one, i) => ({ ...one, questionId: questionIds[i] ?? '' }))
        const open = cards.filter((one) => one.open).length
        const closed = cards.filter((one) => !one.open)
        const wanted = mostUrgent(closed, { day: TODAY, load, open })
        expect(await inSql(cards, load)).toEqual(wanted.map(({ questionId }) => questionId))
      },
    ),
    { numRuns: 150 },
  )
})
