import { sql } from 'drizzle-orm'
import { type Db, rowsOf } from '../../platform/db/index.ts'
import type { CivilDay } from '../calendar/civil-day.ts'
import type { Leave } from '../calendar/leave.ts'
import type { LearningHistory } from './learning-days.ts'

export interface StoredHistory extends LearningHistory {
  /** Days away, by leave, sickness or pause. */
  readonly away: readonly Leave[]
}

/** Everything since `since` that decides on a person's streak, in the civil days of `timezone`. */
export async function readHistory(
  db: Db,
  personId: string,
  { timezone, since }: { readonly timezone: string; readonly since: CivilDay },
): Promise<StoredHistory> {
  const [row] = await rowsOf<{
    lessons: StoredHistory['lessons'] | null
    reviewed: CivilDay[] | null
    lesson_answers: CivilDay[] | null
    review_answers: CivilDay[] | null
    away: Leave[] | null
  }>(
    db,
    sql`
    with answered as (
      select distinct (a.answered_at at time zone ${timezone})::date::text as day,
        a.delivery_id is not null as lesson
      from answers a where a.person_id = ${personId}
        and a.answered_at >= (${since}::date - 1)::timestamp at time zone 'UTC'
        and (a.delivery_id is not null or a.review_id is not null))
    select
      (select json_agg(json_build_object('due', d.due_day,
          'closed', (d.closed_at at time zone ${timezone})::date,
          'answered', d.state = 'answered'))
        from deliveries d where d.person_id = ${personId} and d.sent_at is not null
          and d.state <> 'undelivered' and d.due_day >= ${since}::date) as lessons,
      (select json_agg(distinct r.day) from reviews r
        where r.person_id = ${personId} and r.cause = 'due' and r.sent_at is not null
          and r.day >= ${since}::date) as reviewed,
      (select json_agg(day) from answered where lesson) as lesson_answers,
      (select json_agg(day) from answered where not lesson) as review_answers,
      (select json_agg(json_build_object('first', first_day, 'last', coalesce(last_day, '9999-12-31')))
        from (
          select first_day, last_day from leaves where person_id = ${personId}
          union all
          select first_day, last_day from pauses where person_id = ${personId}) spans) as away`,
  )
  return {
    lessons: row?.lessons ?? [],
    reviewed: new Set(row?.reviewed),
    lessonAnswers: new Set(row?.lesson_answers),
    reviewAnswers: new Set(row?.review_answers),
    away: row?.away ?? [],
  }
}
