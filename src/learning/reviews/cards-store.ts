import { sql, type SQL } from 'drizzle-orm'
import { arrayOf, at, type Db, rowsOf } from '../../platform/db/index.ts'
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

export interface CardPlace {
  readonly personId: string
  readonly questionId: string
}

/** @returns the cards of these people's questions that there are, locked, by `cardKey` */
export async function takeCards(
  tx: Db,
  places: readonly CardPlace[],
): Promise<ReadonlyMap<string, Card>> {
  if (places.length === 0) return new Map()
  const rows = await rowsOf<{
    person_id: string
    question_id: string
    stability: number | null
    difficulty: number | null
    last_day: string | null
  }>(
    tx,
    sql`
    select c.person_id, c.question_id, c.stability, c.difficulty, c.last_day::text
    from review_cards c join unnest(
      ${arrayOf(
        places.map(({ personId }) => personId),
        'uuid',
      )},
      ${arrayOf(
        places.map(({ questionId }) => questionId),
        'text',
      )}) as r(person_id, question_id)
      on r.person_id = c.person_id and r.question_id = c.question_id
    order by c.person_id, c.question_id for update of c`,
  )
  return new Map(
    rows.map((row) => {
      const { stability, difficulty } = row
      const memory = stability === null || difficulty === null ? null : { stability, difficulty }
      const key = cardKey({ personId: row.person_id, questionId: row.question_id })
      return [key, { memory, lastDay: row.last_day }]
    }),
  )
}

export function cardKey({ personId, questionId }: CardPlace): string {
  return `${personId}/${questionId}`
}

export interface AnsweredCard extends CardPlace {
  readonly memory: Memory
  readonly lastDay: string
  readonly dueDay: string
  readonly lapsed: boolean
  readonly misled: boolean
}

/** Cards of different people, at most one of each. */
export async function putCards(tx: Db, cards: readonly AnsweredCard[]): Promise<void> {
  if (cards.length === 0) return
  await tx.execute(sql`
    insert into review_cards as c (person_id, question_id, stability, difficulty, last_day,
      due_day, lapsed, misled, answers)
    select r.*, 1 from jsonb_to_recordset(${JSON.stringify(
      cards.map((card) => ({
        person_id: card.personId,
        question_id: card.questionId,
        stability: card.memory.stability,
        difficulty: card.memory.difficulty,
        last_day: card.lastDay,
        due_day: card.dueDay,
        lapsed: card.lapsed,
        misled: card.misled,
      })),
    )}::jsonb) as r(person_id uuid, question_id text, stability float8, difficulty float8,
      last_day date, due_day date, lapsed boolean, misled boolean)
    on conflict (person_id, question_id) do update
    set stability = excluded.stability, difficulty = excluded.difficulty,
      last_day = excluded.last_day, due_day = excluded.due_day, lapsed = excluded.lapsed,
      misled = excluded.misled,
      answers = c.answers + 1`)
}

export interface TaughtLesson {
  readonly personId: string
  readonly lessonId: string
  /** When the questions that were not asked with the lesson may come. */
  readonly dueDay: string
}

/** Questions that were not asked with their lesson wait for their turn; those known stay as they are. */
export async function addCards(tx: Db, lessons: readonly TaughtLesson[]): Promise<void> {
  if (lessons.length === 0) return
  await tx.execute(sql`
    insert into review_cards (person_id, question_id, due_day)
    select r.person_id, q.question_id, r.due_day from unnest(
      ${arrayOf(
        lessons.map(({ personId }) => personId),
        'uuid',
      )},
      ${arrayOf(
        lessons.map(({ lessonId }) => lessonId),
        'text',
      )},
      ${arrayOf(
        lessons.map(({ dueDay }) => dueDay),
        'date',
      )}) as r(person_id, lesson_id, due_day)
      join live_questions q on q.lesson_id = r.lesson_id
    where q.position > 1
    on conflict do nothing`)
}

/** Reviews that have stood unanswered since before `before` make room for others. */
export async function expireReviews(db: Db, before: Date, now: Date): Promise<void> {
  await db.execute(sql`
    update reviews set state = 'expired', closed_at = ${at(now)}
    where state = 'open' and created_at < ${at(before)}`)
}
