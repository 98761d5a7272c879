import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rowsOf } from '../../src/platform/db/index.ts'
import type { App } from '../../src/app.ts'
import { insertMessages } from '../../src/messaging/index.ts'
import { elapsedMs } from '../../src/platform/elapsed.ts'
import { accepted, drained, marks, note, openChats } from '../support/ledger-notes.ts'
import { until } from '../support/until.ts'
import { backends, openWorld, type World } from '../support/world.ts'

/** Seconds for which Telegram asks for silence. */
const RETRY_AFTER_S = 3

/**
 * Calls that were on their way when the 429 came, or that the other worker made before it could
 * read of it: how many depends on the machine's load. In the three seconds 300 would have gone.
 */
const MOST_ON_THEIR_WAY = 40

describe.each(backends)('429 with retry_after over two apps, queues on %s', (backend) => {
  let world: World
  let second: App
  let ids: number[] = []
  let refusedAt = 0

  beforeAll(async () => {
    world = await openWorld({ backend, env: { SEND_RATE: '100' } })
    second = await world.startApp()
    ids = openChats(world.simulator, 7000, 60)
    await world.idle()
  })
  afterAll(async () => {
    await second.stop()
    await world.close()
  })

  const refusals = (): number => world.simulator.ledger.refusals()['sendMessage 429'] ?? 0

  it('silences the bulk lanes of both', async () => {
    await insertMessages(
      world.app.db,
      Array.from({ length: 300 }, (_, i) => note('announcement', ids[i % 60] ?? 0, `p${i}`)),
      { now: world.clock.now() },
    )
    await until(() => marks(world.simulator).length > 40, 'the broadcast under way')
    world.simulator.faults.add({
      fault: { kind: 'tooManyRequests', retryAfter: RETRY_AFTER_S },
      methods: ['sendMessage'],
      times: 1,
    })
    await until(() => refusals() > 0, 'the 429')
    refusedAt = elapsedMs()
    // Until the pause stands in the ledger, and what was leased before it has come back.
    await until(async () => {
      const [row] = await rowsOf<{ calm: boolean }>(
        world.app.db,
        sql`
        select not exists (select from outbox where state = 'sending')
          and exists (select from outbox where state = 'pending' and reason = 'rate limited') as calm`,
      )
      return row?.calm === true
    }, 'nothing in flight')
    expect(elapsedMs() - refusedAt).toBeLessThan(RETRY_AFTER_S * 1000)
    expect(refusals()).toBeLessThanOrEqual(1 + MOST_ON_THEIR_WAY)
  })

  it('lets a reply through meanwhile, and nothing of the bulk', async () => {
    // Telegram’s own wait is lifted, so that what is sent now arrives and can be told.
    world.simulator.limits.set({ globalPerSecond: null, chatPerSecond: null })
    const before = world.simulator.ledger.accepted
    const asking = world.simulator.person({ id: 7500, firstName: 'Tanya' })
    asking.start()
    await until(() => world.simulator.ledger.received(7500) > 0, 'a reply')
    const [pace] = await rowsOf<{ left: number }>(
      world.app.db,
      sql`
      select paused_until_ms - extract(epoch from clock_timestamp())::float8 * 1000 as left from pace`,
    )
    expect(pace?.left).toBeGreaterThan(0)
    expect(
      world.simulator.ledger.entries({ after: before, sent: true }).map((entry) => entry.chatId),
    ).toEqual([7500])
  })

  it('goes on after exactly that time, with no attempt spent and everything there once', async () => {
    const before = world.simulator.ledger.accepted
    await drained(world.app.db)
    const [first] = accepted(world.simulator, { after: before })
    expect((first?.entry.elapsed ?? 0) - refusedAt).toBeGreaterThanOrEqual(
      RETRY_AFTER_S * 1000 - 100,
    )
    const got = marks(world.simulator)
    expect(got).toHaveLength(300)
    expect(new Set(got).size).toBe(300)
    const spent = await rowsOf(
      world.app.db,
      sql`
      select state, spent from outbox where args ->> 'key' = 'name-too-long' group by 1, 2`,
    )
    expect(spent).toEqual([{ state: 'sent', spent: 1 }])
    const limited = await rowsOf(
      world.app.db,
      sql`
      select from outbox_attempts where outcome = 'rate_limited'`,
    )
    expect(limited).toHaveLength(refusals())
  })
})
