import { messageOf } from '../errors.ts'
import type { Logger } from '../logger.ts'
import type { AnyQueue, AnyWorker, QueueBackend } from './backend.ts'
import { jobs, type JobHandlers, type JobName, type JobPayload } from './jobs.ts'

export interface AddOptions {
  /** Names the job; a second with the same name is swallowed while the first exists. No colon. */
  readonly id?: string
}

export interface Queues {
  readonly kind: QueueBackend['kind']
  add<N extends JobName>(
    name: N,
    payloads: readonly (AddOptions & { readonly payload: JobPayload<N> })[],
  ): Promise<void>
  /** The tick's scheduler; upserted at every start, since a flush of Redis loses it. */
  schedule(name: JobName, everyMs: number): Promise<void>
  /** Starts to take up jobs of all queues. */
  work(handlers: JobHandlers, concurrency: Readonly<Record<string, number>>): Promise<void>
  /** Jobs that wait or run, over all queues. */
  depth(): Promise<number>
  /** Finishes what runs, takes up nothing new; the backend is its opener's to close. */
  close(): Promise<void>
}

const queueNames = [...new Set(Object.values(jobs).map((job) => job.queue))]

/** Workers that one process runs: the Postgres backend's pool is sized by it. */
export const WORKERS = queueNames.length

/** Finished jobs are removed at once; failed ones are kept for a look, within bounds. */
const jobOptions = { removeOnComplete: true, removeOnFail: { count: 1000 } }

export function openQueues(backend: QueueBackend, log: Logger): Queues {
  const queues = new Map<string, AnyQueue>()
  const workers: AnyWorker[] = []
  const complain = (where: string) => (error: unknown) => {
    log.warn({ where, error: messageOf(error) }, 'queue')
  }

  function queueOf(name: JobName): AnyQueue {
    const key = jobs[name].queue
    const known = queues.get(key)
    if (known !== undefined) return known
    const queue = backend.queue(key)
    queue.on('error', complain(key))
    queues.set(key, queue)
    return queue
  }

  return {
    kind: backend.kind,

    async add(name, payloads) {
      await queueOf(name).addBulk(
        payloads.map(({ id, payload }) => ({
          name,
          data: payload,
          opts: { ...jobOptions, ...(id === undefined ? {} : { jobId: id }) },
        })),
      )
    },

    async schedule(name, everyMs) {
      await queueOf(name).upsertJobScheduler(
        name,
        { every: everyMs },
        { name, data: {}, opts: jobOptions },
      )
    },

    async work(handlers, concurrency) {
      for (const key of queueNames) {
        const worker = backend.worker(
          key,
          async (job) => {
            await runJob(handlers, job.name, job.data)
          },
          { concurrency: concurrency[key] ?? 1 },
        )
        worker.on('error', complain(key))
        worker.on('failed', (job, error) => {
          log.error({ job: job?.name, error: messageOf(error) }, 'job failed')
        })
        workers.push(worker)
      }
      await Promise.all(workers.map((worker) => worker.waitUntilReady()))
    },

    async depth() {
      const counts = await Promise.all([...queues.values()].map((queue) => queue.getJobCounts()))
      return counts.reduce(
        (sum, count) => sum + (count['waiting'] ?? 0) + (count['active'] ?? 0),
        0,
      )
    },

    async close() {
      await Promise.all(workers.map((worker) => worker.close()))
      await Promise.all([...queues.values()].map((queue) => queue.close()))
    },
  }
}

/** @throws Error for a job of unknown name or shape: it fails, and stays to be looked at. */
async function runJob(handlers: JobHandlers, name: string, data: unknown): Promise<void> {
  switch (name) {
    case 'send':
      return handlers.send(jobs.send.payload.parse(data))
    case 'reply':
      return handlers.reply(jobs.reply.payload.parse(data))
    case 'tick':
      return handlers.tick(jobs.tick.payload.parse(data))
    default:
      throw new Error(`Unknown job "${name}"`)
  }
}
