import { sql } from 'drizzle-orm'
import type { Db } from '../../platform/db/index.ts'
import { addCivilDays, type CivilDay } from './civil-day.ts'

export interface KeptPause {
  readonly personId: string
  /** The person's civil day. */
  readonly today: CivilDay
  /** Now, until the person returns. */
  readonly paused: boolean
}

/**
 * Keeps when somebody was on pause: `people` knows only the pause of the moment, and days on pause
 * must break no streak years later. Told the same twice, it changes nothing.
 */
export async function keepPause(tx: Db, { personId, today, paused }: KeptPause): Promise<void> {
  const lasting = sql`person_id = ${personId} and (last_day is null or last_day >= ${today}::date)`
  if (!paused) {
    await tx.execute(sql`delete from pauses where ${lasting} and first_day >= ${today}::date`)
    await tx.execute(sql`
      update pauses set last_day = ${addCivilDays(today, -1)}::date where ${lasting}`)
    return
  }
  await tx.execute(sql`
    with known as (
      update pauses set last_day = null where ${lasting} returning 1)
    insert into pauses (person_id, first_day, last_day)
    select ${personId}::uuid, ${today}::date, null where not exists (select from known)
    on conflict (person_id, first_day) do update set last_day = excluded.last_day`)
}
