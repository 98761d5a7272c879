import { sql, type SQL } from 'drizzle-orm'
import { at, type Db, rowsOf } from '../../platform/db/index.ts'
import type { Memory } from './memory.ts'

/**
 * The most urgent due cards of a person, as a query for `lateral`: question_id, question_hash, tag,
 * rank, in the order of `byUrgency` (urgency.ts). Those that stand open in the chat take their share of
 * the load, and a withdrawn question is not asked.
 */
export function urgentCards(personId: SQL, day: SQL, load: SQL): SQL {
  return sql`
    select ranked.* from (
      select c.question_id, lq.hash as question_hash, lq.tag, row_number() over (
        order by c.misled desc, c.lapsed desc, c.due_day, c.question_id) as rank
      from review_cards c join live_questions lq on lq.question_id = c.question_id
      where c.person_id = ${personId} and c.due_day <= ${day}
        and not exists (select 1 from reviews r where r.person_id = c.person_id
          and r.question_id = c.question_id and r.state = 'open')) ranked
    where ranked.rank <= ${load} - (
      select count(*) from reviews r where r.person_id = ${personId} and r.state = 'open')`
}

/** A card as the rule needs it. */
export interface Card {
  /** Null before the first answer. */
  readonly memory: Memory | null
  /** The person's civil day of the last answer. */
  readonly lastDay: string | null
}

/** The card of one question, locked; undefined when there is none yet. */
export async function takeCard(
  tx: Db,
  personId: string,
  questionId: string,
): Promise<Card | undefined> {
  const [row] = await rowsOf<{
    stability: number | null
    difficulty: number | null
    last_day: string | null
  }>(
    tx,
    sql`
    select stability, difficulty, last_day::text from review_cards
    where person_id = ${personId} and question_id = ${questionId} for update`,
  )
  if (row === undefined) return undefined
  const { stability, difficulty } = row
  return {
    memory: stability === null || difficulty === null ? null : { stability, difficulty },
    lastDay: row.last_day,
  }
}

export interface AnsweredCard {
  readonly personId: string
  readonly questionId: string
  readonly memory: Memory
  readonly lastDay: string
  readonly dueDay: string
  readonly lapsed: boolean
  readonly misled: boolean
}

export async function putCard(tx: Db, card: AnsweredCard): Promise<void> {
  const { personId, questionId, memory, lastDay, dueDay, lapsed, misled } = card
  await tx.execute(sql`
    insert into review_cards as c (person_id, question_id, stability, difficulty, last_day,
      due_day, lapsed, misled, answers)
    values (${personId}, ${questionId}, ${memory.stability}, ${memory.difficulty}, ${lastDay},
      ${dueDay}, ${lapsed}, ${misled}, 1)
    on conflict (person_id, question_id) do update
    set stability = excluded.stability, difficulty = excluded.difficulty,
      last_day = excluded.last_day, due_day = excluded.due_day, lapsed = excluded.lapsed,
      misled = excluded.misled,
      answers = c.answers + 1`)
}

/** Questions that were not asked with their lesson wait for their turn; those known stay as they are. */
export async function addCards(
  tx: Db,
  personId: string,
  lessonId: string,
  dueDay: string,
): Promise<void> {
  await tx.execute(sql`
    insert into review_cards (person_id, question_id, due_day)
    select ${personId}, question_id, ${dueDay}::date from live_questions
    where lesson_id = ${lessonId} and position > 1
    on conflict do nothing`)
}

/** Reviews that have stood unanswered since before `before` make room for others. */
export async function expireReviews(db: Db, before: Date, now: Date): Promise<void> {
  await db.execute(sql`
    update reviews set state = 'expired', closed_at = ${at(now)}
    where state = 'open' and created_at < ${at(before)}`)
}
