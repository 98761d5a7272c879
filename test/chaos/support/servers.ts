import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import { migrate } from '../../../src/app.ts'
import {
  removeEmbeddedPostgres,
  startEmbeddedPostgres,
} from '../../../src/platform/embedded/index.ts'
import { assertRedisAnswers } from '../../../src/platform/queue/index.ts'
import { tcpProxy, type TcpProxy } from '../../support/tcp-proxy.ts'
import { until } from '../../support/until.ts'

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const probe = createServer()
  probe.listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

/** A Redis that is this test's alone, so that it may be emptied, killed and started again. */
export interface OwnRedis {
  readonly url: string
  flushAll(): Promise<void>
  /** kill -9; nothing that it held is kept. */
  kill(): Promise<void>
  start(): Promise<void>
  stop(): Promise<void>
}

/** @param settings over those of a Redis that keeps nothing, as `redis-server` takes them */
export async function ownRedis(settings: readonly string[] = []): Promise<OwnRedis> {
  const folder = await mkdtemp(join(tmpdir(), 'sedikit-chaos-redis-'))
  const port = await freePort()
  const url = `redis://127.0.0.1:${port}`
  let child: ChildProcess | undefined

  async function start(): Promise<void> {
    child = spawn(
      'redis-server',
      ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--dir', folder, ...settings],
      { stdio: 'ignore' },
    )
    await until(
      () =>
        assertRedisAnswers(url, 500).then(
          () => true,
          () => false,
        ),
      'a Redis that answers',
    )
  }

  async function kill(): Promise<void> {
    if (child === undefined) return
    const ended = once(child, 'exit')
    child.kill('SIGKILL')
    await ended
    child = undefined
  }

  await start()
  return {
    url,
    start,
    kill,
    async flushAll() {
      const redis = new Redis(url)
      await redis.flushall()
      redis.disconnect()
    },
    async stop() {
      await kill()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** A Postgres that is this test's alone, at addresses that it keeps over restarts. */
export interface OwnPostgres {
  readonly ownerUrl: string
  readonly appUrl: string
  /** For the app: a way of its own, which may be broken while the test looks on by the other. */
  readonly proxy: TcpProxy
  /** kill -9 of the server itself: what it has not written to its log of changes is gone. */
  kill(): Promise<void>
  start(): Promise<void>
  stop(): Promise<void>
}

export async function ownPostgres(migrated: boolean): Promise<OwnPostgres> {
  const folder = await mkdtemp(join(tmpdir(), 'sedikit-chaos-postgres-'))
  const dataDir = join(folder, 'postgres')
  // The log of changes is kept, and a kill of processes loses nothing that the system has: without
  // fsync a crash of the server is survived, one of the machine is not.
  const begin = () =>
    startEmbeddedPostgres({ dataDir, settings: { fsync: 'off', max_connections: '200' } })
  let server = await begin()
  if (migrated) await migrate(server, undefined)
  const proxy = await tcpProxy(server.appUrl)
  const address = await tcpProxy(server.appUrl)
  return {
    ownerUrl: address.urlThrough(server.ownerUrl),
    appUrl: address.urlThrough(server.appUrl),
    proxy,
    async kill() {
      process.kill(server.pid, 'SIGKILL')
      await server.stop()
    },
    async start() {
      server = await begin()
      for (const way of [proxy, address]) way.retarget(server.appUrl)
    },
    async stop() {
      await Promise.all([proxy.close(), address.close()])
      await server.stop()
      await removeEmbeddedPostgres(dataDir)
      await rm(folder, { recursive: true, force: true })
    },
  }
}
