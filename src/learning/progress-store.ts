import { sql } from 'drizzle-orm'
import { arrayOf, type Db, rowsOf } from '../platform/db/index.ts'

export interface Progress {
  readonly trackId: string
  /** Every lesson of the track has been answered or skipped. */
  readonly done: boolean
  readonly answered: number
  readonly correct: number
  readonly skipped: number
  /** Lessons of the track that the person has had, also those that were withdrawn since. */
  readonly had: readonly string[]
}

/** How many lessons people have answered of their latest tracks, by the people's ids. */
export async function readAnswered(
  db: Db,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (personIds.length === 0) return new Map()
  const rows = await rowsOf<{ person_id: string; answered: number }>(
    db,
    sql`
    with latest as (
      select distinct on (e.person_id) e.person_id, e.id from enrolments e
      where e.person_id = any(${arrayOf(personIds, 'uuid')})
      order by e.person_id, e.state = 'active' desc, e.id desc)
    select l.person_id, (select count(*)::int from deliveries d
      where d.enrolment_id = l.id and d.state = 'answered') as answered from latest l`,
  )
  return new Map(rows.map((row) => [row.person_id, row.answered]))
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
        where d.enrolment_id = e.id and d.state <> 'undelivered') as had
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
  }
}
