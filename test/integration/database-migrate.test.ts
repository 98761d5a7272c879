import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { migrateDatabase } from '../../src/platform/db/index.ts'
import { migrateQueueSchema, queueNames } from '../../src/platform/queue/index.ts'
import { tcpProxy } from '../support/tcp-proxy.ts'
import { until } from '../support/until.ts'

const FOLDER = fileURLToPath(new URL('../../drizzle', import.meta.url))

interface Empty {
  readonly ownerUrl: string
  readonly appUrl: string
  readonly owner: postgres.Sql
  readonly app: postgres.Sql
  drop(): Promise<void>
}

/** An empty database, as an operator would make it: owned by one role, used by another. */
async function emptyDatabase(): Promise<Empty> {
  const name = `test_${crypto.randomUUID().replaceAll('-', '')}`
  const named = (url: string, database: string): string => {
    const changed = new URL(url)
    changed.pathname = `/${database}`
    return changed.href
  }
  const admin = postgres(named(inject('ownerUrl'), 'postgres'), { max: 1 })
  await admin.unsafe(`create database ${name}`)
  const appRole = new URL(inject('appUrl')).username
  await admin.unsafe(`grant connect on database ${name} to ${appRole}`)
  const ownerUrl = named(inject('ownerUrl'), name)
  const appUrl = named(inject('appUrl'), name)
  const owner = postgres(ownerUrl, { max: 1, onnotice: () => undefined })
  const app = postgres(appUrl, { max: 1 })
  return {
    ownerUrl,
    appUrl,
    owner,
    app,
    async drop() {
      await Promise.all([owner.end({ timeout: 2 }), app.end({ timeout: 2 })])
      await admin.unsafe(`drop database if exists ${name} with (force)`)
      await admin.end({ timeout: 2 })
    },
  }
}

describe('five instances that migrate one empty database at once', () => {
  let empty: Empty
  beforeAll(async () => {
    empty = await emptyDatabase()
  })
  afterAll(() => empty.drop())

  it('all succeed', async () => {
    const { ownerUrl, appUrl } = empty
    const instance = async (): Promise<void> => {
      await migrateDatabase({ ownerUrl, appUrl, folder: FOLDER })
      await migrateQueueSchema(ownerUrl, appUrl, queueNames)
    }
    await expect(Promise.all(Array.from({ length: 5 }, instance))).resolves.toHaveLength(5)
  })

  it('applied each migration once', async () => {
    const ours =
      await empty.owner`select hash, count(*)::int as n from drizzle.__drizzle_migrations group by 1`
    expect(ours.length).toBeGreaterThan(0)
    expect(ours.every(({ n }) => n === 1)).toBe(true)
    const [theirs] = await empty.owner`
      select count(*)::int as n, count(distinct version)::int as versions from bullmq.migration`
    expect(theirs?.['n']).toBeGreaterThan(0)
    expect(theirs?.['n']).toBe(theirs?.['versions'])
  })

  it.each(['ours', 'the queue library’s'])(
    'again and again beside each other: %s',
    async (which) => {
      const { ownerUrl, appUrl } = empty
      const once = (): Promise<void> =>
        which === 'ours'
          ? migrateDatabase({ ownerUrl, appUrl, folder: FOLDER })
          : migrateQueueSchema(ownerUrl, appUrl, queueNames)
      for (let round = 0; round < 5; round++)
        await expect(Promise.all(Array.from({ length: 5 }, once))).resolves.toHaveLength(5)
    },
  )

  it('fail, and end nothing else, where the server goes away while they wait', async () => {
    const { ownerUrl, appUrl, owner } = empty
    const proxy = await tcpProxy(ownerUrl)
    const migrating = await owner.reserve()
    try {
      // As another instance that migrates.
      await migrating`select pg_advisory_lock(7305465)`
      const waiting = migrateQueueSchema(proxy.urlThrough(ownerUrl), appUrl, queueNames)
      const goesAway = async (): Promise<void> => {
        await until(async () => {
          const [found] = await migrating`
            select from pg_locks where locktype = 'advisory' and not granted and objid = 7305465`
          return found !== undefined
        }, 'an instance that waits for its turn')
        await proxy.down()
      }
      await Promise.all([expect(waiting).rejects.toMatchObject({ code: 'ECONNRESET' }), goesAway()])
    } finally {
      await migrating`select pg_advisory_unlock(7305465)`
      migrating.release()
      await proxy.close()
    }
  })

  it('lets the app read and write, and not create, alter, drop or own', async () => {
    const { app } = empty
    expect(await app`select count(*)::int as n from outbox`).toEqual([{ n: 0 }])
    await expect(app`create table public.mine (id int)`).rejects.toMatchObject({ code: '42501' })
    await expect(app`alter table outbox add column mine int`).rejects.toMatchObject({
      code: '42501',
    })
    await expect(app`alter table outbox disable trigger all`).rejects.toMatchObject({
      code: '42501',
    })
    await expect(app`drop table inbox`).rejects.toMatchObject({ code: '42501' })
    await expect(app`truncate outbox`).rejects.toMatchObject({ code: '42501' })
    await expect(app`create schema mine`).rejects.toMatchObject({ code: '42501' })
    const owned = await app`
      select tablename from pg_tables where schemaname = 'public' and tableowner = current_user`
    expect(owned).toEqual([])
  })
})

describe('an upgrade from the first schema', () => {
  let empty: Empty
  let first: string
  beforeAll(async () => {
    empty = await emptyDatabase()
    // Its migrations as they were then: the first alone.
    first = await mkdtemp(join(tmpdir(), 'sedikit-migrations-'))
    await mkdir(join(first, 'meta'))
    await cp(join(FOLDER, '0000_daily_loop.sql'), join(first, '0000_daily_loop.sql'))
    const journal = JSON.parse(await readFile(join(FOLDER, 'meta/_journal.json'), 'utf8')) as {
      entries: unknown[]
    }
    const one = { ...journal, entries: journal.entries.slice(0, 1) }
    await writeFile(join(first, 'meta/_journal.json'), JSON.stringify(one))
  })
  afterAll(async () => {
    await empty.drop()
    await rm(first, { recursive: true, force: true })
  })

  it('keeps who learns, who is away, when the next lesson comes, and what was answered', async () => {
    const { ownerUrl, appUrl, owner } = empty
    await migrateDatabase({ ownerUrl, appUrl, folder: first })
    await owner.unsafe(`
      insert into people (id, telegram_id, chat_id, name, locale, timezone, lesson_minute, paused,
        last_seen_at, created_at)
      select ('00000000-0000-0000-0000-00000000000' || n)::uuid, n, n, 'P' || n, 'id',
        'Asia/Makassar', 540, n >= 3, '2026-11-23', '2026-11-23' from generate_series(1, 4) n;
      update people set paused_until = '2026-12-01T15:59:59Z' where telegram_id = 4;
      insert into enrolments (person_id, track_id, state, next_due_at, started_at, done_at) values
        ('00000000-0000-0000-0000-000000000001', 'fondasi', 'active', '2026-11-24T01:00Z', '2026-11-02', null),
        ('00000000-0000-0000-0000-000000000002', 'fondasi', 'done', null, '2026-11-02', '2026-11-20'),
        ('00000000-0000-0000-0000-000000000003', 'fondasi', 'active', null, '2026-11-03', null);
      insert into lesson_versions values ('l', 'h', 'fondasi', '{}', '2026-11-01');
      insert into question_versions values
        ('q', 'h', 'l', '{}', '2026-11-01'), ('q', 'h2', 'l', '{}', '2026-11-05');
      insert into answers (person_id, question_id, question_hash, occasion, option_key, correct, answered_at)
      values ('00000000-0000-0000-0000-000000000001', 'q', 'h', 'lesson:1', 'a', false, '2026-11-20T02:00Z');
      insert into calendar_days (day, kind, name) values ('2026-12-25', 'holiday', 'Natal')`)
    await migrateDatabase({ ownerUrl, appUrl, folder: FOLDER })
    const learners = await owner`
      select right(person_id::text, 1) as n, next_due_at::date::text as due, started_at::date::text as began
      from learners order by 1`
    expect(learners.map((row) => ({ ...row }))).toEqual([
      { n: '1', due: '2026-11-24', began: '2026-11-02' },
      { n: '2', due: '2026-11-20', began: '2026-11-02' },
      { n: '3', due: null, began: '2026-11-03' },
    ])
    const away = await owner`
      select telegram_id::int as n, paused, first_day::text, last_day::text
      from people p left join leaves on person_id = p.id where telegram_id >= 3 order by 1`
    expect(away.map((row) => ({ ...row }))).toEqual([
      { n: 3, paused: true, first_day: null, last_day: null },
      { n: 4, paused: false, first_day: '2026-11-23', last_day: '2026-12-01' },
    ])
    const cards =
      await owner`select question_id, due_day::text, lapsed, stability from review_cards`
    expect(cards.map((row) => ({ ...row }))).toEqual([
      { question_id: 'q', due_day: '2026-11-21', lapsed: true, stability: null },
    ])
    const latest = await owner`select hash, version from question_versions where latest`
    expect(latest.map((row) => ({ ...row }))).toEqual([{ hash: 'h2', version: 1 }])
    expect(await owner`select 1 from calendar_days where calendar_id is null`).toHaveLength(1)
  })

  it('is not begun from behind: an older version that starts on newer tables is refused', async () => {
    const { ownerUrl, appUrl } = empty
    await expect(migrateDatabase({ ownerUrl, appUrl, folder: first })).rejects.toThrow(
      'The database is newer than this program',
    )
  })
})

describe('a process that knows the app’s role alone', () => {
  let empty: Empty
  beforeAll(async () => {
    empty = await emptyDatabase()
  })
  afterAll(() => empty.drop())

  it('is told what to run where something is missing, and needs nobody where nothing is', async () => {
    const { ownerUrl, appUrl } = empty
    const asApp = (): Promise<void> =>
      migrateDatabase({ ownerUrl: appUrl, appUrl, folder: FOLDER, appendOnly: ['audit'] })
    await expect(asApp()).rejects.toMatchObject({
      message: expect.stringContaining('is not up to date, and the role') as string,
      hint: expect.stringContaining('sedikit migrate') as string,
    })
    await migrateDatabase({ ownerUrl, appUrl, folder: FOLDER, appendOnly: ['audit'] })
    await asApp()
    await expect(migrateQueueSchema(appUrl, appUrl, queueNames)).rejects.toMatchObject({
      name: 'UserError',
    })
    await migrateQueueSchema(ownerUrl, appUrl, queueNames)
    await migrateQueueSchema(appUrl, appUrl, queueNames)
    // As after an upgrade of which it is told too early.
    await empty.owner`delete from drizzle.__drizzle_migrations
      where id = (select max(id) from drizzle.__drizzle_migrations)`
    await expect(asApp()).rejects.toMatchObject({ name: 'UserError' })
  })
})
