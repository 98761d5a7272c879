import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { loadLessons, migrate } from '../../src/app.ts'
import { storeSearch } from '../../src/content/index.ts'
import { withDatabase } from '../../src/platform/db/index.ts'
import { pause } from '../../src/platform/elapsed.ts'
import { readSecrets } from '../../src/platform/embedded/secrets.ts'
import { removeEmbeddedPostgres, startEmbeddedPostgres } from '../../src/platform/embedded/index.ts'
import { assertRedisAnswers } from '../../src/platform/queue/index.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The migrated template database, as its owner. */
    ownerUrl: string
    /** The same as the app's role. */
    appUrl: string
    /** As an operator has it who sets a server up. */
    superuserUrl: string
    /** Undefined where there is no redis-server. */
    redisUrl: string | undefined
  }
}

/**
 * One real Postgres and one real Redis for all test files. Each file clones the template database
 * and takes a key prefix of its own, so that files run side by side.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'sedikit-test-'))
  const dataDir = join(folder, 'postgres')
  const postgres = await startEmbeddedPostgres({
    dataDir,
    settings: {
      fsync: 'off',
      synchronous_commit: 'off',
      full_page_writes: 'off',
      max_connections: '200',
      // Its workers are the superuser's: a database that one looks at cannot be dropped by its owner.
      autovacuum: 'off',
    },
  })
  await migrate(postgres, undefined)
  await indexLessons(postgres.appUrl)
  project.provide('ownerUrl', postgres.ownerUrl)
  project.provide('appUrl', postgres.appUrl)
  const { superuser = '' } = (await readSecrets(dataDir)) ?? {}
  const superuserUrl = `postgres://postgres:${superuser}@127.0.0.1:${postgres.port}/postgres`
  project.provide('superuserUrl', superuserUrl)
  const redis = await startRedis(folder).catch(async (error: unknown) => {
    await postgres.stop()
    throw error
  })
  project.provide('redisUrl', redis?.url)
  return async () => {
    redis?.process.kill('SIGTERM')
    await postgres.stop()
    await removeEmbeddedPostgres(dataDir)
    await rm(folder, { recursive: true, force: true })
  }
}

/** The shipped lessons can be searched in each clone: what is no more than read from them is made once. */
async function indexLessons(appUrl: string): Promise<void> {
  const catalogue = await loadLessons(new URL('../../lessons', import.meta.url).pathname)
  await withDatabase(appUrl, (db) => storeSearch(db, catalogue))
}

/** @throws Error in CI without redis-server: there its suite must not be passed over */
async function startRedis(
  folder: string,
): Promise<{ url: string; process: ChildProcess } | undefined> {
  if (spawnSync('redis-server', ['--version']).error !== undefined) {
    const words = 'redis-server is not installed, so the suite on Redis cannot run'
    // The one place in the tests where the environment decides; see CONTRIBUTING.
    if (globalThis.process.env['CI'] === 'true') throw new Error(words)
    console.warn(`${words}; the suite on Postgres runs all the same.`)
    return undefined
  }
  const port = await freePort()
  const child = spawn(
    'redis-server',
    ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--dir', folder],
    { stdio: 'ignore' },
  )
  const url = `redis://127.0.0.1:${port}`
  const givenUp = performance.now() + REDIS_STARTS_WITHIN_MS
  for (;;) {
    try {
      await assertRedisAnswers(url, 500)
      return { url, process: child }
    } catch (error) {
      if (performance.now() > givenUp) {
        child.kill('SIGKILL')
        throw error
      }
      await pause(20)
    }
  }
}

/** On a machine that others use as well it has been seen to take more than a second. */
const REDIS_STARTS_WITHIN_MS = 30_000

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}
