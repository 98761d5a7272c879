import { sql } from 'drizzle-orm'
import { asDate, rowsOf, type Db } from '../../../src/platform/db/index.ts'
import { faultOfMessage, localTime } from './check-message.ts'
import type { YearPerson } from './people.ts'

export interface CheckedLedger {
  /** Messages that came unasked, by kind: lessons, quizzes, reviews, reminders. */
  readonly kinds: Readonly<Record<string, number>>
  /** What was wrong, and how often; empty: nothing. */
  readonly faults: Readonly<Record<string, number>>
  readonly lessons: number
  readonly reviews: number
  readonly answers: number
  /** The most reviews that anybody was asked on one day. */
  readonly mostReviews: number
  readonly people: number
}

/** Kinds that show something in the chat; the others of these lanes take something away. */
const SHOWN = ['lesson', 'quiz', 'reviews', 'review', 'nudge']

/** Looks at every row of the outbox that nobody asked for, and at the order of lessons. */
export async function checkLedger(
  db: Db,
  people: readonly YearPerson[],
  ids: readonly string[],
  load: number,
): Promise<CheckedLedger> {
  const byId = new Map(ids.map((id, i) => [id, people[i]]))
  const kinds: Record<string, number> = {}
  const faults: Record<string, number> = {}
  const fault = (what: string): void => {
    faults[what] = (faults[what] ?? 0) + 1
  }
  const days = new Map<string, number>()
  let after = '0'
  for (;;) {
    const rows = await rowsOf<{ id: string; kind: string; person_id: string; sent: string }>(
      db,
      sql`
      select id, kind, person_id, finished_at as sent from outbox
      where id > ${after} and lane in ('lesson', 'review', 'nudge') and state = 'sent'
      order by id limit 5000`,
    )
    if (rows.length === 0) break
    after = rows.at(-1)?.id ?? after
    for (const row of rows) {
      if (!SHOWN.includes(row.kind)) continue
      const person = byId.get(row.person_id)
      if (person === undefined) throw new Error('A message to nobody')
      kinds[row.kind] = (kinds[row.kind] ?? 0) + 1
      const sent = asDate(row.sent)
      const wrong = faultOfMessage(person, sent)
      if (wrong !== undefined) fault(`${row.kind} ${wrong}`)
      const key = `${row.kind} ${row.person_id} ${localTime(person.timezone, sent).day}`
      days.set(key, (days.get(key) ?? 0) + 1)
    }
  }
  let mostReviews = 0
  for (const [key, count] of days) {
    const [kind] = key.split(' ')
    if (kind === 'review') mostReviews = Math.max(mostReviews, count)
    if (count > (kind === 'review' ? load : 1)) fault(`more than a day's load: ${kind ?? ''}`)
  }
  const [sums] = await rowsOf<{
    lessons: number
    reviews: number
    answers: number
    together: number
    unsent: number
  }>(
    db,
    sql`
    select (select count(*)::int from deliveries) as lessons,
      (select count(*)::int from reviews) as reviews,
      (select count(*)::int from answers) as answers,
      (select count(*)::int from outbox where state <> 'sent' and kind in ('lesson', 'quiz', 'review')
        and state <> 'cancelled') as unsent,
      (select count(*)::int from (
        select due_at, lag(coalesce(closed_at, 'infinity')) over (
          partition by person_id order by due_at) as closed from deliveries) d
        where due_at < closed) as together`,
  )
  if (sums === undefined) throw new Error('No sums')
  if (sums.together > 0) faults['a lesson while another stood open'] = sums.together
  if (sums.unsent > 0) faults['left unsent'] = sums.unsent
  const { lessons, reviews, answers } = sums
  return { kinds, faults, lessons, reviews, answers, mostReviews, people: people.length }
}
