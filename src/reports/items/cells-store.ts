import { sql } from 'drizzle-orm'
import { type Db, rowsOf } from '../../platform/db/index.ts'
import { cellOf, type Cell, type KeptCell } from './cell.ts'

/** Somebody who answered fewer other questions of the track has no rest score. */
export const LEAST_OTHERS = 5

export interface ItemCells {
  readonly questionId: string
  readonly version: number
  readonly cells: readonly Cell[]
}

/**
 * The first attempts at every version of every question, in cells: each person's earliest answer to
 * each question, on the day of its lesson or, for what a lesson does not ask itself, when it first
 * came back. What was asked to measure (forms) is left out; previews leave no answer.
 *
 * **The rest score** of a person for a question is the mean, over the other questions of its track
 * that the person answered, of (right, as 1 or 0, less the share of right first answers to that
 * version). Where everybody answered everything it orders people, and correlates, as the plain number
 * of right answers to the rest does; where not, nobody stands higher for having met the easy
 * questions alone. Whoever answered fewer than `LEAST_OTHERS` others has none.
 *
 * One statement over all answers (bench/items.ts has its time), so it is no part of a reply.
 *
 * @param tx in a transaction, since it sets how the statement is planned
 */
export async function readCells(tx: Db): Promise<ItemCells[]> {
  // The planner expects more of the few hundred wordings, and would sort all answers by their texts.
  await tx.execute(sql`set local enable_mergejoin = off`)
  const rows = await rowsOf<{ question_id: string; version: number; cells: readonly KeptCell[] }>(
    tx,
    sql`
    with track as (
      select distinct on (lesson_id) lesson_id, track_id from lesson_versions
      order by lesson_id, first_seen_at desc, hash),
    -- Numbers in place of names: millions of them are sorted below.
    wording as materialized (
      select v.question_id, v.hash, v.version, dense_rank() over (order by v.question_id) as question,
        dense_rank() over (order by v.question_id, v.version) as item,
        dense_rank() over (order by t.track_id) as track
      from question_versions v join track t using (lesson_id)),
    firsts as materialized (
      select distinct on (a.person_id, w.question) a.person_id, w.item, w.track, a.option_key,
        a.correct, a.sure, a.review_id is not null as later
      from answers a
      join wording w on w.question_id = a.question_id and w.hash = a.question_hash
      where a.item_id is null
      order by a.person_id, w.question, a.answered_at, a.id),
    ease as (select item, avg(correct::int)::float8 as share from firsts group by item),
    apart as (
      select f.*, f.correct::int - e.share as beyond from firsts f join ease e using (item)),
    scored as (
      select item, option_key, correct, sure, later,
        case when count(*) over person > ${LEAST_OTHERS} then
          (sum(beyond) over person - beyond) / (count(*) over person - 1) end as rest
      from apart window person as (partition by person_id, track)),
    cells as (
      -- The nudge keeps equal scores equal whose sums were rounded in another order.
      select item, option_key, correct, floor(100 * rest + 0.5 + 1e-7)::int as place,
        count(*)::int as people, coalesce(sum(rest), 0) as sum,
        coalesce(sum(rest * rest), 0) as squares, count(*) filter (where later) as later,
        count(sure) as asked, count(*) filter (where sure) as sure
      from scored group by 1, 2, 3, 4)
    select w.question_id, w.version, json_agg(json_build_array(
      c.option_key, c.correct, c.place, c.people, c.sum, c.squares, c.later, c.asked, c.sure)
      order by c.place, c.option_key) as cells
    from cells c
    join (select distinct item, question_id, version from wording) w using (item)
    group by w.question_id, w.version`,
  )
  return rows.map(({ question_id: questionId, version, cells }) => ({
    questionId,
    version,
    cells: cells.map(cellOf),
  }))
}
