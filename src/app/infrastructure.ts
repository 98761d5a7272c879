import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { holdsAnything, inspectBackup, restore } from '../backups/index.ts'
import { systemClock } from '../platform/clock.ts'
import type { Config } from '../platform/config.ts'
import {
  connectDatabase,
  excessRights,
  migrateDatabase,
  readMigrations,
  type Database,
  type Migration,
} from '../platform/db/index.ts'
import { messageOf } from '../platform/errors.ts'
import type { Logger } from '../platform/logger.ts'
import {
  assertRedisAnswers,
  migrateQueueSchema,
  postgresBackend,
  queueNames,
  redisBackend,
  WORKERS,
  type QueueBackend,
} from '../platform/queue/index.ts'

/** Where the databases are: a server that was named, or one of our own. */
export interface Databases {
  readonly ownerUrl: string
  readonly appUrl: string
  stop(): Promise<void>
}

export interface InfrastructureOptions {
  readonly config: Config
  /** Where an embedded Postgres keeps its data. */
  readonly dataDir: string
  readonly log: Logger
  /** Settings for an embedded Postgres, for tests and benches. */
  readonly postgresSettings?: Readonly<Record<string, string>>
}

const MIGRATIONS = fileURLToPath(new URL('../../drizzle', import.meta.url))

/**
 * The Postgres that the configuration names, or the embedded one.
 *
 * @throws UserError when the embedded one cannot be started
 */
export async function openDatabases(options: InfrastructureOptions): Promise<Databases> {
  const { databaseUrl, databaseOwnerUrl } = options.config
  if (databaseUrl !== undefined) {
    return {
      ownerUrl: databaseOwnerUrl ?? databaseUrl,
      appUrl: databaseUrl,
      stop: () => Promise.resolve(),
    }
  }
  // Loaded here alone: the image is built without it.
  const { endHandover, startEmbeddedPostgres } = await import('../platform/embedded/index.ts')
  const dataDir = join(options.dataDir, 'postgres')
  const server = await startEmbeddedPostgres({
    dataDir,
    log: (line) => {
      options.log.debug(line)
    },
    ...(options.postgresSettings === undefined ? {} : { settings: options.postgresSettings }),
  })
  if (server.handover === undefined) return server
  try {
    await carryOver(server.ownerUrl, server.handover, options.log)
    await endHandover(dataDir)
    return server
  } catch (error) {
    await server.stop()
    throw error
  }
}

/**
 * Brings what an embedded Postgres of another major version held into the new one. When it fails, or is
 * broken off, the next start does it again: nothing is taken for an empty database meanwhile.
 */
async function carryOver(
  ownerUrl: string,
  { backup, kept }: { readonly backup: string; readonly kept: string },
  log: Logger,
): Promise<void> {
  if (!(await holdsAnything(ownerUrl))) {
    log.warn({ backup, kept }, 'another major version of Postgres: its data is carried over')
    const migrations = knownMigrations()
    const now = systemClock.now()
    await restore({ backup: await inspectBackup(backup), ownerUrl, migrations, now })
  }
  log.warn({ kept }, 'the data was carried over; the old files are kept, and may be deleted')
}

/** Every step of the schema that this program knows, in their order. */
export function knownMigrations(): Migration[] {
  return readMigrations(MIGRATIONS)
}

/** Brings both schemas up to date: ours, and that of the queues where they stand on Postgres. */
export async function migrate(databases: Databases, redisUrl: string | undefined): Promise<void> {
  const { ownerUrl, appUrl } = databases
  await migrateDatabase({ ownerUrl, appUrl, folder: MIGRATIONS, appendOnly: ['audit'] })
  if (redisUrl === undefined) await migrateQueueSchema(ownerUrl, appUrl, queueNames)
}

/** Connections of the app's own pool: handlers, senders and sweeps side by side. */
export const POOLS = { app: 12, intake: 2 }

/** Elapsed milliseconds after which storing an update fails, so that Telegram keeps it. */
export const INTAKE_PATIENCE_MS = 3000
/** No statement of ours takes this long, planning a hundred thousand included: it goes in batches. */
const PATIENCE_MS = 30_000

/** What the operator can mend; nothing is refused for it. The embedded server's roles are ours. */
async function tellExcessRights(
  { db }: Database,
  { config, log }: InfrastructureOptions,
): Promise<void> {
  if (config.databaseUrl === undefined) return
  const rights = await excessRights(db)
  if (rights.length === 0) return
  log.warn({ rights }, 'the role of DATABASE_URL may do more than it needs; see docs/hardening.md')
}

export interface Infrastructure {
  readonly databases: Databases
  readonly database: Database
  /** For storing what comes in: never waits behind anything else, nor long for a server that is away. */
  readonly intake: Database
  readonly queues: QueueBackend
}

/** @throws UserError when the database or Redis cannot be reached */
export async function openInfrastructure(
  options: InfrastructureOptions & { readonly queuePrefix?: string; readonly usesQueues: boolean },
): Promise<Infrastructure> {
  const { redisUrl } = options.config
  if (redisUrl !== undefined && options.usesQueues) await assertRedisAnswers(redisUrl)
  const databases = await openDatabases(options)
  try {
    await migrate(databases, redisUrl)
    const onLoss = (error: Error): void => {
      options.log.warn({ error: messageOf(error) }, 'a database connection was lost')
    }
    const database = connectDatabase(databases.appUrl, {
      max: POOLS.app,
      name: 'sedikit-app',
      patienceMs: PATIENCE_MS,
      onLoss,
    })
    await tellExcessRights(database, options)
    return {
      databases,
      database,
      intake: connectDatabase(databases.appUrl, {
        max: POOLS.intake,
        name: 'sedikit-intake',
        patienceMs: INTAKE_PATIENCE_MS,
        onLoss,
      }),
      queues:
        redisUrl === undefined
          ? postgresBackend(databases.appUrl, WORKERS)
          : redisBackend(redisUrl, options.queuePrefix),
    }
  } catch (error) {
    await databases.stop()
    throw error
  }
}
