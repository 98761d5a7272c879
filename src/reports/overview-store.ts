import { sql } from 'drizzle-orm'
import { readLaggards, type LaggingOptions } from '../learning/index.ts'
import { at, type Db, rowsOf } from '../platform/db/index.ts'
import { away } from './away-store.ts'

/** What an admin asks first. Every number has its meaning in docs/measures.md. */
export interface Overview {
  /** Completed joining, and has not moved away since. */
  readonly joined: number
  /** Answered at least once in the last seven days. */
  readonly active: number
  /** Lessons that arrived, all time. */
  readonly delivered: number
  readonly answered: number
  /** First answers that were right. */
  readonly correct: number
  /** By the one rule of who lags behind: learning/lagging. */
  readonly lagging: number
  /** Paused, or on leave. */
  readonly paused: number
  readonly unreachable: number
}

/** Seven days of civil time. */
const ACTIVE_MS = 7 * 24 * 3600_000

export async function readOverview(db: Db, options: LaggingOptions): Promise<Overview> {
  const { now } = options
  const laggards = await readLaggards(db, sql`select id from people`, options)
  const since = at(new Date(now.getTime() - ACTIVE_MS))
  const [row] = await rowsOf<Record<keyof Overview, number>>(
    db,
    sql`
    select
      (select count(*)::int from people
        where join_step is null and moved_away_at is null) as joined,
      (select count(distinct person_id)::int from answers where answered_at > ${since}) as active,
      (select count(*)::int from deliveries where sent_at is not null) as delivered,
      (select count(*)::int from answers where occasion like 'lesson:%') as answered,
      (select count(*)::int from answers where occasion like 'lesson:%' and correct) as correct,
      ${laggards.length}::int as lagging,
      (select count(*)::int from people p
        where p.join_step is null and p.moved_away_at is null and ${away(now)}) as paused,
      (select count(*)::int from people
        where unreachable_since is not null and moved_away_at is null) as unreachable`,
  )
  if (row === undefined) throw new Error('The overview returned no row')
  return row
}
