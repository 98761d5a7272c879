import { mkdir, realpath } from 'node:fs/promises'
import { join } from 'node:path'
import { UserError } from '../errors.ts'
import { findBinaries, majorVersion, runnableBinaries } from './binaries.ts'
import { claimFolder } from './claim.ts'
import { explainFileError } from './failure.ts'
import { handOver, pendingHandover, type Handover } from './handover.ts'
import { clusterIn, settleHome, settledHome } from './home.ts'
import { createCluster, removeStages } from './initdb.ts'
import { launchServer } from './launch.ts'
import { appRole, ownerRole, provision } from './provision.ts'
import { findRunningServer } from './running.ts'
import type { RunningServer } from './running.ts'
import { createSecrets, readSecrets, secretsFile } from './secrets.ts'
import type { Secrets } from './secrets.ts'
import { chooseServerUser } from './server-user.ts'
import { defaultShelter, exists } from './shelter.ts'
import { stopServer } from './stop.ts'
import { urlOf } from './urls.ts'

export interface EmbeddedPostgres {
  /** Owns the database and migrates it; may create databases. */
  readonly ownerUrl: string
  /** The app's own role: neither owner nor superuser. */
  readonly appUrl: string
  readonly port: number
  /** The postmaster's process number. */
  readonly pid: number
  /** Postgres' own data directory: below the data folder, or where its pointer file says. */
  readonly clusterDir: string
  /** True when a server that outlived a killed process was taken over. */
  readonly adopted: boolean
  /** Set when it takes the place of one of another major version: it is empty, or was being filled. */
  readonly handover: Handover | undefined
  /** Fast shutdown; resolves when the postmaster is gone. May be called again. */
  stop(): Promise<void>
}

export interface EmbeddedOptions {
  /** A folder for this server alone; made if missing. Its files are named in docs/decisions/. */
  readonly dataDir: string
  readonly log?: (line: string) => void
  /** Settings of Postgres over our defaults. Data is durable unless `fsync` is off here. */
  readonly settings?: Readonly<Record<string, string>>
  /** Root only: where things go that the server's user cannot reach otherwise. */
  readonly shelter?: string
}

/**
 * Starts a real Postgres in `dataDir`, or takes over the one that a killed process left running
 * there. It lives in a session of its own until `stop()`. Throws a UserError when another living
 * process uses the folder, when the binaries are missing, or when disk or permissions forbid it.
 */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const found = findBinaries()
  try {
    await mkdir(options.dataDir, { recursive: true })
    const dataDir = await realpath(options.dataDir)
    const claim = await claimFolder(dataDir)
    try {
      const { server, secrets, clusterDir, adopted, handover } = await serve(
        found,
        dataDir,
        options,
      )
      const stop = async () => {
        await stopServer(server)
        await claim.release()
      }
      let stopping: Promise<void> | undefined
      try {
        await provision(server.port, secrets)
      } catch (error) {
        await stop()
        throw error
      }
      return {
        ownerUrl: urlOf(ownerRole, secrets.owner, server.port),
        appUrl: urlOf(appRole, secrets.app, server.port),
        port: server.port,
        pid: server.pid,
        clusterDir,
        adopted,
        handover,
        stop: async () => await (stopping ??= stop()),
      }
    } catch (error) {
      await claim.release()
      throw error
    }
  } catch (error) {
    throw explainFileError(error, options.dataDir)
  }
}

interface Serving {
  readonly server: RunningServer
  readonly secrets: Secrets
  readonly clusterDir: string
  readonly adopted: boolean
  readonly handover: Handover | undefined
}

async function serve(
  found: ReturnType<typeof findBinaries>,
  dataDir: string,
  options: EmbeddedOptions,
): Promise<Serving> {
  const { log = () => undefined, settings = {}, shelter = defaultShelter } = options
  const settled = await settledHome(dataDir)
  const user = await chooseServerUser([...(settled ? [clusterIn(settled)] : []), dataDir])
  const home = settled ?? (await settleHome(dataDir, user, shelter))
  const clusterDir = clusterIn(home)
  const known = await readSecrets(dataDir)
  const first = !(await exists(clusterDir))
  const secrets = known ?? (first ? await createSecrets(dataDir) : undefined)
  if (secrets === undefined) {
    throw new UserError(`${secretsFile(dataDir)} is missing: it holds the database's passwords`, {
      hint: `Restore it from a backup, or remove ${clusterDir} to begin with an empty database.`,
    })
  }
  await removeStages(home)

  const running = first ? undefined : await findRunningServer(clusterDir)
  if (running !== undefined) {
    log(`took over the Postgres that was left running (pid ${running.pid})`)
    const handover = await pendingHandover(dataDir)
    return { server: running, secrets, clusterDir, adopted: true, handover }
  }
  const binaries = await runnableBinaries(found, user, shelter)
  const handover = await handOver(dataDir, clusterDir, await majorVersion(binaries))
  const fresh = !(await exists(clusterDir))
  if (fresh) {
    log(`making a new database in ${clusterDir}`)
    const durable = settings['fsync'] !== 'off'
    await createCluster({ binaries, home, clusterDir, user, password: secrets.superuser, durable })
  }
  const logFile = join(dataDir, 'server.log')
  const server = await launchServer({ binaries, clusterDir, logFile, user, settings, log })
  log(`Postgres runs on 127.0.0.1:${server.port} (pid ${server.pid})`)
  return { server, secrets, clusterDir, adopted: false, handover }
}
