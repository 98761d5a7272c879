import { and, between, eq, gte, isNull, lt } from 'drizzle-orm'
import { anyOf, type Db } from '../../platform/db/index.ts'
import { addCivilDays, civilDay, type CivilDay } from './civil-day.ts'
import type { Leave } from './leave.ts'
import { leaves } from './schema.ts'

/**
 * The leaves of a person, unless the person came back early and was greeted then, that were over
 * before `day` and not before `since`.
 */
export async function leavesBetween(
  db: Db,
  personId: string,
  { since, day }: { since: CivilDay; day: CivilDay },
): Promise<Leave[]> {
  return db
    .select({ first: leaves.firstDay, last: leaves.lastDay })
    .from(leaves)
    .where(
      and(
        eq(leaves.personId, personId),
        gte(leaves.lastDay, since),
        lt(leaves.lastDay, day),
        isNull(leaves.returnedAt),
      ),
    )
    .orderBy(leaves.firstDay)
}

/** Days for which a leave may be worth a welcome; who stayed away for longer has other news first. */
const RECENT_DAYS = 62

/** Which of these people had a leave not long ago whose end nobody has greeted; one query for all. */
export async function peopleBack(
  db: Db,
  ids: readonly string[],
  now: Date,
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set()
  const today = civilDay('UTC', now)
  const rows = await db
    .selectDistinct({ personId: leaves.personId })
    .from(leaves)
    .where(
      and(
        anyOf(leaves.personId, ids),
        between(leaves.lastDay, addCivilDays(today, -RECENT_DAYS), addCivilDays(today, 1)),
        isNull(leaves.returnedAt),
      ),
    )
  return new Set(rows.map(({ personId }) => personId))
}
