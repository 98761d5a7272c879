import { eq, sql } from 'drizzle-orm'
import { type Db, rowsOf } from '../../platform/db/index.ts'
import { badges } from '../schema.ts'
import type { Badge, BadgeFacts } from './badge-rule.ts'

export async function readBadges(db: Db, personId: string): Promise<Set<Badge>> {
  const rows = await db
    .select({ badge: badges.badge })
    .from(badges)
    .where(eq(badges.personId, personId))
  return new Set(rows.map(({ badge }) => badge))
}

/** @returns those that were new */
export async function addBadges(
  tx: Db,
  personId: string,
  earned: readonly Badge[],
  now: Date,
): Promise<Badge[]> {
  if (earned.length === 0) return []
  const rows = await tx
    .insert(badges)
    .values(earned.map((badge) => ({ personId, badge, earnedAt: now })))
    .onConflictDoNothing()
    .returning({ badge: badges.badge })
  return rows.map(({ badge }) => badge)
}

/** What can be counted from one person's rows; the working days need the calendar besides. */
export async function readBadgeFacts(
  db: Db,
  personId: string,
): Promise<Omit<BadgeFacts, 'longestWithoutGap'>> {
  const [row] = await rowsOf<{
    lessons: number
    tracks: number
    came_right: number
    reviews: number
    returns: number
  }>(
    db,
    sql`
    with own as (
      select a.question_id, a.correct, a.answered_at, a.delivery_id, a.review_id,
        lag(a.answered_at) over (order by a.answered_at, a.id) as before
      from answers a
      where a.person_id = ${personId} and (a.delivery_id is not null or a.review_id is not null))
    select count(delivery_id)::int as lessons, count(review_id)::int as reviews,
      (count(*) filter (where answered_at >= before + interval '14 days'))::int as returns,
      (select count(*)::int from enrolments e
        where e.person_id = ${personId} and e.done_at is not null) as tracks,
      (select count(distinct later.question_id)::int from own later join own first
          on first.question_id = later.question_id and first.answered_at < later.answered_at
        where later.correct and not first.correct) as came_right
    from own`,
  )
  return {
    lessonsAnswered: row?.lessons ?? 0,
    tracksDone: row?.tracks ?? 0,
    cameRight: row?.came_right ?? 0,
    reviewsAnswered: row?.reviews ?? 0,
    returns: row?.returns ?? 0,
  }
}
