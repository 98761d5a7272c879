import { sql } from 'drizzle-orm'
import type { Question } from '../../src/content/index.ts'
import { arrayOf, type Db } from '../../src/platform/db/index.ts'

/** How a question behaves: how often somebody of ability 0 to 1 is right, and which wrong option is taken. */
export interface Behaviour {
  readonly right: (ability: number) => number
  /** Part of the wrong answers that take the first of the wrong options. */
  readonly first: number
}

export const behaviours = {
  good: { right: (ability) => 0.05 + 0.9 * ability, first: 0.6 },
  easy: { right: (ability) => 0.9 + 0.08 * ability, first: 0.5 },
  flat: { right: (ability) => 0.4 + 0.2 * ability, first: 0.5 },
  miskeyed: { right: (ability) => 0.75 - 0.6 * ability, first: 0.8 },
  lazy: { right: (ability) => 0.2 + 0.7 * ability, first: 1 },
} as const satisfies Record<string, Behaviour>

export interface ItemAnswersOptions {
  /** Telegram ids of those who answer, from the least able to the ablest. */
  readonly people: readonly number[]
  readonly questions: readonly { readonly question: Question; readonly as: Behaviour }[]
  /** Of the people, how many answered the question; all, when left out. */
  readonly reached?: (place: number) => number
  readonly at: Date
}

/** First answers as if people had met the questions with their lessons; the same at every call. */
export async function addItemAnswers(db: Db, options: ItemAnswersOptions): Promise<void> {
  const { people, questions, at, reached = () => people.length } = options
  const rows = questions.flatMap(({ question, as }, place) => {
    const [first, second] = question.texts.id.options
      .map(({ key }) => key)
      .filter((key) => key !== question.answer)
    // Park and Miller's generator: the same numbers at every run.
    let state = 48_271 * (place + 1)
    const draw = (): number => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647
    return people.slice(people.length - reached(place)).map((person, i) => {
      const right = draw() < as.right(i / people.length)
      const wrong = draw() < as.first ? first : second
      const sure = i % 4 === 0 ? draw() < 0.6 : null
      const option = right ? question.answer : (wrong ?? first ?? '')
      return { person, question, option, right, sure }
    })
  })
  const list = (of: (row: (typeof rows)[number]) => string | number | boolean | null, as: string) =>
    arrayOf(rows.map(of), as)
  await db.execute(sql`
    insert into answers (person_id, question_id, question_hash, occasion, option_key, correct, sure,
      answered_at)
    select p.id, g.question, g.hash, 'lesson:0', g.option, g.correct, g.sure,
      ${at.toISOString()}::timestamptz
    from unnest(${list((row) => row.person, 'bigint')},
      ${list((row) => row.question.id, 'text')}, ${list((row) => row.question.hash, 'text')},
      ${list((row) => row.option, 'text')}, ${list((row) => row.right, 'boolean')},
      ${list((row) => row.sure, 'boolean')}) as g(person, question, hash, option, correct, sure)
    join people p on p.telegram_id = g.person`)
}
