import { sql } from 'drizzle-orm'
import { asDate, type Db, rowsOf } from '../../platform/db/index.ts'
import type { ItemFigures } from './analyse-item.ts'
import type { FormPhase } from './form-phase.ts'

/** An item of a form that is live, in the version that is live. */
export interface LiveFormItem {
  readonly questionId: string
  readonly trackId: string
  readonly form: 'a' | 'b' | 'delayed'
  /** Place in the form, from 1. */
  readonly position: number
  readonly version: number
  /** Since when this version is live. */
  readonly since: Date
  /** Occasions on which anybody answered it. */
  readonly phases: Readonly<Partial<Record<FormPhase, ItemFigures>>>
}

/** Items of live forms, form by form; of a track where one is named. */
export async function readLiveFormItems(db: Db, trackId?: string): Promise<LiveFormItem[]> {
  const rows = await rowsOf<{
    question_id: string
    track_id: string
    form: LiveFormItem['form']
    position: number
    version: number
    since: string
    phases: LiveFormItem['phases'] | null
  }>(
    db,
    sql`
    select q.question_id, q.track_id, q.form, q.position, v.version,
      (select min(s.first_seen_at) from question_versions s
        where s.question_id = q.question_id and s.version = v.version) as since,
      (select json_object_agg(f.phase, f.figures) from form_item_figures f
        where f.question_id = q.question_id and f.version = v.version) as phases
    from live_items q
    join question_versions v on v.question_id = q.question_id and v.hash = q.hash
    where (${trackId ?? null}::text is null or q.track_id = ${trackId ?? null})
    order by q.track_id, q.form, q.position`,
  )
  return rows.map((row) => ({
    questionId: row.question_id,
    trackId: row.track_id,
    form: row.form,
    position: row.position,
    version: row.version,
    since: asDate(row.since),
    phases: row.phases ?? {},
  }))
}
