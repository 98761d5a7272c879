import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { insertMessages, preparePace } from '../../src/messaging/index.ts'
import { connectDatabase, type Database } from '../../src/platform/db/index.ts'
import { readGauges, type Gauges } from '../../src/reports/index.ts'
import { cloneDatabase, type ClonedDatabase } from '../support/database.ts'
import { note } from '../support/ledger-notes.ts'

const BOT = 123_456
const NOW = new Date('2026-11-24T01:00:00Z')
const ago = (seconds: number): Date => new Date(NOW.getTime() - seconds * 1000)

let database: ClonedDatabase
let own: Database
beforeAll(async () => {
  database = await cloneDatabase(inject('ownerUrl'), inject('appUrl'))
  own = connectDatabase(database.ownerUrl, { max: 1 })
})
afterAll(async () => {
  await own.close()
  await database.drop()
})

const read = (): Promise<Gauges> =>
  readGauges(own.db, { botId: BOT, now: NOW, today: '2026-11-24' })

it('counts nothing where nothing is, before the bot has ever sent', async () => {
  const { migrations, outbox, ...rest } = await read()
  expect(migrations).toBeGreaterThan(10)
  expect(outbox.map(({ lane, due, lag }) => [lane, due, lag])).toEqual(
    ['reply', 'lesson', 'review', 'announcement', 'nudge'].map((lane) => [lane, 0, 0]),
  )
  expect(rest).toEqual({
    inbox: { waiting: 0, lag: 0, parked: 0 },
    inFlight: 0,
    people: { reachable: 0, unreachable: 0 },
    learners: { due: 0, lag: 0 },
    lessons: { delivered: 0, undelivered: 0, answered: 0, skipped: 0 },
    sending: { halted: false, pausedSeconds: 0, foundRate: null },
  })
})

it('counts what is due by lane and for how long, and not what may not go', async () => {
  await insertMessages(own.db, [note('lesson', 1, 'a'), note('lesson', 2, 'b')], { now: ago(90) })
  await insertMessages(
    own.db,
    [
      // It could have gone from its moment on, and not from when it was written.
      note('announcement', 3, 'c', { notBefore: ago(20) }),
      note('announcement', 4, 'too early', { notBefore: new Date(NOW.getTime() + 1) }),
      note('nudge', 5, 'too late', { notAfter: NOW }),
    ],
    { now: ago(500) },
  )
  await own.db.execute(sql`update outbox set state = 'sending' where chat_id = 2`)
  const { outbox, inFlight } = await read()
  expect(outbox.filter(({ due }) => due > 0)).toEqual([
    { lane: 'lesson', due: 1, lag: 90 },
    { lane: 'announcement', due: 1, lag: 20 },
  ])
  expect(inFlight).toBe(1)
})

it('counts updates, and people by whether they can be reached', async () => {
  await own.db.execute(sql`
    insert into inbox (bot_id, update_id, kind, person_key, state, received_at)
    values (${BOT}, 1, 'message', 1, 'new', ${ago(12).toISOString()}::timestamptz),
      (${BOT}, 2, 'message', 2, 'new', ${ago(7).toISOString()}::timestamptz),
      (${BOT}, 3, 'message', 3, 'parked', ${ago(900).toISOString()}::timestamptz),
      (${BOT}, 4, 'message', 4, 'handled', ${ago(900).toISOString()}::timestamptz)`)
  const person = (telegramId: number, more: string): Promise<unknown> =>
    own.db.execute(
      sql`insert into people (id, telegram_id, chat_id, name, locale, timezone, lesson_minute,
        last_seen_at, created_at, join_step, unreachable_since, moved_away_at)
      select gen_random_uuid(), ${telegramId}, ${telegramId}, 'Siti', 'id', 'Asia/Makassar', 600,
        n, n, ${sql.raw(more)} from (select ${NOW.toISOString()}::timestamptz as n) t`,
    )
  await person(1, 'null, null, null')
  await person(2, 'null, null, null')
  await person(3, 'null, n, null')
  await person(4, "'consent', null, null")
  await person(5, 'null, n, n')
  await own.db.execute(sql`
    insert into learners (person_id, next_due_at, started_at)
    select id, ${ago(45).toISOString()}::timestamptz, created_at from people where telegram_id = 1
    union all
    select id, ${new Date(NOW.getTime() + 1000).toISOString()}::timestamptz, created_at
    from people where telegram_id = 2`)
  const { inbox, people, learners } = await read()
  expect(inbox).toEqual({ waiting: 2, lag: 12, parked: 1 })
  expect(people).toEqual({ reachable: 2, unreachable: 1 })
  expect(learners).toEqual({ due: 1, lag: 45 })
})

it('knows a halt, a pause and a rate that was found; and the sums of today', async () => {
  await preparePace(own.db, BOT, 'a-mark')
  await own.db.execute(sql`
    update pace set halted = 'Unauthorized', rate = 27.5,
      paused_until_ms = extract(epoch from clock_timestamp())::float8 * 1000 + 60000`)
  await own.db.execute(sql`
    insert into stats_sums (scope, measure, day, key, n)
    values ('all', 'arrived', '2026-11-24', '', 9), ('all', 'answered', '2026-11-24', '', 5),
      ('all', 'arrived', '2026-11-23', '', 100), ('none', 'arrived', '2026-11-24', '', 100)`)
  const { sending, lessons } = await read()
  expect(sending).toMatchObject({ halted: true, foundRate: 27.5 })
  expect(sending.pausedSeconds).toBeGreaterThan(50)
  expect(sending.pausedSeconds).toBeLessThanOrEqual(60)
  expect(lessons).toEqual({ delivered: 9, undelivered: 0, answered: 5, skipped: 0 })
})
