import { sql } from 'drizzle-orm'
import { Redis } from 'ioredis'
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { connectDatabase, type Database } from '../../src/platform/db/index.ts'
import { silentLogger } from '../../src/platform/logger.ts'
import {
  openQueues,
  postgresBackend,
  redisBackend,
  WORKERS,
  type QueueBackend,
} from '../../src/platform/queue/index.ts'
import { cloneDatabase, type ClonedDatabase } from '../support/database.ts'
import { callInProcess, runCommand } from '../support/journey-process.ts'
import { until } from '../support/until.ts'
import { backends } from '../support/world.ts'

/** A Redis database that no other test looks into: the command uses the prefix of `npm start`. */
const REDIS_DATABASE = '/11'

/** More than are described. */
const MANY = 25

describe.each(backends)('queue show and queue drop, queues on %s', (kind) => {
  let cloned: ClonedDatabase
  let database: Database
  let backend: QueueBackend
  let env: Record<string, string>
  let emptyRedis: () => Promise<void>

  beforeEach(async () => {
    cloned = await cloneDatabase(inject('ownerUrl'), inject('appUrl'))
    database = connectDatabase(cloned.appUrl, { max: 2 })
    env = { DATABASE_URL: cloned.appUrl, DATABASE_OWNER_URL: cloned.ownerUrl }
    emptyRedis = () => Promise.resolve()
    if (kind === 'redis') {
      const url = new URL(REDIS_DATABASE, inject('redisUrl')).href
      env['REDIS_URL'] = url
      emptyRedis = async () => {
        const redis = new Redis(url)
        await redis.flushdb()
        redis.disconnect()
      }
      await emptyRedis()
    }
    const redisUrl = env['REDIS_URL']
    backend =
      redisUrl === undefined ? postgresBackend(cloned.appUrl, WORKERS) : redisBackend(redisUrl)
    // The queue's tables are made by whoever comes first.
    await callInProcess(['migrate'], env)
  })
  afterEach(async () => {
    await backend.close()
    await emptyRedis()
    await database.close()
    await cloned.drop()
  })

  /** Puts jobs of another program into both queues, and has a worker of ours come across them. */
  async function park(count: number): Promise<void> {
    const theirs = Array.from({ length: count }, () => ({ name: 'resize-picture', data: {} }))
    await backend.queue('outbox').addBulk(theirs)
    await backend
      .queue('ticks')
      .addBulk([{ name: `\u{1b}[31m${'x'.repeat(500)}`, data: 'no object' }])
    await backend.queue('outbox').addBulk([{ name: 'send', data: { rows: 'all' } }])
    const queues = openQueues(backend, silentLogger)
    const nothing = () => Promise.resolve()
    await queues.work(
      { send: nothing, reply: nothing, tick: nothing, export: nothing, import: nothing },
      {},
    )
    await until(async () => (await queues.parked(0)).count === count + 2, 'parked jobs')
    await queues.close()
  }

  const standing = (halted: string | null, pausedMs: number, rate: number | null) =>
    database.db.execute(sql`
      insert into pace (bot_id, halted, rate, paused_until_ms) values (123456, ${halted}, ${rate},
        extract(epoch from clock_timestamp()) * 1000 + ${pausedMs})
      on conflict (bot_id) do update
        set halted = excluded.halted, rate = excluded.rate, paused_until_ms = excluded.paused_until_ms`)

  it('show: nothing to tell before anything was sent', async () => {
    const { code, stdout, stderr } = await callInProcess(['queue', 'show'], env)
    expect([code, stdout, stderr]).toEqual([0, 'No parked jobs.\n', ''])
  })

  it('show: how sending stands, in words', async () => {
    const shown = async () => (await callInProcess(['queue', 'show'], env)).stdout.split('\n')[0]
    await standing(null, -1, null)
    expect(await shown()).toBe('Sending is on.')
    await standing(null, -1, 24.123)
    expect(await shown()).toBe('Sending is on; the rate found is 24.1 a second.')
    await standing(null, 3_600_000, null)
    expect(await shown()).toMatch(/^Bulk rests for (?:3600|359\d) s, as Telegram asked\.$/)
    await standing('Telegram refuses the token', 3_600_000, 24)
    expect(await shown()).toBe(
      'Sending is halted (Telegram refuses the token): start with a token that works. Nothing is lost.',
    )
  })

  it('show: what is none of ours, the newest described and all counted; drop: all of it goes', async () => {
    await park(MANY)
    const { code, stdout, stderr } = await runCommand(['queue', 'show'], env)
    expect([code, stderr]).toEqual([0, ''])
    const lines = stdout.trimEnd().split('\n')
    expect(lines[0]).toContain(`${MANY + 2} parked job(s), none of ours.`)
    expect(lines[0]).toContain('`queue drop` deletes them')
    // A head, and twenty of them.
    expect(lines).toHaveLength(21)
    expect(stdout).toContain('  outbox  resize-picture  Unknown job "resize-picture"')
    expect(stdout).not.toContain('\u{1b}')
    // What others call their jobs is theirs to decide: no line is longer for it.
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(220)

    const json = await callInProcess(['queue', 'show', '--json'], env)
    const shown = JSON.parse(json.stdout) as { parked: { count: number; jobs: unknown[] } }
    expect(shown).toMatchObject({ queues: kind, sending: [], parked: { count: MANY + 2 } })
    expect(shown.parked.jobs).toHaveLength(20)

    const dropped = await runCommand(['queue', 'drop'], env)
    expect(dropped).toEqual({ code: 0, stdout: `Dropped ${MANY + 2} parked job(s).\n`, stderr: '' })
    const after = await callInProcess(['queue', 'show', '--json'], env)
    expect(JSON.parse(after.stdout)).toMatchObject({ parked: { count: 0, jobs: [] } })
  })

  it('show: the job of ours whose shape nobody knows, by its queue', async () => {
    await park(1)
    const { stdout } = await callInProcess(['queue', 'show'], env)
    expect(stdout).toContain('  outbox  send  Job "send" of unknown shape')
    expect(stdout).toMatch(/^ {2}ticks {2}\ufffd\[31mx{75} {2}Unknown job "\ufffd\[31mx{75}"$/m)
  })

  it('drop: leaves alone what waits to be taken up', async () => {
    await backend.queue('outbox').addBulk([{ name: 'send', data: { rows: [1] } }])
    const { stdout } = await callInProcess(['queue', 'drop', '--json'], env)
    expect(JSON.parse(stdout)).toEqual({ dropped: 0 })
    const taken: unknown[] = []
    const queues = openQueues(backend, silentLogger)
    const nothing = () => Promise.resolve()
    const send = ({ rows }: { rows: number[] }) => Promise.resolve(void taken.push(...rows))
    await queues.work({ send, reply: nothing, tick: nothing, export: nothing, import: nothing }, {})
    await until(() => taken.length > 0, 'our own job')
    await queues.close()
    expect(taken).toEqual([1])
  })
})

describe('queue show and queue drop, where it cannot be looked', () => {
  it.each(['show', 'drop'])('%s: a Redis that is away, in words', async (verb) => {
    const cloned = await cloneDatabase(inject('ownerUrl'), inject('appUrl'))
    const { code, stdout, stderr } = await callInProcess(['queue', verb], {
      DATABASE_URL: cloned.appUrl,
      DATABASE_OWNER_URL: cloned.ownerUrl,
      REDIS_URL: 'redis://127.0.0.1:1',
    })
    await cloned.drop()
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr).toContain('Redis cannot be reached at 127.0.0.1:1')
    expect(stderr).not.toMatch(/^\s+at /m)
  })

  it.each(['show', 'drop'])('%s: an option that is none, with the usage', async (verb) => {
    const { code, stderr } = await callInProcess(['queue', verb, '--all'], {
      DATABASE_URL: 'postgres://u:p@127.0.0.1:1/d',
    })
    expect(stderr).toContain(`Usage: queue ${verb} [--json]`)
    expect(code).toBe(2)
  })
})
