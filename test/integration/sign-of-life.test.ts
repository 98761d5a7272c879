import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { insertMessages, reconcile, registerWorker } from '../../src/messaging/index.ts'
import {
  connectDatabase,
  holdSignOfLife,
  rowsOf,
  type Database,
  type Db,
  type SignOfLife,
} from '../../src/platform/db/index.ts'
import { elapsedMs } from '../../src/platform/elapsed.ts'
import { silentLogger } from '../../src/platform/logger.ts'
import { cloneDatabase, type ClonedDatabase } from '../support/database.ts'
import { note } from '../support/ledger-notes.ts'
import { openRig, type LedgerRig } from '../support/ledger-rig.ts'
import { tcpProxy, type TcpProxy } from '../support/tcp-proxy.ts'
import { until } from '../support/until.ts'

const WORKER = 'w-one'

/** Ends the worker's session, as a restart of the server does. */
const endSession = (db: Db) =>
  rowsOf(
    db,
    sql`select pg_terminate_backend(pid) from pg_stat_activity
      where application_name = ${`sedikit-${WORKER}`} and datname = current_database()`,
  )

describe('the sign of life', () => {
  let cloned: ClonedDatabase
  let database: Database
  let proxy: TcpProxy
  let life: SignOfLife | undefined
  let held: number

  beforeEach(async () => {
    cloned = await cloneDatabase(inject('ownerUrl'), inject('appUrl'))
    database = connectDatabase(cloned.appUrl, { max: 2 })
    proxy = await tcpProxy(cloned.appUrl)
    held = 0
  })
  afterEach(async () => {
    await life?.stop()
    await proxy.close()
    await database.close()
    await cloned.drop()
  })

  async function show(onHeld = () => Promise.resolve(void held++)): Promise<void> {
    const url = proxy.urlThrough(cloned.appUrl)
    life = await holdSignOfLife({ url, worker: WORKER, log: silentLogger, onHeld })
  }

  /** Whether others see that it lives. */
  const lives = async (): Promise<boolean> => {
    const [row] = await rowsOf<{ free: boolean }>(
      database.db,
      sql`select pg_try_advisory_xact_lock(hashtextextended(${WORKER}, 0)) as free`,
    )
    return row?.free === false
  }
  const sessions = () =>
    rowsOf(
      database.db,
      sql`select pid from pg_stat_activity where application_name = ${`sedikit-${WORKER}`}`,
    )

  it('is shown until it is stopped', async () => {
    await show()
    expect([await lives(), held]).toEqual([true, 1])
    await life?.stop()
    await until(async () => !(await lives()), 'the lock given back')
    expect(await sessions()).toEqual([])
  })

  it('comes back after the server has ended its session, and says so', async () => {
    await show()
    await endSession(database.db)
    await until(() => held === 2, 'the lock held again')
    expect(await lives()).toBe(true)
  })

  it('comes back after the server was away', async () => {
    await show()
    await proxy.down()
    await until(async () => !(await lives()), 'the lock lost')
    await proxy.up()
    await until(() => held === 2, 'the lock held again')
    expect(await lives()).toBe(true)
  })

  it('finds out that its connection is half-open, and leaves no session behind that holds the lock', async () => {
    await show()
    const before = await sessions()
    proxy.halfOpen()
    await until(() => held === 2, 'the lock held again', 30_000)
    expect(await lives()).toBe(true)
    const after = await sessions()
    expect(after).toHaveLength(1)
    expect(after).not.toEqual(before)
  })

  it('is given back and taken anew when whoever must know of it could not be told', async () => {
    await show()
    await life?.stop()
    let tries = 0
    await show(() => Promise.resolve(void tries++))
    await endSession(database.db)
    await until(() => tries === 2, 'told again')
    await life?.stop()
    const failing = show(() => Promise.reject(new Error('not told')))
    await expect(failing).rejects.toThrow('not told')
    life = undefined
    await until(async () => (await sessions()).length === 0, 'no session left')
  })

  it('stops soon although its connection is half-open', async () => {
    await show()
    proxy.halfOpen()
    const began = elapsedMs()
    await life?.stop()
    expect(elapsedMs() - began).toBeLessThan(3000)
    // The server does not know yet; the test's own end needs it gone.
    await endSession(database.db)
  })
})

describe('who has lost its sign of life', () => {
  let rig: LedgerRig
  beforeEach(async () => {
    rig = await openRig(() => Promise.resolve({ kind: 'ok', result: { message_id: 1 } }))
  })
  afterEach(() => rig.close())

  it('does not take its own calls for orphans; others do', async () => {
    const now = rig.clock.now()
    await registerWorker(rig.db, WORKER, now)
    const [id = 0] = await insertMessages(rig.db, [note('lesson', 7, 'x')], { now })
    await rig.db.execute(sql`
      update outbox set state = 'sending', attempt = 1, leased_by = ${WORKER},
        lease_until = clock_timestamp() + interval '50 s' where id = ${id}`)
    expect(await reconcile(rig.recording(WORKER))).toBe(0)
    expect(await rowsOf(rig.db, sql`select id from workers`)).toEqual([{ id: WORKER }])
    expect(await reconcile(rig.recording('w-other'))).toBe(1)
    expect(await rowsOf(rig.db, sql`select id from workers`)).toEqual([])
  })
})
