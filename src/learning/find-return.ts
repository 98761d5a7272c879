import type { Db } from '../platform/db/index.ts'
import type { CivilDay } from './calendar/civil-day.ts'
import type { Leave } from './calendar/leave.ts'
import { leavesBetween } from './calendar/returns-store.ts'
import { lessonDayBefore } from './deliveries-store.ts'
import { worthGreeting } from './worth-greeting.ts'

/** A leave worth a welcome on `day`, where the person last heard of a lesson on the day `since`. */
export async function returnBetween(
  db: Db,
  personId: string,
  { since, day }: { readonly since: CivilDay; readonly day: CivilDay },
): Promise<Leave | undefined> {
  return worthGreeting(await leavesBetween(db, personId, { since, day }), since)
}

/**
 * Whether the lesson of a delivery is the first after a leave. The next lesson finds this one between
 * the leave and itself, so nobody is greeted twice, also where the clock jumps back.
 */
export async function returnBefore(
  db: Db,
  delivery: { readonly id: number; readonly personId: string; readonly dueDay: CivilDay },
): Promise<Leave | undefined> {
  const { id, personId, dueDay: day } = delivery
  const since = await lessonDayBefore(db, personId, id)
  return since === undefined ? undefined : returnBetween(db, personId, { since, day })
}
