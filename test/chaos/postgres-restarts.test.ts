import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { rowsOf } from '../../src/platform/db/index.ts'
import { until } from '../support/until.ts'
import { full, walked } from './support/length.ts'
import {
  expectAllAccounted,
  mail,
  openRig,
  TELEGRAMS_LIMIT,
  WEBHOOK_SECRET,
  type Rig,
} from './support/rig.ts'

const PEOPLE = 150
const WRITERS = 40

describe.each(walked)('Postgres is lost in mid-broadcast, queues on %s', (backend) => {
  let rig: Rig
  let ids: number[]

  beforeEach(async () => {
    rig = await openRig({ backend, ownPostgres: 'migrated' })
    ids = await rig.crowd(PEOPLE)
    await Promise.all([rig.start(), rig.start()])
  })
  afterEach(() => rig.close())

  async function broadcast(): Promise<void> {
    await rig.put(
      ids.map((id, i) => mail(i % 2 === 0 ? 'lesson' : 'announcement', id, `message-${i}`)),
    )
    await rig.arrived(PEOPLE / 6)
  }
  async function expectAll(name: string): Promise<void> {
    await rig.ended()
    const sums = await expectAllAccounted(rig, name, { limit: TELEGRAMS_LIMIT })
    expect(sums.sent + sums.uncertain).toBe(PEOPLE)
    expect(rig.processes.every((one) => one.isRunning())).toBe(true)
  }

  it('11. killed under webhooks: 503 while it is away, and no update lost', async () => {
    await broadcast()
    const writers = Array.from({ length: WRITERS }, (_, i) =>
      rig.simulator.person({ id: 70_000 + i, firstName: `Tanya ${i}` }),
    )
    const write = (from: number, to: number): void => {
      for (const writer of writers.slice(from, to)) writer.start()
    }
    write(0, 10)
    await rig.postgres?.kill()
    write(10, 30)
    const port = rig.processes[0]?.webPort
    const answer = await fetch(`http://127.0.0.1:${port}/telegram`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-telegram-bot-api-secret-token': WEBHOOK_SECRET,
      },
      body: JSON.stringify({ update_id: 1, poll: { id: '1' } }),
    })
    expect(answer.status).toBe(503)
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
    await rig.postgres?.start()
    write(30, WRITERS)
    await until(() => rig.simulator.pendingUpdates() === 0, 'every update taken', 120_000)
    await expectAll(`11. Postgres killed, ${backend}`)
    const handled = await rowsOf(
      rig.db,
      sql`
      select state, count(*)::int as n from inbox where person_key >= 70000 group by 1`,
    )
    expect(handled).toEqual([{ state: 'handled', n: WRITERS }])
    const answered = writers.filter((writer) => rig.simulator.ledger.received(writer.id) > 0)
    expect(answered).toHaveLength(WRITERS)
  })

  it.runIf(full)('its connections half-open: found out within a minute, and gone on', async () => {
    await broadcast()
    rig.database.halfOpen()
    expect(rig.arrivals.length).toBeLessThan(PEOPLE)
    await expectAll(`Postgres half-open, ${backend}`)
  })
})
