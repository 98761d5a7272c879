import { sql } from 'drizzle-orm'
import { anyOf, arrayOf, at, type Db, rowsOf } from '../../platform/db/index.ts'
import { badges } from '../schema.ts'
import type { Badge, BadgeFacts } from './badge-rule.ts'

/** @returns by the people's ids; whoever has none is missing */
export async function readBadges(
  db: Db,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, ReadonlySet<Badge>>> {
  const rows = await db
    .select({ personId: badges.personId, badge: badges.badge })
    .from(badges)
    .where(anyOf(badges.personId, personIds))
  return new Map(
    [...Map.groupBy(rows, (row) => row.personId)].map(([personId, some]) => [
      personId,
      new Set(some.map(({ badge }) => badge)),
    ]),
  )
}

export interface EarnedBadge {
  readonly personId: string
  readonly badge: Badge
}

/** @returns those that were new */
export async function addBadges(
  tx: Db,
  earned: readonly EarnedBadge[],
  now: Date,
): Promise<EarnedBadge[]> {
  if (earned.length === 0) return []
  return rowsOf<{ personId: string; badge: Badge }>(
    tx,
    sql`
    insert into badges (person_id, badge, earned_at)
    select person_id, badge, ${at(now)} from unnest(
      ${arrayOf(
        earned.map(({ personId }) => personId),
        'uuid',
      )},
      ${arrayOf(
        earned.map(({ badge }) => badge),
        'text',
      )}) as earned (person_id, badge)
    on conflict (person_id, badge) do nothing
    returning person_id as "personId", badge`,
  )
}

/** What can be counted from one person's rows; the working days need the calendar besides. */
export type CountedFacts = Omit<BadgeFacts, 'longestWithoutGap'>

/** @returns by the people's ids */
export async function readBadgeFacts(
  db: Db,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, CountedFacts>> {
  const rows = await rowsOf<{
    person_id: string
    lessons: number
    tracks: number
    came_right: number
    reviews: number
    returns: number
  }>(
    db,
    sql`
    select p.person_id, f.*, (select count(*)::int from enrolments e
        where e.person_id = p.person_id and e.done_at is not null) as tracks
    from unnest(${arrayOf(personIds, 'uuid')}) as p(person_id)
    cross join lateral (
      with own as (
        select a.question_id, a.correct, a.answered_at, a.delivery_id, a.review_id,
          lag(a.answered_at) over (order by a.answered_at, a.id) as before
        from answers a
        where a.person_id = p.person_id
          and (a.delivery_id is not null or a.review_id is not null))
      select count(delivery_id)::int as lessons, count(review_id)::int as reviews,
        (count(*) filter (where answered_at >= before + interval '14 days'))::int as returns,
        (select count(distinct later.question_id)::int from own later join own first
            on first.question_id = later.question_id and first.answered_at < later.answered_at
          where later.correct and not first.correct) as came_right
      from own) f`,
  )
  return new Map(
    rows.map((row) => [
      row.person_id,
      {
        lessonsAnswered: row.lessons,
        tracksDone: row.tracks,
        cameRight: row.came_right,
        reviewsAnswered: row.reviews,
        returns: row.returns,
      },
    ]),
  )
}
