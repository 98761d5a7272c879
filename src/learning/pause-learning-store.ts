import { sql } from 'drizzle-orm'
import { arrayOf, type Db } from '../platform/db/index.ts'
import { pauseByThemselves } from '../people/index.ts'
import type { CivilDay } from './calendar/civil-day.ts'

/**
 * Pauses people who answer nothing, from their civil day on until they come back: no lesson is planned
 * any more, and the days count against no streak.
 */
export async function pauseLearning(
  tx: Db,
  people: readonly { readonly personId: string; readonly day: CivilDay }[],
): Promise<void> {
  if (people.length === 0) return
  const ids = arrayOf(
    people.map(({ personId }) => personId),
    'uuid',
  )
  await pauseByThemselves(
    tx,
    people.map(({ personId }) => personId),
  )
  await tx.execute(sql`update learners set next_due_at = null where person_id = any(${ids})`)
  await tx.execute(sql`
    insert into pauses (person_id, first_day)
    select r.person_id, r.day from unnest(${ids}, ${arrayOf(
      people.map(({ day }) => day),
      'date',
    )}) as r(person_id, day)
    where not exists (
      select 1 from pauses p where p.person_id = r.person_id and p.last_day is null)
    on conflict (person_id, first_day) do update set last_day = null`)
}
