import type { Db } from '../../platform/db/index.ts'
import { addCivilDays, civilDay, daysBetween, type CivilDay } from '../calendar/civil-day.ts'
import { readRhythms } from '../calendar/rhythm-store.ts'
import type { Settings } from '../settings.ts'
import { readSettings } from '../settings-store.ts'
import {
  addCards,
  cardKey,
  putCards,
  takeCards,
  type AnsweredCard,
  type Card,
  type TaughtLesson,
} from './cards-store.ts'
import { gradeOf, remember } from './memory.ts'

export interface AnsweredQuestion {
  readonly personId: string
  readonly questionId: string
  readonly correct: boolean
  /** How sure the person was; null: not asked. */
  readonly sure: boolean | null
  /** Answered with its lesson: the lesson's other questions wait for their turn from now on. */
  readonly lessonId?: string
}

/**
 * Keeps what answers say about people's memory, and when the questions come again; answers of
 * different people, at most one of each. The day is a civil one, working day or not: what brings reviews
 * comes on working days alone, so they come on the first one from then, whatever the calendar becomes.
 */
export async function rememberAnswers(
  tx: Db,
  answers: readonly AnsweredQuestion[],
  answeredAt: Date,
): Promise<void> {
  if (answers.length === 0) return
  const ids = answers.map(({ personId }) => personId)
  const people = await readRhythms(tx, ids, answeredAt)
  const settings = await readSettings(tx)
  const cards = await takeCards(tx, answers)
  const put: AnsweredCard[] = []
  const taught: TaughtLesson[] = []
  for (const answer of answers) {
    const { personId, lessonId } = answer
    const person = people.get(personId)
    if (person === undefined) throw new Error(`Person ${personId} is gone`)
    const day = civilDay(person.timezone, answeredAt)
    const { days, ...next } = cardAfter(answer, cards.get(cardKey(answer)), day, settings)
    put.push({ ...next, dueDay: addCivilDays(day, days) })
    if (lessonId !== undefined) {
      taught.push({ personId, lessonId, dueDay: addCivilDays(day, 1) })
    }
  }
  await putCards(tx, put)
  await addCards(tx, taught)
}

/** The card as the answer of civil day `day` leaves it; `days`: until it is worth asking again. */
function cardAfter(
  { personId, questionId, correct, sure }: AnsweredQuestion,
  card: Card | undefined,
  day: CivilDay,
  settings: Settings,
): Omit<AnsweredCard, 'dueDay'> & { readonly days: number } {
  const grade = gradeOf(correct, sure)
  const since = card?.lastDay == null ? 0 : daysBetween(card.lastDay, day)
  const { memory, days } = remember(card?.memory ?? null, since, grade, {
    retention: settings['review.retention'],
    parameters: settings['review.parameters'],
  })
  return {
    personId,
    questionId,
    memory,
    // An answer that arrives late belongs to an earlier day, which must not undo a later one.
    lastDay: card?.lastDay != null && card.lastDay > day ? card.lastDay : day,
    days: grade === 'again' ? 1 : days,
    lapsed: !correct,
    misled: !correct && sure === true,
  }
}
