import { sql } from 'drizzle-orm'
import type { ChildProcess } from 'node:child_process'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { rowsOf, type Database } from '../../src/platform/db/index.ts'
import { elapsedMs } from '../../src/platform/elapsed.ts'
import type { Simulator } from '../../src/simulator/index.ts'
import { cloneDatabase } from '../support/database.ts'
import { endLeases } from '../support/ledger-rig.ts'
import { ended, openProcesses, type ProcessesScene } from '../support/processes-scene.ts'
import { until } from '../support/until.ts'
import { backends } from '../support/world.ts'

/** A lease's own end, in elapsed milliseconds: what is settled sooner was not waited for. */
const LEASE_MS = 60_000

describe.each(backends)('a bot without a worker in it, queues on %s', (backend) => {
  let scene: ProcessesScene
  let own: Database
  let simulator: Simulator
  beforeEach(async () => {
    scene = await openProcesses(cloneDatabase)
    ;({ own, simulator } = scene)
  })
  afterEach(() => scene.close())

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
    const bot = await scene.start(backend, ['bot'])
    const [name = ''] = await workers()
    await scene.start(backend, ['worker'])
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
    const bot = await scene.start(backend, ['bot'])
    await scene.start(backend, ['worker'])
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
    const scene = await openProcesses(cloneDatabase)
    const web = await scene.start('postgres', ['web'])
    expect(await rowsOf(scene.own.db, sql`select id from workers`)).toEqual([])
    web.kill('SIGTERM')
    await ended(web)
    await scene.close()
  })
})
