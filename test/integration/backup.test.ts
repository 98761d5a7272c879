import { sql } from 'drizzle-orm'
import { readdir, stat } from 'node:fs/promises'
import { inspectBackup } from '../../src/backups/index.ts'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { startApp } from '../../src/app.ts'
import { parseConfig } from '../../src/platform/config.ts'
import { rowsOf, withDatabase, type Db } from '../../src/platform/db/index.ts'
import { silentLogger } from '../../src/platform/logger.ts'
import {
  countsAt,
  countsOf,
  openBackupBench,
  type BackupBench,
  type Counts,
  type MadeBackup,
} from '../support/backups.ts'
import type { ClonedDatabase } from '../support/database.ts'
import { row } from '../support/journey-chat.ts'
import { runCommand } from '../support/journey-process.ts'
import { marks, note } from '../support/ledger-notes.ts'
import { statsCrowd } from '../support/stats-crowd.ts'
import { until } from '../support/until.ts'
import { layWholePerson } from '../support/whole-person.ts'
import { LESSONS, openWorld, type World } from '../support/world.ts'
import { insertMessages } from '../../src/messaging/index.ts'

const ANDI = 7300

/** An organisation that has learned for some days, with somebody who stands in every table. */
describe('the restore drill', () => {
  let world: World
  let bench: BackupBench
  let source: Record<string, string>
  let target: ClonedDatabase
  let before: Counts
  let made: MadeBackup
  let told: { tables: Counts; settled: { uncertain: number; passed: number } }

  beforeAll(async () => {
    bench = await openBackupBench()
    world = await openWorld()
    await world.joined(ANDI, 'Andi')
    await world.joined(7301, 'Zulaikha')
    const [andi, zulaikha] = await rowsOf<{ id: string }>(
      world.app.db,
      sql`select id from people order by telegram_id`,
    )
    await layWholePerson(world.app.db, {
      personId: zulaikha?.id ?? '',
      telegramId: 7301,
      otherId: andi?.id ?? '',
      name: 'Zulaikha',
      nip: '198503122010012345',
    })
    const unit = sql`select name, current_database() as database from units where parent_id is null`
    const { name, database } = await row<{ name: string; database: string }>(world, unit)
    await statsCrowd(world)('Desa Contoh', name, 400, 250)
    await world.idle()
    await layWhatIsInFlight(world)
    const named = (url: string): string => new URL(`/${database}`, url).href
    source = bench.envOf({ ownerUrl: named(inject('ownerUrl')), appUrl: named(inject('appUrl')) })
    before = await countsOf(world.app.db)
    made = await bench.backUp(source)
    target = await bench.empty()
    const done = await runCommand(['restore', made.file, '--json'], bench.envOf(target))
    if (done.code !== 0) throw new Error(done.stderr)
    told = JSON.parse(done.stdout) as typeof told
  })
  afterAll(async () => {
    await world.close()
    await bench.close()
  })

  it('every table has as many rows as before, and what went with the time that passed is told', async () => {
    // What the queue holds comes and goes beside the bot's work, and is of no use afterwards.
    const { outbox_queue_marks: _, ...counted } = before
    expect(told.tables).toMatchObject(counted)
    expect(Object.keys(told.tables)).toEqual(Object.keys(before))
    const filled = Object.values(before).filter((count) => count > 0)
    expect(filled.length).toBeGreaterThan(60)
    expect(await countsAt(target.ownerUrl)).toEqual({
      ...before,
      audit: (before['audit'] ?? 0) + 1,
      outbox_queue_marks: 0,
      web_links: 0,
      web_sessions: 0,
      workers: 0,
    })
    const trail = await inTarget<{ action: string }>(
      sql`select action from audit order by id desc limit 1`,
    )
    expect(trail).toEqual([{ action: 'backup.restored' }])
    // The figures of docs/backup.md.
    const rows = Object.values(before).reduce((sum, count) => sum + count, 0)
    console.log(`drill: ${rows} rows of ${filled.length} tables, equal; ${made.bytes} bytes`)
  })

  it('every row is what it was: the same bytes, table by table', async () => {
    const again = await inspectBackup((await bench.backUp(bench.envOf(target))).file)
    const first = await inspectBackup(made.file)
    const changed = new Set([
      'audit',
      'outbox',
      'inbox',
      'outbox_queue_marks',
      'web_links',
      'web_sessions',
      'workers',
    ])
    const digests = ({ counts }: typeof first) =>
      counts.tables.filter(({ name }) => !changed.has(name))
    expect(digests(again)).toEqual(digests(first))
    expect(first.head).toMatchObject({ inUse: true, from: 'server' })
    expect(again.head.inUse).toBe(false)
    // The trail grew by the restore.
    const audited = ({ name }: { name: string }) => name !== 'audit_id_seq'
    expect(again.counts.sequences.filter(audited)).toEqual(first.counts.sequences.filter(audited))
  })

  it('schema, rights, triggers and references are those of a database that was only migrated', async () => {
    const shape = async (url: string): Promise<unknown> =>
      withDatabase(url, async (db) => ({
        constraints: await rowsOf(
          db,
          sql`select conrelid::regclass::text as t, conname, pg_get_constraintdef(oid) as d, convalidated
            from pg_constraint where connamespace = 'public'::regnamespace order by 1, 2`,
        ),
        triggers: await rowsOf(
          db,
          sql`select tgrelid::regclass::text as t, tgname, tgenabled from pg_trigger
            where not tgisinternal order by 1, 2`,
        ),
        indexes: await rowsOf(
          db,
          sql`select indexname, indexdef from pg_indexes where schemaname = 'public' order by 1`,
        ),
        rights: await rowsOf(
          db,
          sql`select table_name, privilege_type from information_schema.role_table_grants
            where grantee = ${new URL(target.appUrl).username} and table_schema = 'public'
            order by 1, 2`,
        ),
      }))
    expect(await shape(target.ownerUrl)).toEqual(await shape(source['DATABASE_OWNER_URL'] ?? ''))
    await expect(
      withDatabase(target.appUrl, (db) => db.execute(sql`delete from audit`)),
    ).rejects.toMatchObject({ cause: { message: expect.stringContaining('permission denied') } })
  })

  it('a number that was given out is not given out again', async () => {
    const [highest] = await inTarget<{ id: string }>(sql`select max(id) as id from outbox`)
    const [next] = await withDatabase(target.appUrl, (db) =>
      insertMessages(db, [note('nudge', 1, 'x', { notBefore: new Date('2027-05-01Z') })], {
        now: world.clock.now(),
      }),
    )
    expect(next).toBeGreaterThan(Number(highest?.id))
  })

  it('a backup is its owner’s alone, and no half one is left', async () => {
    expect((await stat(made.file)).mode & 0o777).toBe(0o600)
    expect((await stat(made.file)).size).toBe(made.bytes)
    expect(
      (await readdir(bench.folder)).filter((name) => !/^sedikit-[\d-]+\.tar$/.test(name)),
    ).toEqual([])
  })

  it('--check says what is in it, and needs no database', async () => {
    const { code, stdout } = await runCommand(['restore', made.file, '--check'], {})
    expect(code).toBe(0)
    expect(stdout).toContain(`${made.rows} rows of ${Object.keys(before).length} tables`)
    expect(stdout).toContain('while a bot was at work')
    expect(stdout).toMatch(/^ +501 {2}answers$/m)
    expect(stdout).toContain('It is whole, and this version can restore it.')
  })

  it('nothing that was in flight is sent a second time, and the bot goes on', async () => {
    expect(told.settled).toEqual({ uncertain: 4, passed: 1 })
    await world.app.stop()
    const received = world.simulator.ledger.received(ANDI)
    const app = await startApp({
      config: parseConfig({
        ...bench.envOf(target),
        BACKUP_FOLDER: '',
        BOT_TOKEN: '123456:demo',
        TELEGRAM_API_ROOT: world.simulator.url,
        PORT: '0',
        SEND_RATE: '1000',
      }),
      clock: world.clock,
      log: silentLogger,
      dataDir: '/nonexistent',
      lessonsDir: LESSONS,
      chatGapMs: 0,
      tickMs: 3_600_000,
    })
    try {
      const flying = sql`select 1 from outbox where state = 'sending'`
      await until(async () => (await rowsOf(app.db, flying)).length === 0, 'nothing in flight')
      await app.tick()
      const states = await rowsOf<{ mark: string; state: string }>(
        app.db,
        sql`select substring(args ->> 'variables' from '\\[([a-z-]+)\\]') as mark, state
          from outbox where args ->> 'variables' like '%[in-flight%' order by id`,
      )
      expect(states).toEqual([
        { mark: 'in-flight-lesson', state: 'uncertain' },
        { mark: 'in-flight-reply', state: 'uncertain' },
        { mark: 'in-flight-announcement', state: 'uncertain' },
        { mark: 'in-flight-later', state: 'pending' },
        { mark: 'in-flight-expired', state: 'uncertain' },
      ])
      const inbox = await rowsOf<{ kind: string; state: string; body: unknown }>(
        app.db,
        sql`select kind, state, body from inbox where update_id > 770000000 and update_id < 780000000
          order by 1`,
      )
      expect(inbox).toEqual([
        { kind: 'message', state: 'passed', body: null },
        { kind: 'poll_answer', state: 'new', body: {} },
      ])
      expect(marks(world.simulator)).toEqual([])
      expect(world.simulator.ledger.received(ANDI)).toBe(received)
      world.simulator.person({ id: ANDI, firstName: 'Andi' }).sendText('/progres')
      await until(() => world.simulator.ledger.received(ANDI) > received, 'an answer')
    } finally {
      await app.stop()
    }
  })

  function inTarget<T extends Record<string, unknown>>(
    query: ReturnType<typeof sql>,
  ): Promise<T[]> {
    return withDatabase(target.ownerUrl, (db) => rowsOf<T>(db, query))
  }
})

/** Held as if workers had it in hand at that very moment, so that it stays as it is. */
async function layWhatIsInFlight(world: World): Promise<void> {
  const { db } = world.app
  const now = world.clock.now()
  // After any day on which this is run: a restore goes by the clock on the wall.
  const [later, notAfter] = [new Date('2098-01-01T00:00:00Z'), new Date('2099-01-01T00:00:00Z')]
  const held = { now, heldMs: 3_600_000 }
  const rows = [
    note('lesson', ANDI, 'in-flight-lesson', { notAfter }),
    note('reply', ANDI, 'in-flight-reply', { notAfter }),
    note('announcement', ANDI, 'in-flight-announcement', { notAfter }),
    note('announcement', ANDI, 'in-flight-later', { notBefore: later, notAfter }),
    note('lesson', ANDI, 'in-flight-expired', { notAfter: new Date(now.getTime() + 1000) }),
  ]
  const [lesson] = await insertMessages(db, rows, held)
  await db.execute(sql`
    update outbox set state = 'sending', attempt = 1, leased_by = 'w-x', lease_until = '2100-01-01Z'
    where id = ${lesson}`)
  await layUpdates(db, now)
}

async function layUpdates(db: Db, now: Date): Promise<void> {
  await db.execute(sql`
    insert into inbox (bot_id, update_id, kind, person_key, body, state, retry_at, received_at)
    select 123456, 770000000 + n, kind, 7399, '{}', 'new', '2100-01-01Z', ${now.toISOString()}
    from (values (1, 'message'), (2, 'poll_answer')) as u(n, kind)`)
}
