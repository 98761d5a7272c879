import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { storeUpdates, type ReceivedUpdate } from '../../src/messaging/index.ts'
import { rowsOf } from '../../src/platform/db/index.ts'
import { addCrowd, openPhones } from '../support/crowd.ts'
import { BOT_ID } from '../support/ledger-rig.ts'
import { until } from '../support/until.ts'
import { openWorld, type World } from '../support/world.ts'

const PEOPLE = 20

let world: World
beforeAll(async () => {
  world = await openWorld()
  const dueAt = world.clock.now()
  openPhones(world.simulator, await addCrowd(world.app.db, { count: PEOPLE, dueAt }))
  await world.app.tick()
  await world.idle()
})
afterAll(() => world.close())

const count = async (query: ReturnType<typeof sql>): Promise<number> =>
  Number((await rowsOf<{ n: string }>(world.app.db, query))[0]?.n)

function vote(updateId: number, from: unknown, pollId: string): ReceivedUpdate {
  const body = {
    update_id: updateId,
    poll_answer: { poll_id: pollId, user: { id: from }, option_ids: [0] },
  }
  return { updateId, kind: 'poll_answer', personKey: updateId, body }
}

it('votes that come together are graded once each, whatever else is among them', async () => {
  const { db } = world.app
  const polls = await rowsOf<{ poll_id: string; telegram_id: string }>(
    db,
    sql`
    select l.poll_id, p.telegram_id from polls l join people p on p.id = l.person_id
    order by p.telegram_id`,
  )
  expect(polls).toHaveLength(PEOPLE)
  const [, second] = polls
  const own = polls.slice(1).map((poll, i) => {
    return vote(700_000 + i, Number(poll.telegram_id), poll.poll_id)
  })
  const strangers = [
    // Somebody without an account, somebody's forwarded quiz, and a poll that nobody knows.
    vote(710_000, 999_999, second?.poll_id ?? ''),
    vote(710_001, Number(polls[0]?.telegram_id), 'unknown-poll'),
    // No number: its handler fails, and the whole batch with it.
    vote(710_002, 'nobody', 'unknown-poll'),
  ]
  await storeUpdates(db, BOT_ID, [...strangers, ...own], world.clock.now())
  const open = sql`select count(*) as n from inbox where state = 'new' and update_id <> 710002`
  await until(async () => (await count(open)) === 0, 'all but the broken one handled')
  await until(
    async () => (await count(sql`select max(tries) as n from inbox where update_id = 710002`)) > 0,
    'the failure written down',
  )
  expect(await count(sql`select count(*) as n from answers`)).toBe(PEOPLE - 1)
  expect(await count(sql`select count(*) as n from review_cards where last_day is not null`)).toBe(
    PEOPLE - 1,
  )
  expect(await count(sql`select count(*) as n from early_answers`)).toBe(1)
  expect(await count(sql`select count(*) as n from deliveries where state = 'answered'`)).toBe(
    PEOPLE - 1,
  )
  // Brought again under other numbers they count nothing, and nobody hears of it.
  const lines = sql`select count(*) as n from outbox where kind = 'lesson-closed'`
  expect(await count(lines)).toBe(PEOPLE - 1)
  await storeUpdates(
    db,
    BOT_ID,
    own.map((update) => ({ ...update, updateId: update.updateId + 50_000 })),
    world.clock.now(),
  )
  await until(async () => (await count(open)) === 0, 'the second round handled')
  expect(await count(sql`select count(*) as n from answers`)).toBe(PEOPLE - 1)
  expect(await count(lines)).toBe(PEOPLE - 1)
})

it('a vote that came in the same moment as its poll was stored is graded by the next sweep, once', async () => {
  const { db } = world.app
  const [first, second] = await rowsOf<{ poll_id: string; telegram_id: string }>(
    db,
    sql`
    select l.poll_id, p.telegram_id from polls l join people p on p.id = l.person_id
    order by p.telegram_id`,
  )
  const early = sql`select count(*) as n from early_answers where poll_id = ${first?.poll_id}`
  // As two transactions leave it that did not see each other; and a stranger's vote in the same poll.
  const keep = (telegramId: string | undefined): Promise<unknown> =>
    db.execute(sql`
      insert into early_answers (poll_id, telegram_id, persistent_ids, positions, received_at)
      values (${first?.poll_id}, ${telegramId}, '[]', '[0]', ${world.clock.now().toISOString()})`)
  await keep(first?.telegram_id)
  await keep(second?.telegram_id)
  await world.app.tick()
  expect(await count(sql`select count(*) as n from answers`)).toBe(PEOPLE)
  expect(await count(sql`select count(*) as n from outbox where kind = 'lesson-closed'`)).toBe(
    PEOPLE,
  )
  expect(await count(early)).toBe(1)
  await keep(first?.telegram_id)
  await world.app.tick()
  expect(await count(sql`select count(*) as n from answers`)).toBe(PEOPLE)
  expect(await count(early)).toBe(1)
})
