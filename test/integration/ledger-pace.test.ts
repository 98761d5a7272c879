import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { App } from '../../src/app.ts'
import { insertMessages } from '../../src/messaging/index.ts'
import { rowsOf } from '../../src/platform/db/index.ts'
import { accepted, drained, note, openChats } from '../support/ledger-notes.ts'
import { until } from '../support/until.ts'
import { backends, openWorld, type World } from '../support/world.ts'

/** Bulk messages a second, as in production; all together keep to 29. */
const RATE = 28
const TELEGRAMS_LIMIT = 30
const CHAT_GAP_MS = 1000

/** The most that any sliding second holds. */
function mostInASecond(times: readonly number[]): number {
  let most = 0
  let start = 0
  for (const [end, time] of times.entries()) {
    while (time - (times[start] ?? time) >= 1000) start++
    most = Math.max(most, end - start + 1)
  }
  return most
}

describe.each(backends)('the pace of two workers on one database, queues on %s', (backend) => {
  let world: World
  let second: App

  beforeAll(async () => {
    // Telegram's limits are off: it takes everything, so that what it got is what we sent.
    world = await openWorld({
      backend,
      env: { SEND_RATE: String(RATE) },
      app: { chatGapMs: CHAT_GAP_MS },
    })
    second = await world.startApp()
  })
  afterAll(() => world.close())

  it('keeps every sliding second under Telegram’s limit, replies among it, and a second to each chat', async () => {
    const ids = openChats(world.simulator, 5000, 60)
    await world.idle()
    const before = world.simulator.ledger.accepted
    await insertMessages(
      world.app.db,
      Array.from({ length: 240 }, (_, i) => note('announcement', ids[i % 60] ?? 0, `pace-${i}`)),
      { now: world.clock.now() },
    )
    const bulk = () =>
      accepted(world.simulator, { after: before }).filter(({ mark }) => mark.startsWith('pace-'))
    // People write meanwhile: one whenever four more announcements have gone out.
    for (let asked = 0; asked < 40; asked++) {
      await until(() => bulk().length >= asked * 4, 'the broadcast under way')
      world.simulator.person({ id: 6000 + asked, firstName: 'Tanya' }).start()
    }
    await drained(world.app.db)
    expect(bulk()).toHaveLength(240)

    const sent = world.simulator.ledger.entries({ after: before, sent: true })
    const times = sent.map(({ elapsed }) => elapsed)
    expect(mostInASecond(times)).toBeLessThanOrEqual(TELEGRAMS_LIMIT)
    expect(new Set(sent.map(({ chatId }) => chatId).filter((id) => (id ?? 0) >= 6000)).size).toBe(
      40,
    )

    for (const id of ids) {
      const own = sent.filter(({ chatId }) => chatId === id).map(({ elapsed }) => elapsed)
      const gaps = own.slice(1).map((time, i) => time - (own[i] ?? 0))
      expect(Math.min(...gaps)).toBeGreaterThanOrEqual(CHAT_GAP_MS)
    }
    const workers = await rowsOf(
      world.app.db,
      sql`
      select a.worker from outbox_attempts a join outbox o on o.id = a.outbox_id
      where o.lane = 'announcement' group by 1`,
    )
    expect(workers).toHaveLength(2)
    await second.stop()
  })
})
