import { Queue } from 'bullmq'
import { sql } from 'drizzle-orm'
import { Redis } from 'ioredis'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rowsOf, withDatabase } from '../../src/platform/db/index.ts'
import { until } from '../support/until.ts'
import { walked } from './support/length.ts'
import {
  expectAllAccounted,
  mail,
  openRig,
  TELEGRAMS_LIMIT,
  WEBHOOK_SECRET,
  type Rig,
} from './support/rig.ts'

const INSTANCES = 5

describe.each(walked)('five instances on an empty database, queues on %s', (backend) => {
  let rig: Rig

  beforeAll(async () => {
    rig = await openRig({ backend, ownPostgres: 'empty' })
    await Promise.all(Array.from({ length: INSTANCES }, () => rig.start()))
  })
  afterAll(() => rig.close())

  async function push(port: number, update: unknown, secret = WEBHOOK_SECRET): Promise<number> {
    const answer = await fetch(`http://127.0.0.1:${port}/telegram`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': secret },
      body: JSON.stringify(update),
    })
    return answer.status
  }
  const start = (from: number, updateId: number): unknown => ({
    update_id: updateId,
    message: {
      message_id: 1,
      date: 1_795_000_000,
      chat: { id: from, type: 'private', first_name: 'Siti' },
      from: { id: from, is_bot: false, first_name: 'Siti' },
      text: '/start',
    },
  })

  it('17. that start at once: all run, each migration is applied once', async () => {
    expect(rig.processes.filter((one) => one.isRunning())).toHaveLength(INSTANCES)
    const applied = await withDatabase(rig.ownerUrl, (db) =>
      rowsOf<{ hash: string; n: number }>(
        db,
        sql`select hash, count(*)::int as n from drizzle.__drizzle_migrations group by 1`,
      ),
    )
    expect(applied.length).toBeGreaterThan(5)
    expect(applied.filter(({ n }) => n !== 1)).toEqual([])
  })

  it.runIf(backend === 'redis')('17. and have one scheduler between them', async () => {
    const connection = new Redis(rig.redis?.url ?? '')
    const ticks = new Queue('ticks', { connection, prefix: 'sedikit' })
    const schedulers = await ticks.getJobSchedulers()
    await ticks.close()
    connection.disconnect()
    expect(schedulers.map(({ key }) => key)).toEqual(['tick'])
  })

  it('12. the same update to all five at once: one effect', async () => {
    const id = 300
    rig.simulator.person({ id, firstName: 'Siti' }).start()
    await until(() => rig.simulator.ledger.received(id) === 1, 'the reply to the phone’s own')
    const update = start(id, 1_900_000_000)
    const answers = await Promise.all(
      rig.processes.flatMap(({ webPort }) => [push(webPort, update), push(webPort, update)]),
    )
    expect(answers).toEqual(answers.map(() => 200))
    await until(() => rig.simulator.ledger.received(id) === 2, 'one reply more')
    await rig.ended()
    expect(rig.simulator.ledger.received(id)).toBe(2)
    const stored = await rowsOf(rig.db, sql`select state from inbox where update_id = 1900000000`)
    expect(stored).toEqual([{ state: 'handled' }])
  })

  it('19. a wrong webhook secret: refused by each, and nothing is stored', async () => {
    const [before] = await rowsOf(rig.db, sql`select count(*)::int as n from inbox`)
    const ports = rig.processes.map(({ webPort }) => webPort)
    const answers = await Promise.all(
      ports.flatMap((port, i) =>
        ['', 'wrong', `${WEBHOOK_SECRET}x`, WEBHOOK_SECRET.toUpperCase()].map((secret, j) =>
          push(port, start(301, 1_900_000_100 + i * 10 + j), secret),
        ),
      ),
    )
    expect(new Set(answers)).toEqual(new Set([401]))
    expect(await rowsOf(rig.db, sql`select count(*)::int as n from inbox`)).toEqual([before])
  })

  it('share a broadcast: each message once, in one pace, and four killed leave none', async () => {
    const ids = await rig.crowd(200)
    await rig.put(ids.map((id, i) => mail('lesson', id, `shared-${i}`)))
    await rig.arrived(40)
    await Promise.all(rig.processes.slice(1).map((one) => one.kill()))
    await rig.ended()
    const sums = await expectAllAccounted(rig, `17. five share, four are killed, ${backend}`, {
      limit: TELEGRAMS_LIMIT,
      prefix: 'shared',
    })
    expect(sums).toMatchObject({ planned: 200, sent: 200 })
  })
})
