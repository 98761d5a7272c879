import { sql } from 'drizzle-orm'
import pg from 'pg'
import { pause } from '../elapsed.ts'
import { messageOf } from '../errors.ts'
import type { Logger } from '../logger.ts'
import { rowsOf, type Db } from './connect.ts'
import { elapsedIn } from './elapsed.ts'

export interface HoldAloneOptions {
  /** The pool, to look at the holder with. */
  readonly db: Db
  /** The same database, for the session that holds the place. */
  readonly url: string
  /** The place that one process at a time has. */
  readonly name: string
  readonly log: Logger
  /** Begins the work, each time that the place is won; ended when the place is lost. */
  readonly begin: () => Promise<{ stop(): Promise<void> }>
}

/** Elapsed time between two signs of the holder, and between two tries of those that stand by. */
const BEAT_MS = 1000

/** A sign that takes longer than this is none: the connection hangs. */
const PATIENCE_MS = 4000

/** A holder that has given no sign for so long is frozen or cut off; those that stand by end its hold. */
const FROZEN_MS = 8000

/** How long a session may take to say goodbye. */
const GOODBYE_MS = 1000

/**
 * Does a piece of work that only one of all processes may do, in whichever has the place: a session's
 * advisory lock. A process that is killed loses it at once with its session. One that is frozen keeps
 * its session: it gives no sign there any more, which the server writes down (`state_change`), and
 * whoever stands by ends that session. When it thaws, it finds the place lost and ends its work.
 *
 * So two may be at work for a moment, and the work has to bear it; only most of the time is it one.
 */
export function holdAlone(options: HoldAloneOptions): { stop(): Promise<void> } {
  const { db, url, name, log, begin } = options
  const stopping = new AbortController()

  /** Until it is stopped or the session is lost. */
  async function takeTurn(session: pg.Client): Promise<void> {
    while (!(await tryLock(session, name))) {
      await endFrozen(db, name)
      await pause(BEAT_MS, stopping.signal)
      if (stopping.signal.aborted) return
    }
    const work = await begin()
    log.debug({ place: name }, 'this process has the place')
    try {
      while (!stopping.signal.aborted) {
        await session.query('select 1')
        await pause(BEAT_MS, stopping.signal)
      }
    } finally {
      await work.stop()
    }
  }

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      const session = openSession(url, name)
      try {
        await session.connect()
        await takeTurn(session)
      } catch (error) {
        log.warn({ place: name, error: messageOf(error) }, 'the place is lost; trying again')
        await pause(BEAT_MS, stopping.signal)
      } finally {
        await endSession(session)
      }
    }
  }

  const running = run()
  return {
    async stop() {
      stopping.abort()
      await running
    },
  }
}

/** A session of its own, in no pool: a pool would give the connection, and the lock, away. */
function openSession(url: string, name: string): pg.Client {
  const session = new pg.Client({
    connectionString: url,
    application_name: `sedikit-${name}`,
    connectionTimeoutMillis: PATIENCE_MS,
    query_timeout: PATIENCE_MS,
    keepAlive: true,
  })
  // The next query says the same; without a listener the error would end the process.
  session.on('error', () => undefined)
  return session
}

async function endSession(session: pg.Client): Promise<void> {
  const done = new AbortController()
  const goodbye = session.end().catch(() => undefined)
  await Promise.race([goodbye, pause(GOODBYE_MS, done.signal)])
  done.abort()
}

async function tryLock(session: pg.Client, name: string): Promise<boolean> {
  const { rows } = await session.query<{ got: boolean }>(
    'select pg_try_advisory_lock(hashtextextended($1, 0)) as got',
    [name],
  )
  return rows[0]?.got === true
}

/** The lock's number stands in two halves in the list of locks. */
async function endFrozen(db: Db, name: string): Promise<void> {
  await rowsOf(
    db,
    sql`
    select pg_terminate_backend(a.pid) from pg_locks l join pg_stat_activity a on a.pid = l.pid
    where l.locktype = 'advisory' and l.granted and l.objsubid = 1
      and l.database = (select oid from pg_database where datname = current_database())
      and ((l.classid::bigint << 32) | l.objid::bigint) = hashtextextended(${name}, 0)
      and a.state_change < ${elapsedIn(-FROZEN_MS)}`,
  )
}
