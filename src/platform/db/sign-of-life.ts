import pg from 'pg'
import { pause } from '../elapsed.ts'
import { messageOf } from '../errors.ts'
import type { Logger } from '../logger.ts'

export interface SignOfLife {
  /** Gives the lock back; from then on the worker counts as gone. */
  stop(): Promise<void>
}

export interface SignOfLifeOptions {
  readonly url: string
  readonly worker: string
  readonly log: Logger
  /**
   * Each time that the lock is held, the first included: whoever looked while it was not has struck
   * the worker off. Where it fails, the lock is given back and taken anew.
   */
  readonly onHeld?: () => Promise<unknown>
}

/** Elapsed time between two looks whether the session still stands. */
const BEAT_MS = 3000

/** An answer that takes longer than this is none: the connection is half-open. */
const PATIENCE_MS = 4000

/** Whoever looks for the dead holds the lock for as long as it takes to settle their messages. */
const LOCK_PATIENCE_MS = 30_000

/** A process that was frozen wakes with its timers run out; so long it reads what came meanwhile. */
const READING_MS = 250

/** How long a session may take to say goodbye. */
const GOODBYE_MS = 1000

/** Between two tries while the server is away. */
const AGAIN_MS = 500

/**
 * Holds a session's advisory lock named after the worker, for as long as the process lives. When
 * it is killed, the server drops the session and with it the lock, so that others see at once that
 * the worker's leases have no owner, long before they run out. A frozen process keeps its session:
 * there the lease's end decides. A session that is lost, also one that nobody was told of, is found
 * out and replaced: without its lock a worker that lives would count as dead.
 */
export async function holdSignOfLife(options: SignOfLifeOptions): Promise<SignOfLife> {
  const stopping = new AbortController()
  const first = await hold(options)
  const running = run(first)

  async function run(held: Session): Promise<void> {
    let session: Session | undefined = held
    while (session !== undefined) {
      await untilLost(session, stopping.signal)
      await goodbye(session)
      session = await holdAgain()
    }
  }

  /** @returns undefined when it was stopped meanwhile */
  async function holdAgain(): Promise<Session | undefined> {
    while (!stopping.signal.aborted) {
      try {
        return await hold(options)
      } catch (error) {
        options.log.warn({ error: messageOf(error) }, 'sign of life lost')
        await pause(AGAIN_MS, stopping.signal)
      }
    }
    return undefined
  }

  return {
    async stop() {
      stopping.abort()
      await running
    },
  }
}

interface Session {
  readonly client: pg.Client
  /** Aborts when the connection has ended. */
  readonly ended: AbortSignal
}

async function hold({ url, worker, onHeld }: SignOfLifeOptions): Promise<Session> {
  const session = openSession(url, worker)
  const { client } = session
  try {
    await client.connect()
    await within(LOCK_PATIENCE_MS, takeLock(client, worker))
    await onHeld?.()
    return session
  } catch (error) {
    await goodbye(session)
    throw error
  }
}

/** A session of its own, in no pool: a pool would give the connection, and the lock, away. */
function openSession(url: string, worker: string): Session {
  const client = new pg.Client({
    connectionString: url,
    application_name: nameOf(worker),
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
  })
  const ended = new AbortController()
  client.once('end', () => {
    ended.abort()
  })
  // Its end says the same; without a listener the error would end the process.
  client.on('error', () => undefined)
  return { client, ended: ended.signal }
}

function nameOf(worker: string): string {
  return `sedikit-${worker}`
}

/** A session of ours that the server has not missed yet would keep the lock for hours. */
async function takeLock(client: pg.Client, worker: string): Promise<void> {
  await client.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where application_name = $1 and datname = current_database() and pid <> pg_backend_pid()`,
    [nameOf(worker)],
  )
  await client.query('select pg_advisory_lock(hashtextextended($1, 0))', [worker])
}

/** Until the session has ended or gives no answer, or until it is to be stopped. */
async function untilLost({ client, ended }: Session, stopping: AbortSignal): Promise<void> {
  const over = AbortSignal.any([ended, stopping])
  while (!over.aborted) {
    await pause(BEAT_MS, over)
    if (over.aborted) return
    const answered = within(PATIENCE_MS, client.query('select 1'), over).then(
      () => true,
      () => false,
    )
    if (!(await answered)) return
  }
}

/** The work, or an error when it takes longer than so many elapsed milliseconds, or at once when it is over. */
async function within(ms: number, work: Promise<unknown>, over?: AbortSignal): Promise<void> {
  const done = new AbortController()
  const ends = over === undefined ? done.signal : AbortSignal.any([done.signal, over])
  const late = pause(ms, ends)
    .then(() => pause(READING_MS, ends))
    .then(() => Promise.reject(new Error(`no answer within ${ms} ms`)))
  try {
    await Promise.race([work, late])
  } finally {
    done.abort()
    // Whichever came second is nobody's any more.
    work.catch(() => undefined)
    late.catch(() => undefined)
  }
}

async function goodbye({ client }: Session): Promise<void> {
  await within(GOODBYE_MS, client.end()).catch(() => undefined)
}
