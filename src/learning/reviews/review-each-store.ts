import { sql } from 'drizzle-orm'
import { arrayOf, at, type Db, rowsOf } from '../../platform/db/index.ts'
import type { ReviewArgs } from './reviews-store.ts'

/**
 * Opens one question that comes again for each of these people: the one that is due longest, or will be
 * soonest. What stands open in the chat is not asked a second time, and a withdrawn one not at all.
 *
 * @returns what to send, by person; whoever has nothing to be asked is missing
 */
export async function openReviewEach(
  tx: Db,
  people: readonly { readonly personId: string; readonly day: string }[],
  now: Date,
): Promise<ReadonlyMap<string, ReviewArgs>> {
  if (people.length === 0) return new Map()
  const rows = await rowsOf<{
    id: string
    person_id: string
    question_id: string
    question_hash: string
  }>(
    tx,
    sql`
    insert into reviews (person_id, question_id, question_hash, cause, state, day, created_at)
    select r.person_id, c.question_id, c.hash, 'due', 'open', r.day, ${at(now)}
    from unnest(
      ${arrayOf(
        people.map(({ personId }) => personId),
        'uuid',
      )},
      ${arrayOf(
        people.map(({ day }) => day),
        'date',
      )}
    ) as r(person_id, day)
    cross join lateral (
      select c.question_id, lq.hash
      from review_cards c join live_questions lq on lq.question_id = c.question_id
      where c.person_id = r.person_id and not exists (
        select 1 from reviews o where o.person_id = c.person_id
          and o.question_id = c.question_id and o.state = 'open')
      order by c.due_day <= r.day desc, c.misled desc, c.lapsed desc, c.due_day, c.question_id
      limit 1) c
    returning id, person_id, question_id, question_hash`,
  )
  return new Map(
    rows.map((row) => [
      row.person_id,
      {
        reviewId: Number(row.id),
        questionId: row.question_id,
        questionHash: row.question_hash,
      },
    ]),
  )
}
