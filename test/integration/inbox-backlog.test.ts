import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { VOTE } from '../../src/bot/index.ts'
import { takeUpdates, type Kinds } from '../../src/messaging/inbox-store.ts'
import { connectDatabase, rowsOf, type Database, type Db } from '../../src/platform/db/index.ts'
import { cloneDatabase, type ClonedDatabase } from '../support/database.ts'

const BOT = 123_456

/** Updates of one kind that wait, far more than any look should read. */
const WAITING = 20_000

/** As many as a lane takes at once, and what it may read for that. */
const LIMIT = 16
const READ_AT_MOST = 500

describe('an inbox in which much waits', () => {
  let cloned: ClonedDatabase
  let database: Database
  beforeAll(async () => {
    cloned = await cloneDatabase(inject('ownerUrl'), inject('appUrl'))
    database = connectDatabase(cloned.ownerUrl, { max: 2 })
  })
  afterAll(async () => {
    await database.close()
    await cloned.drop()
  })

  async function fill(many: string, few: string): Promise<void> {
    const put = (kind: string, first: number, count: number) =>
      database.db.execute(sql`
        insert into inbox (bot_id, update_id, kind, person_key, body, state, received_at)
        select ${BOT}::bigint, n, ${kind}, n, '{}', 'new', clock_timestamp()
        from generate_series(${first}::bigint, ${first + count - 1}::bigint) n`)
    await database.db.execute(sql`truncate inbox`)
    await put(many, 1, WAITING)
    await put(few, WAITING + 1, 3)
    await database.db.execute(sql`analyze inbox`)
  }

  /** Rows that the server has read for this session so far; not yet counted ones of before included. */
  async function readSoFar(tx: Db): Promise<number> {
    const [row] = await rowsOf<{ read: string }>(
      tx,
      sql`select coalesce(sum(seq_tup_read + coalesce(idx_tup_fetch, 0)), 0) as read
        from pg_stat_xact_user_tables where relname = 'inbox'`,
    )
    return Number(row?.read)
  }

  /** What one look takes, and how many rows the server read for it. */
  const look = (kinds: Kinds): Promise<{ taken: number; read: number }> =>
    database.db.transaction(async (tx) => {
      const before = await readSoFar(tx)
      const taken = await takeUpdates(tx, BOT, LIMIT, kinds)
      return { taken: taken.length, read: (await readSoFar(tx)) - before }
    })

  it.each([
    ['messages behind votes', VOTE, 'message', { except: [VOTE] }],
    ['votes behind messages', 'message', VOTE, { only: [VOTE] }],
  ])('finds %s without reading through them', async (_, many, few, kinds) => {
    await fill(many, few)
    const found = await look(kinds)
    expect(found.taken).toBe(3)
    expect(found.read).toBeLessThan(READ_AT_MOST)
    await database.db.execute(sql`delete from inbox where kind = ${few}`)
    const nothing = await look(kinds)
    expect(nothing.taken).toBe(0)
    expect(nothing.read).toBeLessThan(READ_AT_MOST)
  })

  it.each([
    ['votes', VOTE, { only: [VOTE] }],
    ['messages', 'message', { except: [VOTE] }],
  ])('takes the oldest %s without reading all', async (_, kind, kinds) => {
    await fill(kind, kind)
    const { taken, read } = await look(kinds)
    expect(taken).toBe(LIMIT)
    expect(read).toBeGreaterThanOrEqual(LIMIT)
    expect(read).toBeLessThan(READ_AT_MOST)
  })
})
