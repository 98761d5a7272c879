import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate } from '../../src/app.ts'
import { pause } from '../../src/platform/elapsed.ts'
import { removeEmbeddedPostgres, startEmbeddedPostgres } from '../../src/platform/embedded/index.ts'
import { assertRedisAnswers } from '../../src/platform/queue/index.ts'
import { cloneDatabase, type ClonedDatabase } from '../../test/support/database.ts'

export interface Stand {
  readonly redisUrl: string
  readonly redisPid: number
  readonly folder: string
  /** A database of its own with all tables, on the one server. */
  database(): Promise<ClonedDatabase>
  /** Is closed with the stand, before its servers, however the bench ends. */
  alsoClose(step: () => Promise<unknown>): void
  close(): Promise<void>
}

/** As in `npm start`; only that several contenders need more connections than one program. */
const SETTINGS = { max_connections: '200' }

const ENDING = ['SIGINT', 'SIGTERM'] as const

/**
 * What the contenders stand on: one Postgres with the settings of `npm start` (durable: a commit
 * waits for the disk) and one Redis, each a process of its own and used by all of them.
 */
export async function openStand(): Promise<Stand> {
  const folder = await mkdtemp(join(tmpdir(), 'sedikit-bench-'))
  const dataDir = join(folder, 'postgres')
  const closing: (() => Promise<unknown>)[] = [
    () => rm(folder, { recursive: true, force: true }),
    () => removeEmbeddedPostgres(dataDir),
  ]
  let closed: Promise<void> | undefined
  const closeOnce = async (): Promise<void> => {
    for (const signal of ENDING) process.off(signal, onEnding)
    // One that cannot be closed any more does not keep the others open.
    for (const step of closing.toReversed()) {
      await step().catch((error: unknown) => {
        console.error('closing:', error)
      })
    }
  }
  // A signal may come while the bench closes by itself.
  const close = (): Promise<void> => (closed ??= closeOnce())
  // Ended early, a bench must not leave its servers behind; the contenders end with it.
  const onEnding = (): void => {
    close().then(
      () => process.exit(130),
      () => process.exit(1),
    )
  }
  for (const signal of ENDING) process.on(signal, onEnding)
  try {
    const postgres = await startEmbeddedPostgres({ dataDir, settings: SETTINGS })
    closing.push(() => postgres.stop())
    await migrate(postgres, undefined)
    const redis = await startRedis(folder)
    closing.push(() => endProcess(redis.process))
    return {
      redisUrl: redis.url,
      redisPid: redis.process.pid ?? 0,
      folder,
      database: () => cloneDatabase(postgres.ownerUrl, postgres.appUrl),
      alsoClose: (step) => {
        closing.push(step)
      },
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

async function endProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGTERM')
  await gone
}

async function startRedis(folder: string): Promise<{ url: string; process: ChildProcess }> {
  const port = await freePort()
  const child = spawn(
    'redis-server',
    ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--dir', folder],
    { stdio: 'ignore' },
  )
  const url = `redis://127.0.0.1:${port}`
  for (let tries = 0; ; tries++) {
    try {
      await assertRedisAnswers(url, 500)
      return { url, process: child }
    } catch (error) {
      if (tries > 50) throw error
      await pause(100)
    }
  }
}

/** One that nobody listens on now. */
export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}
