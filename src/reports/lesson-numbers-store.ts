import { sql } from 'drizzle-orm'
import { arrayOf, asDateOrNull, type Db, rowsOf } from '../platform/db/index.ts'

/** A lesson or question in the wording that is live. */
export interface Wording {
  readonly id: string
  readonly hash: string
}

/** People who answered a question for the first time, and those of them who were right. */
export interface FirstAttempts {
  readonly answered: number
  readonly right: number
}

export const noAttempts: FirstAttempts = { answered: 0, right: 0 }

export interface QuestionNumbers {
  /** At the wording that is live. */
  readonly live: FirstAttempts
  /** At any wording before it. */
  readonly older: FirstAttempts
}

/** What is known of one lesson. Every number has its meaning in docs/measures.md. */
export interface LessonNumbers {
  /** When this wording was first live; null for one that was never kept. */
  readonly since: Date | null
  /** People whom the lesson reached, in whatever wording; of them: */
  readonly delivered: number
  readonly answered: number
  readonly skipped: number
  readonly open: number
  /** By question; one that nobody was asked is missing. */
  readonly questions: ReadonlyMap<string, QuestionNumbers>
}

/** One statement for a whole page. @param questions those of the lesson that are live */
export async function readLessonNumbers(
  db: Db,
  lesson: Wording,
  questions: readonly Wording[],
): Promise<LessonNumbers> {
  const [row] = await rowsOf<{
    since: string | null
    delivered: number
    answered: number
    skipped: number
    open: number
    questions: ({ id: string } & Record<'answered' | 'right' | 'before' | 'rightBefore', number>)[]
  }>(
    db,
    sql`
    with asked as (
      select * from unnest(
        ${arrayOf(
          questions.map(({ id }) => id),
          'text',
        )},
        ${arrayOf(
          questions.map(({ hash }) => hash),
          'text',
        )}
      ) as q(id, hash)),
    firsts as (
      select distinct on (a.person_id, a.question_id)
        a.question_id, a.correct, a.question_hash = q.hash as live
      from answers a join asked q on q.id = a.question_id
      order by a.person_id, a.question_id, a.answered_at, a.id),
    summed as (
      select question_id as id,
        count(*) filter (where live)::int as answered,
        count(*) filter (where live and correct)::int as right,
        count(*) filter (where not live)::int as before,
        count(*) filter (where not live and correct)::int as "rightBefore"
      from firsts group by question_id)
    select
      (select first_seen_at from lesson_versions
        where lesson_id = ${lesson.id} and hash = ${lesson.hash}) as since,
      (select coalesce(json_agg(summed), '[]') from summed) as questions,
      count(distinct person_id)::int as delivered,
      count(distinct person_id) filter (where state = 'answered')::int as answered,
      count(distinct person_id) filter (where state = 'skipped')::int as skipped,
      count(distinct person_id) filter (where state = 'open')::int as open
    from deliveries where lesson_id = ${lesson.id} and sent_at is not null`,
  )
  if (row === undefined) throw new Error('The numbers of the lesson returned no row')
  return {
    ...row,
    since: asDateOrNull(row.since),
    questions: new Map(
      row.questions.map(({ id, answered, right, before, rightBefore }) => [
        id,
        { live: { answered, right }, older: { answered: before, right: rightBefore } },
      ]),
    ),
  }
}
