import { sql } from 'drizzle-orm'
import { type Db, rowsOf } from '../platform/db/index.ts'

export interface Progress {
  readonly trackId: string
  /** Every lesson of the track has been answered or skipped. */
  readonly done: boolean
  readonly answered: number
  readonly correct: number
  readonly skipped: number
  /** Lessons of the track that the person has had, also those that were withdrawn since. */
  readonly had: readonly string[]
  /** Civil days (as they were due) of the lessons, newest first, with whether each was answered. */
  readonly days: readonly { readonly day: string; readonly answered: boolean }[]
}

/** Where a person stands on the latest track; undefined before any. */
export async function readProgress(db: Db, personId: string): Promise<Progress | undefined> {
  const [row] = await rowsOf<{
    track_id: string
    done: boolean
    answered: number
    correct: number
    skipped: number
    had: string[] | null
    days: { day: string; answered: boolean }[] | null
  }>(
    db,
    sql`
    select e.track_id, e.state = 'done' as done,
      (select count(*)::int from deliveries d
        where d.enrolment_id = e.id and d.state = 'answered') as answered,
      (select count(*)::int from answers a join deliveries d on d.id = a.delivery_id
        where d.enrolment_id = e.id and a.correct) as correct,
      (select count(*)::int from deliveries d
        where d.enrolment_id = e.id and d.state = 'skipped') as skipped,
      (select array_agg(d.lesson_id) from deliveries d
        where d.enrolment_id = e.id and d.state <> 'undelivered') as had,
      (select json_agg(json_build_object('day', d.due_day, 'answered', d.state = 'answered')
          order by d.due_day desc, d.id desc)
        from (select * from deliveries d where d.enrolment_id = e.id
          order by d.due_day desc, d.id desc limit 60) d) as days
    from enrolments e where e.person_id = ${personId}
    order by e.state = 'active' desc, e.id desc limit 1`,
  )
  if (row === undefined) return undefined
  return {
    trackId: row.track_id,
    done: row.done,
    answered: row.answered,
    correct: row.correct,
    skipped: row.skipped,
    had: row.had ?? [],
    days: row.days ?? [],
  }
}
