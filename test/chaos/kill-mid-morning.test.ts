import { sql } from 'drizzle-orm'
import type { ChildProcess } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { addUnit } from '../../src/people/index.ts'
import { movableClock } from '../../src/platform/clock.ts'
import { connectDatabase, type Database, rowsOf } from '../../src/platform/db/index.ts'
import { startSimulator, type Simulator } from '../../src/simulator/index.ts'
import { addCrowd, openPhones } from '../support/crowd.ts'
import { cloneDatabase, type ClonedDatabase } from '../support/database.ts'
import { spawnApp } from '../support/spawn-app.ts'
import { until } from '../support/until.ts'
import { backends } from '../support/world.ts'

const PEOPLE = 60
/** Tuesday, nine in Makassar: everybody's lesson is due. */
const NINE = '2026-11-24T01:00:00.000Z'

describe.each(backends)('kill -9 in mid-morning, queues on %s', (backend) => {
  let database: ClonedDatabase
  let own: Database
  let simulator: Simulator
  let ids: number[]
  const children: ChildProcess[] = []

  beforeAll(async () => {
    database = await cloneDatabase(inject('ownerUrl'), inject('appUrl'))
    own = connectDatabase(database.appUrl, { max: 2 })
    simulator = await startSimulator({
      clock: movableClock(new Date(NINE)),
      limits: { globalPerSecond: null, chatPerSecond: null },
      // Calls take a while, so that the kill finds some in the air.
      faults: [{ fault: { kind: 'delay', ms: 30 } }],
    })
    await addUnit(own.db, { name: 'Kabupaten Contoh', now: new Date(NINE) })
    ids = await addCrowd(own.db, { count: PEOPLE, dueAt: new Date(NINE) })
    openPhones(simulator, ids)
  })
  afterAll(async () => {
    for (const child of children) child.kill('SIGKILL')
    await simulator.close()
    await own.close()
    await database.drop()
  })

  async function startProcess(): Promise<ChildProcess> {
    const child = await spawnApp({
      backend,
      civilStart: NINE,
      simulatorUrl: simulator.url,
      ownerUrl: database.ownerUrl,
      appUrl: database.appUrl,
      sendRate: 100,
    })
    children.push(child)
    return child
  }

  const received = (kind: 'text' | 'poll'): Map<number, number> => {
    const counts = new Map<number, number>()
    for (const entry of simulator.ledger.entries({ sent: true, kind })) {
      if (entry.chatId === null) continue
      if (kind === 'text' && !entry.text?.startsWith('Pelajaran 1 dari')) continue
      counts.set(entry.chatId, (counts.get(entry.chatId) ?? 0) + 1)
    }
    return counts
  }

  it('delivers every lesson and quiz after the next start, none lost, none silently twice', async () => {
    const first = await startProcess()
    await until(() => received('text').size >= PEOPLE / 3, 'a third of the lessons')
    first.kill('SIGKILL')
    await until(() => first.exitCode !== null || first.signalCode !== null, 'the kill')
    expect(received('text').size).toBeLessThan(PEOPLE)

    await startProcess()
    await until(
      () => received('text').size === PEOPLE && received('poll').size === PEOPLE,
      'every lesson and quiz',
    )
    const open = async (): Promise<number> => {
      const [row] = await rowsOf<{ open: number }>(
        own.db,
        sql`
        select count(*)::int as open from outbox where state not in ('sent', 'cancelled')`,
      )
      return row?.open ?? 0
    }
    await until(async () => (await open()) === 0, 'an honest end of every row')
    const [ledger] = await rowsOf<{ resent: number }>(
      own.db,
      sql`select coalesce(sum(uncertain_resends), 0)::int as resent from outbox`,
    )
    for (const kind of ['text', 'poll'] as const) {
      const twice = [...received(kind).values()].filter((count) => count > 1)
      expect(twice.length).toBeLessThanOrEqual(ledger?.resent ?? 0)
      expect(Math.max(...received(kind).values())).toBeLessThanOrEqual(2)
    }
    const deliveries = await rowsOf(
      own.db,
      sql`select state, count(*)::int from deliveries group by 1`,
    )
    expect(deliveries).toEqual([{ state: 'open', count: PEOPLE }])
  })
})
