import { sql } from 'drizzle-orm'
import { Redis } from 'ioredis'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { rowsOf } from '../../src/platform/db/index.ts'
import { insertMessages } from '../../src/messaging/index.ts'
import { drained, hurry, marks, note, openChats } from '../support/ledger-notes.ts'
import { expectTickAlone } from '../support/tick-alone.ts'
import { until } from '../support/until.ts'
import { backends, openWorld, type World } from '../support/world.ts'

/** Empties this world's queues and nobody else's: other test files use the same Redis. */
async function loseQueue(world: World, backend: string): Promise<void> {
  const url = inject('redisUrl')
  if (backend === 'redis' && url !== undefined) {
    const [row] = await rowsOf<{ name: string }>(
      world.app.db,
      sql`select current_database() as name`,
    )
    const redis = new Redis(url)
    const keys = await redis.keys(`${row?.name ?? 'none'}*`)
    if (keys.length > 0) await redis.del(keys)
    redis.disconnect()
    return
  }
  const tables = await rowsOf<{ name: string }>(
    world.app.db,
    sql`
    select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables
    where schemaname = 'bullmq' and tablename <> 'migration'`,
  )
  for (const { name } of tables) await world.app.db.execute(sql`delete from ${sql.raw(name)}`)
}

describe.each(backends)('a queue that is lost loses nothing, queues on %s', (backend) => {
  let world: World

  beforeAll(async () => {
    world = await openWorld({ backend, env: { SEND_RATE: '100' }, app: { tickMs: 200 } })
  })
  afterAll(() => world.close())

  it('in mid-broadcast: every message still arrives, none twice', async () => {
    const ids = openChats(world.simulator, 8000, 50)
    await world.idle()
    const messages = Array.from({ length: 200 }, (_, i) =>
      note('announcement', ids[i % ids.length] ?? 0, `m${i}`),
    )
    await insertMessages(world.app.db, messages, { now: world.clock.now() })
    await until(() => marks(world.simulator).length > 50, 'the broadcast under way')
    await loseQueue(world, backend)
    const atLoss = marks(world.simulator).length
    expect(atLoss).toBeLessThan(150)
    await hurry(world.app.db)
    await drained(world.app.db)
    const got = marks(world.simulator)
    expect(got).toHaveLength(200)
    expect(new Set(got).size).toBe(200)
  })

  it('the tick comes back by itself: what becomes due afterwards is planned without a restart', async () => {
    await expectTickAlone(world, 15_000)
  })

  it('begins nothing twice when a whole window was fed again', async () => {
    const [id = 0, other = 0] = openChats(world.simulator, 8100, 2)
    await world.idle()
    const before = marks(world.simulator).length
    await insertMessages(
      world.app.db,
      Array.from({ length: 30 }, (_, i) => note('review', i % 2 === 0 ? id : other, `again${i}`)),
      { now: world.clock.now() },
    )
    // The holds are taken away again and again: rows lie in the queue several times.
    for (let round = 0; round < 5; round++) {
      const sent = marks(world.simulator).length
      await hurry(world.app.db)
      await until(() => marks(world.simulator).length > sent, 'another one sent')
    }
    await drained(world.app.db)
    const got = marks(world.simulator).slice(before)
    expect(got).toHaveLength(30)
    expect(new Set(got).size).toBe(30)
  })
})
