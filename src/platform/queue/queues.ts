import type { z } from 'zod'
import { elapsedMs } from '../elapsed.ts'
import { messageOf } from '../errors.ts'
import { loggedAs } from '../log-context.ts'
import type { Logger } from '../logger.ts'
import {
  PARKED,
  parkJob,
  type AnyQueue,
  type AnyWorker,
  type QueueBackend,
  type TakenJob,
} from './backend.ts'
import { jobs, type JobHandlers, type JobName, type JobPayload } from './jobs.ts'

export interface Parked {
  readonly count: number
  /** The newest of them. */
  readonly jobs: readonly {
    readonly queue: string
    readonly name: string
    readonly reason: string
  }[]
}

/** How many jobs of a queue are in which state. */
export interface QueueCount {
  readonly queue: string
  readonly waiting: number
  readonly active: number
  readonly delayed: number
  /** Parked: none of ours. */
  readonly failed: number
}

export interface Queues {
  readonly kind: QueueBackend['kind']
  /** A job for each payload. */
  add<N extends JobName>(name: N, payloads: readonly JobPayload<N>[]): Promise<void>
  /** The tick's scheduler; upserted at every start, since a flush of Redis loses it. */
  schedule(name: JobName, everyMs: number): Promise<void>
  /** Starts to take up jobs of all queues. */
  work(handlers: JobHandlers, concurrency: Readonly<Record<string, number>>): Promise<void>
  /** All our queues, also those that this process does not work on. */
  counts(): Promise<readonly QueueCount[]>
  /** See QueueBackend. */
  serverVersion(): Promise<string | null>
  /**
   * Jobs in our queues that are none of ours: of unknown name or shape, by another version or another
   * program. They are kept until somebody drops them.
   *
   * @param most jobs to describe
   */
  parked(most: number): Promise<Parked>
  /** Deletes all parked jobs; returns how many there were. */
  dropParked(): Promise<number>
  /** Finishes what runs, takes up nothing new; the backend is its opener's to close. */
  close(): Promise<void>
}

/** All the queues there are. */
export const queueNames = [...new Set(Object.values(jobs).map((job) => job.queue))]

/** Workers that one process runs: the Postgres backend's pool is sized by it. */
export const WORKERS = queueNames.length

/**
 * Our own jobs are removed when they end, failed ones too: the log says why, their rows stand in
 * Postgres and are fed again. So what lies among the failed is parked, and nothing pushes it out.
 */
const jobOptions = { removeOnComplete: true, removeOnFail: true }

/** What is told of a job's name: it may be anybody's. */
const LONGEST_NAME = 80

/** Parked jobs dropped at once. */
const DROPPED_AT_ONCE = 1000

/** How a job ended. */
export interface JobEnd {
  readonly name: string
  /** Parked: none of ours. */
  readonly result: 'done' | 'failed' | 'parked'
}

/** @param onEnded told of every job that this process took up */
export function openQueues(
  backend: QueueBackend,
  log: Logger,
  onEnded: (end: JobEnd) => void = () => undefined,
): Queues {
  const queues = new Map<string, AnyQueue>()
  const workers: AnyWorker[] = []
  const parkedSeen = countNames()
  const complain = (where: string) => (error: unknown) => {
    log.warn({ where, error: messageOf(error) }, 'queue')
  }

  function queueOf(key: string): AnyQueue {
    const known = queues.get(key)
    if (known !== undefined) return known
    const queue = backend.queue(key)
    queue.on('error', complain(key))
    queues.set(key, queue)
    return queue
  }

  async function run(job: TakenJob, work: () => Promise<void>): Promise<void> {
    const { name } = job
    const began = elapsedMs()
    try {
      await work()
    } catch (error) {
      onEnded({ name, result: isParked(error) ? 'parked' : 'failed' })
      throw error
    }
    log.debug({ ms: Math.round(elapsedMs() - began) }, 'a job is done')
    onEnded({ name, result: 'done' })
  }

  /** Told at the first of a name, the tenth, the hundredth: a flood must not fill the log. */
  function park(key: string, job: TakenJob): () => never {
    const name = job.name.slice(0, LONGEST_NAME)
    const known = Object.hasOwn(jobs, job.name)
    const reason = known ? `Job "${name}" of unknown shape` : `Unknown job "${name}"`
    const count = parkedSeen.add(`${key}:${known ? '' : 'un'}known:${name}`)
    if (Number.isInteger(Math.log10(count))) {
      log.error(
        { queue: key, job: name, count },
        'a job that is none of ours was parked; see `sedikit queue show`',
      )
    }
    return () => parkJob(job, reason)
  }

  return {
    kind: backend.kind,

    async add(name, payloads) {
      await queueOf(jobs[name].queue).addBulk(
        payloads.map((data) => ({ name, data, opts: { ...jobOptions } })),
      )
    },

    async schedule(name, everyMs) {
      await queueOf(jobs[name].queue).upsertJobScheduler(
        name,
        { every: everyMs },
        { name, data: {}, opts: jobOptions },
      )
    },

    async work(handlers, concurrency) {
      for (const key of queueNames) {
        const worker = backend.worker(
          key,
          (job) =>
            loggedAs({ job: job.name.slice(0, LONGEST_NAME), jobId: job.id }, () =>
              run(job, workOf(handlers, job) ?? park(key, job)),
            ),
          { concurrency: concurrency[key] ?? 1 },
        )
        worker.on('error', complain(key))
        worker.on('failed', (job, error) => {
          if (error.name !== PARKED)
            log.error({ job: job?.name, jobId: job?.id, error: messageOf(error) }, 'job failed')
        })
        workers.push(worker)
      }
      await Promise.all(workers.map((worker) => worker.waitUntilReady()))
    },

    counts: () =>
      Promise.all(
        queueNames.map(async (key) => {
          const count = await queueOf(key).getJobCounts('waiting', 'active', 'delayed', 'failed')
          const { waiting = 0, active = 0, delayed = 0, failed = 0 } = count
          return { queue: key, waiting, active, delayed, failed }
        }),
      ),

    serverVersion: () => backend.serverVersion(),

    async parked(most) {
      const found = await Promise.all(
        queueNames.map(async (key) => {
          const queue = queueOf(key)
          const counts = await queue.getJobCounts('failed')
          const failed = most > 0 ? await queue.getFailed(0, most - 1) : []
          return {
            count: counts['failed'] ?? 0,
            jobs: failed.map(({ name, failedReason }) => ({
              queue: key,
              name,
              reason: failedReason,
            })),
          }
        }),
      )
      return {
        count: found.reduce((sum, { count }) => sum + count, 0),
        jobs: found.flatMap((queue) => queue.jobs).slice(0, most),
      }
    },

    async dropParked() {
      let dropped = 0
      for (const key of queueNames) {
        for (;;) {
          const ids = await queueOf(key).clean(0, DROPPED_AT_ONCE, 'failed')
          dropped += ids.length
          if (ids.length === 0) break
        }
      }
      return dropped
    },

    async close() {
      await Promise.all(workers.map((worker) => worker.close()))
      await Promise.all([...queues.values()].map((queue) => queue.close()))
    },
  }
}

function isParked(error: unknown): boolean {
  return error instanceof Error && error.name === PARKED
}

/** Counts by name, the first thousand names apart and the others together: names are not ours. */
function countNames(): { add(name: string): number } {
  const counts = new Map<string, number>()
  return {
    add(name) {
      const key = counts.has(name) || counts.size < 1000 ? name : 'others'
      const count = (counts.get(key) ?? 0) + 1
      counts.set(key, count)
      return count
    },
  }
}

/** What the job asks for; undefined: it is none of ours, or of a shape that we do not know. */
function workOf(
  handlers: JobHandlers,
  { name, data }: TakenJob,
): (() => Promise<void>) | undefined {
  switch (name) {
    case 'send':
      return bind(jobs.send.payload, handlers.send, data)
    case 'reply':
      return bind(jobs.reply.payload, handlers.reply, data)
    case 'export':
      return bind(jobs.export.payload, handlers.export, data)
    case 'import':
      return bind(jobs.import.payload, handlers.import, data)
    case 'tick':
      return bind(jobs.tick.payload, handlers.tick, data)
    default:
      return undefined
  }
}

function bind<T>(
  shape: z.ZodType<T>,
  handle: (payload: T) => Promise<void>,
  data: unknown,
): (() => Promise<void>) | undefined {
  const parsed = shape.safeParse(data)
  return parsed.success ? () => handle(parsed.data) : undefined
}
