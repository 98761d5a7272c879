import { sql } from 'drizzle-orm'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import type { Role } from '../../src/app.ts'
import { connectDatabase, rowsOf, type Database } from '../../src/platform/db/index.ts'
import { elapsedMs } from '../../src/platform/elapsed.ts'
import { movableClock } from '../../src/platform/clock.ts'
import { startSimulator, type Simulator } from '../../src/simulator/index.ts'
import { cloneDatabase, type ClonedDatabase } from '../support/database.ts'
import { endLeases } from '../support/ledger-rig.ts'
import { spawnApp } from '../support/spawn-app.ts'
import { until } from '../support/until.ts'
import { backends, type Backend } from '../support/world.ts'

/** Tuesday, nine in Makassar. */
const NINE = '2026-11-24T01:00:00.000Z'

/** A lease's own end, in elapsed milliseconds: what is settled sooner was not waited for. */
const LEASE_MS = 60_000

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
}

describe.each(backends)('a bot without a worker in it, queues on %s', (backend) => {
  let database: ClonedDatabase
  let own: Database
  let simulator: Simulator
  let children: ChildProcess[]

  beforeEach(async () => {
    children = []
    database = await cloneDatabase(inject('ownerUrl'), inject('appUrl'))
    own = connectDatabase(database.ownerUrl, { max: 2 })
    simulator = await startSimulator({
      clock: movableClock(new Date(NINE)),
      limits: { globalPerSecond: null, chatPerSecond: null },
    })
  })
  afterEach(async () => {
    for (const child of children) child.kill('SIGKILL')
    await Promise.all(children.map(ended))
    await simulator.close()
    await own.close()
    await database.drop()
  })

  async function start(only: readonly Role[], on: Backend = backend): Promise<ChildProcess> {
    const child = await spawnApp({
      backend: on,
      civilStart: NINE,
      simulatorUrl: simulator.url,
      ownerUrl: database.ownerUrl,
      appUrl: database.appUrl,
      sendRate: 100,
      only,
    })
    children.push(child)
    return child
  }

  const workers = async (): Promise<string[]> =>
    (await rowsOf<{ id: string }>(own.db, sql`select id from workers order by id`)).map(
      ({ id }) => id,
    )
  const heard = (id: number): number => simulator.ledger.entries({ chatId: id, sent: true }).length
  const inFlight = async (id: number): Promise<boolean> =>
    (await rowsOf(own.db, sql`select from outbox where chat_id = ${id} and state = 'sending'`))
      .length > 0

  /** Somebody writes, and the answer hangs in the air for as long as the test likes. */
  async function hang(id: number): Promise<() => void> {
    const flow = simulator.faults.add({
      fault: { kind: 'delay', ms: 300_000 },
      methods: ['sendMessage'],
      times: 1,
    })
    simulator.person({ id, firstName: 'Siti' }).start()
    // A row is in flight before its call is made: what is killed in between leaves the fault to the next.
    const hangs = (): boolean => simulator.faults.list().some(({ fired }) => fired > 0)
    await until(async () => hangs() && (await inFlight(id)), 'a reply in the air')
    return flow
  }

  /** Killed with a call in the air: others must see it by its sign of life. */
  async function expectMissed(bot: ChildProcess, id: number): Promise<void> {
    const flow = await hang(id)
    const began = elapsedMs()
    bot.kill('SIGKILL')
    await until(async () => !(await inFlight(id)) && heard(id) > 0, 'the reply sent once more')
    expect(elapsedMs() - began).toBeLessThan(LEASE_MS / 2)
    flow()
  }

  it('is in the list of who sends again after its session and its row were lost, and is missed at once when it is killed', async () => {
    const bot = await start(['bot'])
    const [name = ''] = await workers()
    await start(['worker'])
    expect(await workers()).toHaveLength(2)
    // What a restart of Postgres does, and what whoever is back first then does to it.
    await own.db.transaction(async (tx) => {
      await tx.execute(sql`
        select pg_terminate_backend(pid) from pg_stat_activity
        where application_name = ${`sedikit-${name}`} and datname = current_database()`)
      await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`)
      await tx.execute(sql`delete from workers where id = ${name}`)
    })
    await until(async () => (await workers()).includes(name), 'the bot back in the list')
    await expectMissed(bot, 730)
    await until(async () => !(await workers()).includes(name), 'the dead struck off')
  })

  it('frozen with a reply in the air, it is overtaken; thawed, it goes on, and is missed when it is killed', async () => {
    const bot = await start(['bot'])
    await start(['worker'])
    const names = await workers()
    const flow = await hang(740)
    bot.kill('SIGSTOP')
    await endLeases(own.db)
    await until(() => heard(740) === 1, 'the reply of the other')
    expect(await workers()).toEqual(names)
    bot.kill('SIGCONT')
    flow()
    simulator.person({ id: 741, firstName: 'Ani' }).start()
    await until(async () => heard(741) === 1 && !(await inFlight(741)), 'an answer after the thaw')
    expect(await workers()).toEqual(names)
    await expectMissed(bot, 742)
  })
})

describe('a part that only listens', () => {
  it('does not stand in the list of who sends', async () => {
    const database = await cloneDatabase(inject('ownerUrl'), inject('appUrl'))
    const own = connectDatabase(database.ownerUrl, { max: 1 })
    const simulator = await startSimulator({ clock: movableClock(new Date(NINE)) })
    const web = await spawnApp({
      backend: 'postgres',
      civilStart: NINE,
      simulatorUrl: simulator.url,
      ownerUrl: database.ownerUrl,
      appUrl: database.appUrl,
      sendRate: 100,
      only: ['web'],
    })
    expect(await rowsOf(own.db, sql`select id from workers`)).toEqual([])
    web.kill('SIGTERM')
    await ended(web)
    await simulator.close()
    await own.close()
    await database.drop()
  })
})
