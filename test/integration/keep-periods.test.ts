import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { createPerson } from '../../src/people/index.ts'
import { movableClock } from '../../src/platform/clock.ts'
import { connectDatabase, rowsOf, type Database } from '../../src/platform/db/index.ts'
import { createKeepPeriods } from '../../src/rights/index.ts'
import { cloneDatabase, type ClonedDatabase } from '../support/database.ts'

const BEGAN = new Date('2026-11-23T01:30:00Z')
const DAY_MS = 24 * 3600_000
const periods = { withdrawn: 30, away: 100, stranger: 10, removal: 5 }

function after(days: number, ms = 0): Date {
  return new Date(BEGAN.getTime() + days * DAY_MS + ms)
}

describe('what has been kept for as long as is said', () => {
  let database: ClonedDatabase
  let connected: Database
  beforeAll(async () => {
    database = await cloneDatabase(inject('ownerUrl'), inject('appUrl'))
    connected = connectDatabase(database.appUrl)
    const { db } = connected
    for (const telegramId of [1, 2, 3, 4, 5, 6]) {
      await createPerson(
        db,
        {
          telegramId,
          chatId: telegramId,
          locale: 'id',
          timezone: 'Asia/Makassar',
          lessonMinute: 540,
          unitId: null,
          unconfirmedSince: null,
        },
        BEGAN,
      )
    }
    const at = sql`${BEGAN.toISOString()}::timestamptz`
    // 1 takes part, 2 took the consent back, 3 left, 4 never agreed, 5 restricts, 6 is a closed place.
    await db.execute(sql`update people set join_step = null where telegram_id <> 4`)
    await db.execute(sql`
      insert into consents (person_id, notice_version, given_at, withdrawn_at)
      select id, 1, ${at}, case when telegram_id = 2 then ${at} end from people
      where telegram_id in (1, 2, 3, 5)`)
    await db.execute(sql`
      update people set moved_away_at = ${at}, restricted_since = ${at} where telegram_id in (2, 5)`)
    await db.execute(sql`update people set moved_away_at = ${at} where telegram_id = 3`)
    await db.execute(sql`
      insert into takeovers (newcomer_id, new_telegram_id, new_chat_id, candidates, state, asked_at)
      select id, 7, 7, '[]', 'confirmed', ${at} from people where telegram_id = 6`)
    await db.execute(sql`
      update people set telegram_id = -(select id from takeovers), join_step = 'consent'
      where telegram_id = 6`)
    await db.execute(sql`insert into invite_guesses values (9, 1, null, ${at})`)
    await db.execute(sql`
      insert into units (id, name, created_at) values (gen_random_uuid(), 'Organisasi', ${at})`)
    await db.execute(sql`
      insert into roster_removals (place_id, unit_id, name, imported_at, removed_at)
      select 1, id, 'Seseorang', ${at}, ${at} from units`)
  })
  afterAll(async () => {
    await connected.close()
    await database.drop()
  })

  /** Looked at by a process that has just begun: the rest after a look is another's. */
  async function keepAt(moment: Date): Promise<number> {
    const clock = movableClock(moment)
    return createKeepPeriods({ db: connected.db, clock, periods })()
  }

  async function left(): Promise<Record<string, unknown>> {
    const [row] = await rowsOf(
      connected.db,
      sql`
      select array(select telegram_id::int from people where telegram_id > 0 order by 1) as people,
        (select count(*)::int from people where telegram_id < 0) as closed,
        (select count(*)::int from invite_guesses) as guesses,
        (select count(*)::int from roster_removals) as removals`,
    )
    return row ?? {}
  }

  const all = { people: [1, 2, 3, 4, 5], closed: 1, guesses: 1, removals: 1 }

  it('stays until its last moment', async () => {
    expect(await keepAt(after(5))).toBe(0)
    expect(await left()).toEqual(all)
  })

  it('goes period by period, and once', async () => {
    await keepAt(after(5, 1))
    expect(await left()).toEqual({ ...all, removals: 0 })
    expect(await keepAt(after(10, 1))).toBe(1)
    const rest = { removals: 0, guesses: 0, closed: 1 }
    expect(await left()).toEqual({ ...rest, people: [1, 2, 3, 5] })
    expect(await keepAt(after(10, 1))).toBe(0)
    expect(await keepAt(after(30, 1))).toBe(1)
    expect(await left()).toEqual({ ...rest, people: [1, 3, 5] })
    expect(await keepAt(after(100, 1))).toBe(1)
  })

  it('never is what somebody only restricts, nor whoever takes part', async () => {
    expect(await keepAt(after(3000))).toBe(0)
    expect(await left()).toMatchObject({ people: [1, 5] })
  })

  it('is a closed place too, once nobody can undo how it was closed', async () => {
    await connected.db.execute(sql`delete from takeovers`)
    expect(await keepAt(after(3000))).toBe(1)
    expect(await left()).toMatchObject({ closed: 0 })
  })

  it('stands in the trail as erased by nobody', async () => {
    const rows = await rowsOf(
      connected.db,
      sql`select distinct action, by_id from audit where action like 'data.%'`,
    )
    expect(rows).toEqual([{ action: 'data.erased', by_id: null }])
  })
})
