import type { Db } from '../platform/db/index.ts'
import { addCivilDays, daysBetween, type CivilDay } from './calendar/civil-day.ts'
import type { Leave } from './calendar/leave.ts'
import { leavesBetween } from './calendar/returns-store.ts'
import { lessonDayBefore } from './deliveries-store.ts'

/** Fewer days away are a weekend with a day before it, and need no welcome. */
const LEAST_DAYS = 3

/**
 * The last of `leaves`, in order of their beginning, that is worth a welcome. Those that touch are one,
 * and days up to `since`, on which the person was still here, are no days away.
 */
export function worthGreeting(leaves: readonly Leave[], since: CivilDay): Leave | undefined {
  const joined: Leave[] = []
  for (const { first, last } of leaves) {
    const begins = first > since ? first : addCivilDays(since, 1)
    const before = joined.at(-1)
    if (before !== undefined && begins <= addCivilDays(before.last, 1)) {
      joined[joined.length - 1] = {
        first: before.first,
        last: last > before.last ? last : before.last,
      }
    } else joined.push({ first: begins, last })
  }
  return joined.findLast(({ first, last }) => daysBetween(first, last) + 1 >= LEAST_DAYS)
}

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
