import { addCivilDays, daysBetween, type CivilDay } from './calendar/civil-day.ts'
import type { Leave } from './calendar/leave.ts'

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
