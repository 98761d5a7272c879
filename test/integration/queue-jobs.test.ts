import { Queue, createPostgresBackend, type PostgresConnectionOptions } from 'bullmq'
import { sql } from 'drizzle-orm'
import { rowsOf } from '../../src/platform/db/index.ts'
import { Redis } from 'ioredis'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { insertMessages } from '../../src/messaging/index.ts'
import { POOLS } from '../../src/app/infrastructure.ts'
import { jobs } from '../../src/platform/queue/jobs.ts'
import { poolSize } from '../../src/platform/queue/backend.ts'
import { createLogger } from '../../src/platform/logger.ts'
import {
  openQueues,
  postgresBackend,
  redisBackend,
  WORKERS,
  type Queues,
} from '../../src/platform/queue/index.ts'
import { marks, note, openChats } from '../support/ledger-notes.ts'
import { until } from '../support/until.ts'
import { backends, openWorld, type World } from '../support/world.ts'

/** The part of BullMQ's queue that these tests use, the same on both backends. */
interface ForeignQueue {
  addBulk(
    jobs: { name: string; data: unknown; opts?: { removeOnFail?: boolean; attempts?: number } }[],
  ): Promise<unknown>
  getJobCounts(...states: ('failed' | 'waiting' | 'active')[]): Promise<Record<string, number>>
  getFailed(): Promise<{ failedReason: string }[]>
  close(): Promise<void>
}

describe.each(backends)('jobs that are none of ours, queues on %s', (backend) => {
  let world: World
  let queue: ForeignQueue
  let ours: Queues
  let closeConnection: () => Promise<void>
  const lines: { level: number; msg: string; job?: string; count?: number }[] = []
  const log = createLogger('info', { write: (line) => lines.push(JSON.parse(line) as never) })

  beforeAll(async () => {
    world = await openWorld({ backend, app: { log } })
    const [row] = await rowsOf<{ name: string }>(
      world.app.db,
      sql`select current_database() as name`,
    )
    const database = row?.name ?? ''
    if (backend === 'redis') {
      const connection = new Redis(inject('redisUrl') ?? '')
      queue = new Queue('outbox', { connection, prefix: database })
      const own = redisBackend(inject('redisUrl') ?? '', database)
      ours = openQueues(own, log)
      closeConnection = async () => {
        connection.disconnect()
        await own.close()
      }
    } else {
      const url = new URL(inject('appUrl'))
      url.pathname = `/${database}`
      const pool = new pg.Pool({
        connectionString: url.href,
        max: 4,
        options: '-c search_path=bullmq',
      })
      queue = new Queue(
        'outbox',
        { connection: pool as unknown as PostgresConnectionOptions },
        createPostgresBackend,
      )
      const own = postgresBackend(url.href, WORKERS)
      ours = openQueues(own, log)
      closeConnection = async () => {
        await pool.end()
        await own.close()
      }
    }
  })
  afterAll(async () => {
    await ours.close()
    await queue.close()
    await closeConnection()
    await world.close()
  })

  it('fail, stay to be looked at, and do not stop the worker', async () => {
    await queue.addBulk([
      { name: 'from-the-future', data: { rows: [1] } },
      { name: 'send', data: { rows: 'all' } },
      { name: 'send', data: { rows: [] } },
      { name: 'send', data: null },
      { name: 'send', data: { rows: Array.from({ length: 65 }, (_, i) => i + 1) } },
      { name: 'send', data: { rows: [-1] } },
    ])
    await until(async () => (await queue.getJobCounts('failed'))['failed'] === 6, 'six failed jobs')
    const reasons = (await queue.getFailed()).map((job) => job.failedReason)
    expect(reasons.some((reason) => reason.includes('Unknown job "from-the-future"'))).toBe(true)
    const [id = 0] = openChats(world.simulator, 7000, 1)
    await world.idle()
    await insertMessages(world.app.db, [note('lesson', id, 'after')], { now: world.clock.now() })
    await world.idle()
    expect(marks(world.simulator)).toEqual(['after'])
  })

  it('a job for rows that are not there, or are sent already, does nothing', async () => {
    const before = world.simulator.ledger.accepted
    const [sent] = await rowsOf<{ id: string }>(
      world.app.db,
      sql`select id from outbox where state = 'sent' order by id desc limit 1`,
    )
    await queue.addBulk([{ name: 'send', data: { rows: [Number(sent?.id), 999_999_999] } }])
    await until(async () => {
      const counts = await queue.getJobCounts('waiting', 'active')
      return (counts['waiting'] ?? 0) + (counts['active'] ?? 0) === 0
    }, 'an empty queue')
    expect(world.simulator.ledger.accepted).toBe(before)
    expect((await queue.getJobCounts('failed'))['failed']).toBe(6)
  })

  it('are counted for whoever looks after it, described, and told in the log once a name', async () => {
    const parked = await ours.parked(3)
    expect(parked.count).toBe(6)
    expect(parked.jobs).toHaveLength(3)
    expect(parked.jobs[0]).toMatchObject({ queue: 'outbox', reason: expect.stringContaining('"') })
    const told = lines.filter(({ level, msg }) => level >= 50 && msg.includes('parked'))
    expect(told.map(({ job, count }) => `${job} ${count}`)).toEqual(['from-the-future 1', 'send 1'])
    const ready = await fetch(`http://127.0.0.1:${world.app.webPort}/readyz`)
    expect([ready.status, await ready.json()]).toEqual([
      200,
      { ok: true, sending: 'on', parkedJobs: 6 },
    ])
  })

  it('are kept although their owner wanted them tried again, or removed when they fail', async () => {
    await queue.addBulk([
      { name: 'theirs', data: {}, opts: { removeOnFail: true, attempts: 5 } },
      { name: 'theirs', data: {}, opts: { removeOnFail: true } },
    ])
    await until(async () => (await ours.parked(0)).count === 8, 'eight parked jobs')
    const { jobs } = await ours.parked(8)
    expect(jobs.filter(({ name }) => name === 'theirs')).toHaveLength(2)
  })

  it('by the hundred do not keep our rows from going out, nor fill the log', async () => {
    const theirs = { name: 'resize-picture', data: { url: 'https://example.org/1.png' } }
    await queue.addBulk(Array.from({ length: 500 }, () => theirs))
    const ids = openChats(world.simulator, 7100, 20)
    await insertMessages(
      world.app.db,
      ids.map((id) => note('lesson', id, `among-${id}`)),
      { now: world.clock.now() },
    )
    await queue.addBulk(Array.from({ length: 500 }, () => theirs))
    await until(
      () => marks(world.simulator).filter((mark) => mark.startsWith('among-')).length === 20,
      'our own rows sent',
    )
    await until(async () => (await ours.parked(0)).count === 1008, 'theirs parked, every one')
    const counts = lines.filter(({ job }) => job === 'resize-picture').map(({ count }) => count)
    expect(counts).toEqual([1, 10, 100, 1000])
  })

  it('go when somebody drops them, and ours go on', async () => {
    expect(await ours.dropParked()).toBe(1008)
    expect(await ours.parked(5)).toEqual({ count: 0, jobs: [] })
    const [id = 0] = openChats(world.simulator, 7150, 1)
    await insertMessages(world.app.db, [note('lesson', id, 'dropped')], { now: world.clock.now() })
    await until(() => marks(world.simulator).includes('dropped'), 'a row after the drop')
  })
})

describe.each(backends)('connections to Postgres, queues on %s', (backend) => {
  let world: World
  beforeAll(async () => {
    world = await openWorld({ backend })
  })
  afterAll(() => world.close())

  it('stay within the pools’ sizes while busy, and are few when several apps run', async () => {
    const second = await world.startApp()
    const ids = openChats(world.simulator, 7200, 100)
    await insertMessages(
      world.app.db,
      Array.from({ length: 500 }, (_, i) => note('announcement', ids[i % 100] ?? 0, `c${i}`)),
      { now: world.clock.now() },
    )
    const most = new Map<string, number>()
    await until(async () => {
      const counts = await rowsOf<{ name: string; n: number }>(
        world.app.db,
        sql`
        select application_name as name, count(*)::int as n from pg_stat_activity
        where datname = current_database() and application_name <> 'sedikit-migrate' group by 1`,
      )
      // The one that migrated may still be going home.
      for (const { name, n } of counts) most.set(name, Math.max(most.get(name) ?? 0, n))
      return marks(world.simulator).length >= 500
    }, 'five hundred messages')
    await second.stop()
    // BullMQ names what listens for a worker after its queue.
    const queues = new Set<string>(Object.values(jobs).map((job) => job.queue))
    const inQueue = (name: string): boolean => name === 'sedikit-queue' || queues.has(name)
    const sum = (of: (name: string) => boolean): number =>
      [...most].reduce((total, [name, n]) => total + (of(name) ? n : 0), 0)
    if (backend === 'postgres') expect(sum(inQueue)).toBeGreaterThan(0)
    expect(sum(inQueue)).toBeLessThanOrEqual(backend === 'postgres' ? 2 * poolSize(WORKERS) : 0)
    expect(sum((name) => name === 'sedikit-app')).toBeLessThanOrEqual(2 * POOLS.app)
    expect(sum((name) => name === 'sedikit-intake')).toBeLessThanOrEqual(2 * POOLS.intake)
    // Each app's sign of life and its wait for the poller's place. Nothing runs under another name.
    expect(sum((name) => /^sedikit-(w|poller)-/.test(name))).toBeLessThanOrEqual(2 * 2)
    const known = (name: string): boolean =>
      inQueue(name) || /^sedikit-(app|intake|w-.+|poller-.+)$/.test(name)
    expect([...most.keys()].filter((name) => !known(name))).toEqual([])
  }, 90_000)
})
