import { sql } from 'drizzle-orm'
import type { Lesson, Question } from '../../content/index.ts'
import { type Db, rowsOf } from '../../platform/db/index.ts'
import { countOf, rowsThrough } from '../exports/cursor-store.ts'
import { momentWithin, shown, type QueryContext } from '../exports/table-queries-store.ts'
import type { Recorded } from './statements.ts'

const answered = (context: QueryContext) => sql`
  select a.id::int, a.person_id::text, question_id, question_hash, option_key, correct,
    to_char(answered_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
  from answers a join people p on p.id = a.person_id
  where ${shown(context)} and ${momentWithin(sql`a.answered_at`, context)} order by a.id`

/** A lesson is done with the answer to its question, which is graded once. */
const done = (context: QueryContext) => sql`
  select d.id::int, d.person_id::text, d.lesson_id, d.lesson_hash, a.correct,
    to_char(d.closed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
  from deliveries d join answers a on a.delivery_id = d.id and a.question_id = d.question_id
    join people p on p.id = d.person_id
  where d.state = 'answered' and d.closed_at is not null and ${shown(context)}
    and ${momentWithin(sql`d.closed_at`, context)} order by d.id`

/** How many records there will be. */
export async function countRecorded(tx: Db, context: QueryContext): Promise<number> {
  return (await countOf(tx, answered(context))) + 2 * (await countOf(tx, done(context)))
}

type AnsweredRow = {
  readonly id: number
  readonly person_id: string
  readonly question_id: string
  readonly question_hash: string
  readonly option_key: string
  readonly correct: boolean
  readonly at: string
}

type DoneRow = {
  readonly id: number
  readonly person_id: string
  readonly lesson_id: string
  readonly lesson_hash: string
  readonly correct: boolean
  readonly at: string
}

/** All answers of everybody in it, and the lessons that were done with them. */
export async function* readRecorded(tx: Db, context: QueryContext): AsyncGenerator<Recorded> {
  const { locale } = context
  const questions = await wordings<Question>(tx, 'question')
  for await (const row of rowsThrough<AnsweredRow>(tx, answered(context))) {
    const wording = questions.get(`${row.question_id} ${row.question_hash}`)
    const texts = wording?.content.texts[locale]
    yield {
      kind: 'answered',
      id: row.id,
      personId: row.person_id,
      objectId: row.question_id,
      version: wording?.version ?? null,
      name: texts?.text ?? row.question_id,
      options: texts?.options ?? [],
      key: wording?.content.answer ?? null,
      response: row.option_key,
      success: row.correct,
      at: row.at,
    }
  }
  const lessons = await wordings<Lesson>(tx, 'lesson')
  for await (const row of rowsThrough<DoneRow>(tx, done(context))) {
    const record = {
      id: row.id,
      personId: row.person_id,
      objectId: row.lesson_id,
      version: null,
      name: lessons.get(`${row.lesson_id} ${row.lesson_hash}`)?.content.texts[locale]?.title,
      options: [],
      key: null,
      response: null,
      at: row.at,
    }
    const name = record.name ?? row.lesson_id
    yield { ...record, name, kind: 'completed', success: null }
    yield { ...record, name, kind: 'judged', success: row.correct }
  }
}

interface Wording<T> {
  readonly version: number
  readonly content: T
}

/** Every wording there was: a few thousand, however many answers there are. */
async function wordings<T>(
  tx: Db,
  of: 'question' | 'lesson',
): Promise<ReadonlyMap<string, Wording<T>>> {
  const rows = await rowsOf<{ id: string; hash: string; version: number; content: unknown }>(
    tx,
    of === 'question'
      ? sql`select question_id as id, hash, version, content from question_versions`
      : sql`select lesson_id as id, hash, 1 as version, content from lesson_versions`,
  )
  // As it was written by content/versions-store.ts.
  return new Map(
    rows.map(({ id, hash, version, content }) => [
      `${id} ${hash}`,
      { version, content: content as T },
    ]),
  )
}
