import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { insertMessages, limitsOf } from '../../src/messaging/index.ts'
import { leaseRows } from '../../src/messaging/lease-store.ts'
import { recordResults } from '../../src/messaging/record.ts'
import type { RowResult } from '../../src/messaging/record-store.ts'
import { type Db, rowsOf } from '../../src/platform/db/index.ts'
import { note } from '../support/ledger-notes.ts'
import { BOT_ID, openRig, type LedgerRig } from '../support/ledger-rig.ts'
import { until } from '../support/until.ts'

const CHATS = Array.from({ length: 20 }, (_, i) => 100 + i)

/** One worker writes results down while another leases messages to the same chats. */
describe('results and leases of the same chats', () => {
  let rig: LedgerRig
  beforeEach(async () => {
    rig = await openRig(() => Promise.reject(new Error('nobody is called')))
    await rig.db.execute(sql`
      insert into chat_pace (chat_id, free_at)
      select n, clock_timestamp() from generate_series(100, 119) n`)
  })
  afterEach(() => rig.close())

  async function leased(worker: string, lane: 'lesson' | 'reply') {
    const { db, clock } = rig
    const rows = await insertMessages(
      db,
      CHATS.map((chat) => note(lane, chat, 'x')),
      { now: clock.now() },
    )
    const limits = limitsOf(1000)
    const request = { botId: BOT_ID, worker, tokenMark: null, rows, bulk: false, limits }
    return () => leaseRows(db, { ...request, now: clock.now() })
  }
  const waiting = async (db: Db): Promise<number> => {
    const [row] = await rowsOf<{ n: number }>(
      db,
      sql`select count(distinct pid)::int as n from pg_locks where not granted and pid in (
        select pid from pg_stat_activity where datname = current_database())`,
    )
    return row?.n ?? 0
  }

  it('do not wait for each other when Telegram says to wait (429)', async () => {
    const next = {
      to: 'pending',
      reason: 'rate limited',
      retryInMs: 1000,
      spends: false,
      uncertainResend: false,
    } as const
    const lease = await (await leased('one', 'lesson'))()
    const results = (lease.kind === 'leased' ? lease.rows : []).map((row): RowResult => ({
      row,
      outcome: 'rate_limited',
      next,
      messageId: null,
      pollId: null,
      sounded: false,
      result: null,
    }))
    expect(results).toHaveLength(CHATS.length)
    const other = await leased('other', 'reply')
    // A third holds the chat in the middle, until both are on their way through the others.
    const both = await rig.db.transaction(async (tx) => {
      await tx.execute(sql`select from chat_pace where chat_id = ${CHATS[10] ?? 0} for update`)
      const recording = recordResults(rig.recording('one'), results)
      await until(async () => (await waiting(rig.db)) === 1, 'results that wait')
      const leasing = other()
      await until(async () => (await waiting(rig.db)) === 2, 'a lease that waits')
      return [recording, leasing] as const
    })
    const settled = await Promise.allSettled(both)
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled'])
  })

  it('take what is free of rows that somebody feeds meanwhile, and wait for none', async () => {
    const { db, clock } = rig
    const rows = await insertMessages(
      db,
      CHATS.map((chat) => note('lesson', chat, 'x')),
      { now: clock.now() },
    )
    const limits = limitsOf(1000)
    const request = { botId: BOT_ID, worker: 'one', tokenMark: null, rows, bulk: false, limits }
    await db.transaction(async (tx) => {
      // As whoever feeds again does, row by row in the order of their ids.
      await tx.execute(sql`select from outbox where id = ${rows[0] ?? 0} for update`)
      const lease = await leaseRows(db, { ...request, now: clock.now() })
      expect(lease.kind === 'leased' ? lease.rows.map(({ id }) => id) : []).toEqual(rows.slice(1))
    })
  })
})
