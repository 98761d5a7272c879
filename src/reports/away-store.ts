import { sql, type SQL } from 'drizzle-orm'
import type { CivilDay } from '../learning/index.ts'
import { at } from '../platform/db/index.ts'

/** People `p` who are away: paused without an end, or on leave. */
export function away(now: Date, today: CivilDay): SQL {
  return sql`((p.paused and (p.paused_until is null or p.paused_until > ${at(now)}))
    or exists (select 1 from leaves l where l.person_id = p.id
      and ${today}::date between l.first_day and l.last_day))`
}
