import { sql } from 'drizzle-orm'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import type { Role } from '../../src/app.ts'
import { movableClock } from '../../src/platform/clock.ts'
import { connectDatabase, type Database } from '../../src/platform/db/index.ts'
import { startSimulator, type Simulator } from '../../src/simulator/index.ts'
import { cloneDatabase, type ClonedDatabase } from '../support/database.ts'
import { readExposition } from '../support/exposition.ts'
import { freePort } from '../support/free-port.ts'
import { spawnApp } from '../support/spawn-app.ts'
import { tcpProxy, type TcpProxy } from '../support/tcp-proxy.ts'
import { until } from '../support/until.ts'
import { backends } from '../support/world.ts'

/** Tuesday, nine in Makassar. */
const NINE = '2026-11-24T01:00:00.000Z'

/** Elapsed milliseconds within which whoever asks is answered, whatever hangs. */
const ANSWERS_MS = 10_000

describe.each(backends)('a process that serves no pages, queues on %s', (backend) => {
  let database: ClonedDatabase
  let own: Database
  let simulator: Simulator
  let postgres: TcpProxy
  let redis: TcpProxy | undefined
  let children: ChildProcess[]

  beforeEach(async () => {
    children = []
    database = await cloneDatabase(inject('ownerUrl'), inject('appUrl'))
    own = connectDatabase(database.ownerUrl, { max: 1 })
    simulator = await startSimulator({ clock: movableClock(new Date(NINE)) })
    postgres = await tcpProxy(database.appUrl)
    const redisUrl = inject('redisUrl')
    redis = backend === 'redis' && redisUrl !== undefined ? await tcpProxy(redisUrl) : undefined
  })
  afterEach(async () => {
    for (const child of children) {
      child.kill('SIGKILL')
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    }
    await postgres.close()
    await redis?.close()
    await simulator.close()
    await own.close()
    await database.drop()
  })

  /** @returns asks the process a path, and gives status and body */
  async function start(role: Role): Promise<(path: string) => Promise<[number, string]>> {
    const port = await freePort()
    const redisUrl = inject('redisUrl') ?? ''
    children.push(
      await spawnApp({
        backend,
        civilStart: NINE,
        simulatorUrl: simulator.url,
        ownerUrl: database.ownerUrl,
        appUrl: postgres.urlThrough(database.appUrl),
        sendRate: 100,
        only: [role],
        env: {
          HEALTH_PORT: String(port),
          ...(redis === undefined ? {} : { REDIS_URL: redis.urlThrough(redisUrl) }),
        },
      }),
    )
    return async (path) => {
      const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
        signal: AbortSignal.timeout(ANSWERS_MS),
      })
      return [answer.status, await answer.text()]
    }
  }

  const READY = [200, '{"ok":true,"sending":"on","parkedJobs":0}']
  const missing = (part: string): unknown[] => [503, `{"ok":false,"missing":["${part}"]}`]

  it('says that it lives, whether it is ready and what is missing, and counts', async () => {
    const ask = await start('worker')
    expect(await ask('/healthz')).toEqual([200, '{"ok":true}'])
    expect(await ask('/readyz?x=1')).toEqual(READY)
    expect((await ask('/dasbor/'))[0]).toBe(404)
    const [status, text] = await ask('/metrics')
    expect(status).toBe(200)
    const { sum } = readExposition(text)
    expect(sum('sedikit_info', { roles: 'worker' })).toBe(1)
    expect(sum('sedikit_ready')).toBe(1)

    // Nothing comes back, and nothing ends: the worst way of being away.
    postgres.hang()
    await until(async () => (await ask('/readyz'))[0] === 503, 'that the database is missed')
    expect(await ask('/healthz')).toEqual([200, '{"ok":true}'])
    expect((await ask('/readyz'))[1]).toContain('"database"')
    const lame = readExposition((await ask('/metrics'))[1])
    expect(lame.sum('sedikit_ready')).toBe(0)
    postgres.flow()
    await until(async () => (await ask('/readyz'))[0] === 200, 'that it is ready again')

    // As after a start of an older program's database that nobody has migrated.
    await own.db.execute(sql`
      delete from drizzle.__drizzle_migrations
      where id = (select max(id) from drizzle.__drizzle_migrations)`)
    await until(async () => (await ask('/readyz'))[0] === 503, 'that a migration is missed')
    expect(await ask('/readyz')).toEqual(missing('migrations'))
  })

  it.runIf(backend === 'redis')(
    'misses the queues where its work comes from them, and nowhere else',
    async () => {
      const [worker, bot] = await Promise.all([start('worker'), start('bot')])
      expect([await worker('/readyz'), await bot('/readyz')]).toEqual([READY, READY])
      await redis?.down()
      await until(async () => (await worker('/readyz'))[0] === 503, 'that Redis is missed')
      expect(await worker('/readyz')).toEqual(missing('queues'))
      const without = '{"ok":true,"sending":"on","parkedJobs":null}'
      await until(async () => (await bot('/readyz'))[1] === without, 'that the bot sees it')
      expect(await bot('/readyz')).toEqual([200, without])
      await redis?.up()
      await until(async () => (await worker('/readyz'))[0] === 200, 'that it is ready again')
    },
  )
})
