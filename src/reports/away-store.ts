import { sql, type SQL } from 'drizzle-orm'
import { isPaused } from '../learning/index.ts'
import { at } from '../platform/db/index.ts'

/** The civil day of people `p`, each in their own zone. */
const ownDay = (now: Date): SQL => sql`(${at(now)} at time zone p.timezone)::date`

/** People `p` who are on leave today. */
export function onLeave(now: Date): SQL {
  return sql`exists (select 1 from leaves l where l.person_id = p.id
    and ${ownDay(now)} between l.first_day and l.last_day)`
}

/** People `p` who are away: paused without an end, or on leave. */
export function away(now: Date): SQL {
  return sql`(${isPaused(now)} or ${onLeave(now)})`
}
