import { randomBytes } from 'node:crypto'
import { chown, mkdir, open, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Binaries } from './binaries.ts'
import { serverFailure } from './failure.ts'
import { serverProcesses, signalProcess, waitUntil } from './processes.ts'
import { run } from './run.ts'
import type { ServerUser } from './run.ts'

const stagePrefix = 'stage-'

export interface NewCluster {
  readonly binaries: Binaries
  /** The folder that gets the new folder `cluster`. */
  readonly home: string
  readonly clusterDir: string
  readonly user: ServerUser | undefined
  readonly password: string
  /** False only for data that may be lost with the machine: tests. */
  readonly durable: boolean
}

/**
 * Makes a cluster, whole or not at all: initdb works in a staging folder, which is renamed when it
 * is complete, so a `cluster` folder that exists can be started. Collation and character classes
 * are Postgres' own C.UTF-8: the same on every system, and no update of the C library silently
 * breaks an index.
 */
export async function createCluster(cluster: NewCluster): Promise<void> {
  const { home, clusterDir, user, durable } = cluster
  const stage = join(home, `${stagePrefix}${randomBytes(6).toString('hex')}`)
  const data = join(stage, 'data')
  const passwordFile = join(stage, 'password')
  try {
    await mkdir(stage, { mode: 0o700 })
    await writeFile(passwordFile, `${cluster.password}\n`, { mode: 0o600 })
    if (user !== undefined) {
      await chown(passwordFile, user.uid, user.gid)
      await chown(stage, user.uid, user.gid)
    }
    const result = await initdb(cluster, data, passwordFile)
    if (result.code !== 0) throw serverFailure('initdb failed', result.output, home)
    await rename(data, clusterDir)
    if (durable) await syncFolder(home)
  } finally {
    await removeStage(stage)
  }
}

/** Removes what an initdb left that was killed together with us, after ending it if it still runs. */
export async function removeStages(home: string): Promise<void> {
  for (const name of await readdir(home)) {
    if (!name.startsWith(stagePrefix)) continue
    const data = join(home, name, 'data')
    for (const pid of await serverProcesses(data)) signalProcess(pid, 'SIGTERM')
    await waitUntil(async () => (await serverProcesses(data)).length === 0, 10_000)
    await removeStage(join(home, name))
  }
}

async function initdb({ binaries, user, durable }: NewCluster, data: string, passwordFile: string) {
  const attempt = async (characterClasses: string) =>
    run(
      binaries.initdb,
      [
        '-D',
        data,
        '--username=postgres',
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--locale=C',
        `--lc-ctype=${characterClasses}`,
        '--no-instructions',
        ...(durable ? [] : ['--no-sync']),
      ],
      { user },
    )
  // pg_trgm and text search still ask the C library what a letter is. Where it has no locale of
  // this name only ASCII letters count for these two.
  const result = await attempt(process.platform === 'darwin' ? 'UTF-8' : 'C.UTF-8')
  return /invalid locale/.test(result.output) ? await attempt('C') : result
}

/** initdb's last child may still be writing when it was killed: hence the retries. */
async function removeStage(stage: string): Promise<void> {
  await rm(stage, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 })
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
