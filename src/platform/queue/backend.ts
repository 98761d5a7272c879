import {
  assertSchemaCompatibility,
  createPostgresBackend,
  LATEST_SCHEMA_VERSION,
  Queue,
  runMigrations,
  SchemaMigrationRequiredError,
  UnrecoverableError,
  Worker,
  type PostgresConnectionOptions,
} from 'bullmq'
import { Redis } from 'ioredis'
import pg from 'pg'
import { closePool, createPool, mayNotMigrate } from '../db/index.ts'
import { messageOf, UserError } from '../errors.ts'

/** Where BullMQ keeps its tables. */
export const QUEUE_SCHEMA = 'bullmq'

/** Any number will do, as long as every instance uses the same; the session's end gives it back. */
const QUEUE_MIGRATION_LOCK = 7_305_465

/** The part of BullMQ's queue that we use, the same on both backends. */
export interface AnyQueue {
  addBulk(jobs: { name: string; data: unknown; opts?: Record<string, unknown> }[]): Promise<unknown>
  upsertJobScheduler(
    id: string,
    repeat: { every: number },
    template: { name: string; data: unknown; opts: Record<string, unknown> },
  ): Promise<unknown>
  getJobCounts(...types: string[]): Promise<Record<string, number>>
  getFailed(start: number, end: number): Promise<FailedJob[]>
  clean(grace: number, limit: number, type: 'failed'): Promise<string[]>
  on(event: 'error', listener: (error: Error) => void): unknown
  close(): Promise<void>
}

export interface FailedJob {
  readonly name: string
  readonly failedReason: string
}

/** The part of BullMQ's worker that we use. */
export interface AnyWorker {
  on(event: 'error', listener: (error: Error) => void): unknown
  on(
    event: 'failed',
    listener: (job: { name: string; id?: string } | undefined, error: Error) => void,
  ): unknown
  waitUntilReady(): Promise<unknown>
  close(): Promise<void>
}

/** A job as it is taken up; whoever added it said what becomes of it when it fails. */
export interface TakenJob {
  readonly name: string
  readonly id?: string | undefined
  readonly data: unknown
  readonly opts: { removeOnFail?: unknown }
}

export type Process = (job: TakenJob) => Promise<void>

/** Name of the error of a parked job. */
export const PARKED = 'UnrecoverableError'

/** Ends a job for good, however often whoever added it wanted it tried. */
export function parkJob(job: TakenJob, reason: string): never {
  // Read when the job fails: one that its owner wanted removed would be gone without a trace.
  job.opts.removeOnFail = false
  throw new UnrecoverableError(reason)
}

export interface QueueBackend {
  readonly kind: 'redis' | 'postgres'
  queue(name: string): AnyQueue
  worker(name: string, process: Process, options: { concurrency: number }): AnyWorker
  /** Of a server of its own; null where the queues stand in the database. */
  serverVersion(): Promise<string | null>
  close(): Promise<void>
}

/**
 * Connections of the one pool that all queues and workers share on the Postgres backend. Each
 * worker keeps one to listen; a pool that is too small hangs without an error, so there are four
 * more than workers.
 */
export function poolSize(workers: number): number {
  return workers + 4
}

/**
 * Creates BullMQ's tables as the owner and lets the app's role use them: its rows, and nothing that
 * makes or changes a table. Where no owner is named, nothing is done that is not missing.
 *
 * @param queues the names of all queues. BullMQ makes the sequence of a queue's numbers when the first
 *               job comes, as whoever brings it; made here, the app needs no right to create
 * @throws UserError when something is missing that the role may not add
 */
export async function migrateQueueSchema(
  ownerUrl: string,
  appUrl: string,
  queues: readonly string[],
): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  // The statement says the same; without a listener the error would end the process.
  client.on('error', () => undefined)
  await client.connect()
  try {
    // Several instances may start at once, and rights granted side by side refuse each other.
    await client.query('select pg_advisory_lock($1)', [QUEUE_MIGRATION_LOCK])
    if (ownerUrl === appUrl && (await hasQueueSchema(client))) return
    await runMigrations(client, QUEUE_SCHEMA).catch((error: unknown) => {
      throw mayNotMigrate(error, ownerUrl) ?? error
    })
    const appRole = decodeURIComponent(new URL(appUrl).username)
    if (appRole !== '' && appRole !== decodeURIComponent(new URL(ownerUrl).username)) {
      for (const queue of queues) await makeSequence(client, queue)
      await client.query(rightsIn(QUEUE_SCHEMA, client.escapeIdentifier(appRole)))
    }
  } finally {
    await client.end()
  }
}

async function makeSequence(client: pg.Client, queue: string): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select ${QUEUE_SCHEMA}.job_id_seq_name($1) as name`,
    [queue],
  )
  for (const { name } of rows) {
    const sequence = `${QUEUE_SCHEMA}.${client.escapeIdentifier(name)}`
    await client.query(`create sequence if not exists ${sequence}`)
  }
}

/** One transaction, as everything that is sent at once: a running app never lacks a right. */
function rightsIn(schema: string, role: string): string {
  return `
    revoke create on schema ${schema} from ${role};
    grant usage on schema ${schema} to ${role};
    revoke all on all tables in schema ${schema} from ${role};
    grant select, insert, update, delete on all tables in schema ${schema} to ${role};
    revoke insert, update, delete on ${schema}.migration from ${role};
    revoke all on all sequences in schema ${schema} from ${role};
    grant usage, select on all sequences in schema ${schema} to ${role};
    grant execute on all functions in schema ${schema} to ${role}`
}

async function hasQueueSchema(client: pg.Client): Promise<boolean> {
  try {
    return (await assertSchemaCompatibility(client, QUEUE_SCHEMA)) >= LATEST_SCHEMA_VERSION
  } catch (error) {
    if (error instanceof SchemaMigrationRequiredError) return false
    throw error
  }
}

/**
 * Elapsed milliseconds without an answer after which a connection is given up: one that is half-open
 * (a pulled cable) never ends by itself. BullMQ waits for a job for ten seconds at most.
 */
const PATIENCE_MS = 20_000

/** Queues on Postgres, over one shared pool. */
export function postgresBackend(url: string, workers: number): QueueBackend {
  const pool = createPool(url, {
    max: poolSize(workers),
    name: 'sedikit-queue',
    searchPath: QUEUE_SCHEMA,
    patienceMs: PATIENCE_MS,
  })
  // BullMQ's own narrow type of a pool and pg's do not meet under strict options; the object does.
  const connection = pool as unknown as PostgresConnectionOptions
  return {
    kind: 'postgres',
    queue: (name) => new Queue(name, { connection }, createPostgresBackend),
    worker: (name, process, options) =>
      new Worker(name, process, { ...options, connection }, createPostgresBackend),
    serverVersion: () => Promise.resolve(null),
    close: () => closePool(pool),
  }
}

/**
 * Queues on Redis. Producers fail fast when Redis is away (what is due stays in Postgres and is fed
 * again); workers wait for it without end.
 */
export function redisBackend(url: string, prefix = 'sedikit'): QueueBackend {
  const producer = new Redis(url, {
    maxRetriesPerRequest: 1,
    enableOfflineQueue: false,
    lazyConnect: true,
    socketTimeout: PATIENCE_MS,
  })
  const consumer = new Redis(url, {
    maxRetriesPerRequest: null,
    lazyConnect: true,
    socketTimeout: PATIENCE_MS,
  })
  for (const redis of [producer, consumer]) redis.on('error', () => undefined)
  return {
    kind: 'redis',
    queue: (name) => new Queue(name, { connection: producer, prefix }),
    worker: (name, process, options) =>
      new Worker(name, process, { ...options, connection: consumer, prefix }),
    serverVersion: async () => {
      if (producer.status === 'wait') await producer.connect()
      return versionIn(await producer.info('server'))
    },
    close: async () => {
      producer.disconnect()
      consumer.disconnect()
      await Promise.resolve()
    },
  }
}

/** Valkey says both, and means the second. */
function versionIn(info: string): string | null {
  const valkey = /^valkey_version:(.+)$/m.exec(info)?.[1]
  if (valkey !== undefined) return `Valkey ${valkey.trim()}`
  return /^redis_version:(.+)$/m.exec(info)?.[1]?.trim() ?? null
}

/** @throws UserError when Redis does not answer within `timeoutMs`. */
export async function assertRedisAnswers(url: string, timeoutMs = 5000): Promise<void> {
  const probe = new Redis(url, {
    lazyConnect: true,
    connectTimeout: timeoutMs,
    retryStrategy: () => null,
  })
  let reason = ''
  probe.on('error', (error: unknown) => {
    reason = messageOf(error)
  })
  try {
    await probe.connect()
    await probe.ping()
  } catch (error) {
    const { hostname, port } = new URL(url)
    throw new UserError(
      `Redis cannot be reached at ${hostname}:${port || '6379'}: ${reason || messageOf(error)}`,
      {
        hint: 'Is Redis running, and does REDIS_URL name it? Without REDIS_URL the queues use Postgres.',
        cause: error,
      },
    )
  } finally {
    probe.disconnect()
  }
}
