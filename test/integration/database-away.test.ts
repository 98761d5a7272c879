import { sql } from 'drizzle-orm'
import type { ChildProcess } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { addUnit } from '../../src/people/index.ts'
import { movableClock } from '../../src/platform/clock.ts'
import { connectDatabase, rowsOf, type Database } from '../../src/platform/db/index.ts'
import { startSimulator, type Simulator } from '../../src/simulator/index.ts'
import { addCrowd, openPhones } from '../support/crowd.ts'
import { cloneDatabase, type ClonedDatabase } from '../support/database.ts'
import { spawnApp } from '../support/spawn-app.ts'
import { tcpProxy, type TcpProxy } from '../support/tcp-proxy.ts'
import { until } from '../support/until.ts'
import { backends } from '../support/world.ts'

const PEOPLE = 60
/** Tuesday, nine in Makassar: everybody's lesson is due. */
const NINE = '2026-11-24T01:00:00.000Z'

describe.each(backends)('Postgres goes away in mid-morning, queues on %s', (backend) => {
  let database: ClonedDatabase
  let proxy: TcpProxy
  let own: Database
  let simulator: Simulator
  let app: ChildProcess | undefined

  beforeAll(async () => {
    database = await cloneDatabase(inject('ownerUrl'), inject('appUrl'))
    proxy = await tcpProxy(database.appUrl)
    own = connectDatabase(database.appUrl, { max: 2 })
    simulator = await startSimulator({
      clock: movableClock(new Date(NINE)),
      limits: { globalPerSecond: null, chatPerSecond: null },
      faults: [{ fault: { kind: 'delay', ms: 30 } }],
    })
    await addUnit(own.db, { name: 'Kabupaten Contoh', now: new Date(NINE) })
    openPhones(simulator, await addCrowd(own.db, { count: PEOPLE, dueAt: new Date(NINE) }))
    app = await spawnApp({
      backend,
      civilStart: NINE,
      simulatorUrl: simulator.url,
      ownerUrl: database.ownerUrl,
      appUrl: proxy.urlThrough(database.appUrl),
      sendRate: 100,
    })
  })
  afterAll(async () => {
    app?.kill('SIGKILL')
    await simulator.close()
    await own.close()
    await proxy.close()
    await database.drop()
  })

  const polls = (): number => simulator.ledger.entries({ sent: true, kind: 'poll' }).length

  it('survives connections cut in mid-sentence and a server that is down, and delivers all', async () => {
    for (const share of [0.15, 0.3, 0.45]) {
      await until(() => polls() >= PEOPLE * share, `${share} of the quizzes`)
      proxy.cut()
    }
    await until(() => polls() >= PEOPLE * 0.6, 'more than half of the quizzes')
    await proxy.down()
    // What was in the air lands; then nothing moves.
    const still = polls()
    await proxy.up()
    await until(() => polls() > still, 'going on')
    const left = async (): Promise<number> => {
      const [row] = await rowsOf<{ left: number }>(
        own.db,
        sql`select count(*)::int as left from outbox where state not in ('sent', 'cancelled')`,
      )
      return row?.left ?? -1
    }
    await until(async () => (await left()) === 0, 'an honest end of every row', 60_000)
    expect(app?.exitCode).toBeNull()
    const [resent] = await rowsOf<{ n: number }>(
      own.db,
      sql`select coalesce(sum(uncertain_resends), 0)::int as n from outbox`,
    )
    const perChat = new Map<number | null, number>()
    for (const { chatId } of simulator.ledger.entries({ sent: true, kind: 'poll' })) {
      perChat.set(chatId, (perChat.get(chatId) ?? 0) + 1)
    }
    expect(perChat.size).toBe(PEOPLE)
    // A second one only where the ledger says that the first one's end was uncertain.
    const twice = [...perChat.values()].filter((count) => count > 1).length
    expect(twice).toBeLessThanOrEqual(resent?.n ?? 0)
  })
})
