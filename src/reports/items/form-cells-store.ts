import { sql } from 'drizzle-orm'
import { type Db, rowsOf } from '../../platform/db/index.ts'
import { cellOf, type Cell, type KeptCell } from './cell.ts'
import type { FormPhase } from './form-phase.ts'

/**
 * Somebody who answered fewer other items of the form has no rest score. Fewer than of lessons'
 * questions, since the check after a month has five items: its whole rest is four.
 */
export const LEAST_OTHERS_OF_FORM = 3

export interface FormCells {
  readonly questionId: string
  readonly version: number
  readonly phase: FormPhase
  readonly cells: readonly Cell[]
}

/**
 * The answers to the items of the forms, in cells, each occasion by itself: half the people have an
 * item before they learn and the others afterwards, and both together would tell of learning and not
 * of the item. Everybody meets an item once. An answer to a first form that came after the item's
 * lesson counts for nothing, as it does in the gain.
 *
 * **The rest score** is the mean, over the other items of the same form and occasion that the person
 * answered, of (right, as 1 or 0, less the share of right answers to that item on that occasion).
 */
export async function readFormCells(db: Db): Promise<FormCells[]> {
  const rows = await rowsOf<{
    question_id: string
    version: number
    phase: FormPhase
    cells: readonly KeptCell[]
  }>(
    db,
    sql`
    with answered as materialized (
      select i.person_id, i.track_id, i.phase, i.question_id, v.version, a.option_key, a.correct,
        a.sure
      from assessment_items i
      join answers a on a.item_id = i.id
      join question_versions v on v.question_id = i.question_id and v.hash = i.question_hash
      where i.in_time),
    ease as (
      select question_id, version, phase, avg(correct::int)::float8 as share
      from answered group by 1, 2, 3),
    apart as (
      select f.*, f.correct::int - e.share as beyond
      from answered f join ease e using (question_id, version, phase)),
    scored as (
      select question_id, version, phase, option_key, correct, sure,
        case when count(*) over person > ${LEAST_OTHERS_OF_FORM} then
          (sum(beyond) over person - beyond) / (count(*) over person - 1) end as rest
      from apart window person as (partition by person_id, track_id, phase)),
    cells as (
      -- The nudge keeps equal scores equal whose sums were rounded in another order.
      select question_id, version, phase, option_key, correct,
        floor(100 * rest + 0.5 + 1e-7)::int as place, count(*)::int as people,
        coalesce(sum(rest), 0) as sum, coalesce(sum(rest * rest), 0) as squares,
        count(sure) as asked, count(*) filter (where sure) as sure
      from scored group by 1, 2, 3, 4, 5, 6)
    select question_id, version, phase, json_agg(json_build_array(
      option_key, correct, place, people, sum, squares, 0, asked, sure)
      order by place, option_key) as cells
    from cells group by 1, 2, 3`,
  )
  return rows.map(({ question_id: questionId, cells, ...row }) => ({
    ...row,
    questionId,
    cells: cells.map(cellOf),
  }))
}
