import type { Db } from '../../platform/db/index.ts'
import { readDaysOff } from '../calendar/calendar-store.ts'
import { addCivilDays, civilDaysBetween, type CivilDay } from '../calendar/civil-day.ts'
import { isTeachingDay, type DaysOff } from '../calendar/teaching-moment.ts'
import { readSettings } from '../settings-store.ts'
import { addCards, putCard, takeCard } from './cards-store.ts'
import { remember, type Grade } from './memory.ts'

export interface AnsweredQuestion {
  readonly personId: string
  readonly questionId: string
  readonly grade: Grade
  /** The person's civil day of the answer. */
  readonly day: CivilDay
  /** Answered with its lesson: the lesson's other questions wait for their turn from now on. */
  readonly lessonId?: string
}

/** Keeps what an answer says about a person's memory, and when the question comes again. */
export async function rememberAnswer(tx: Db, answered: AnsweredQuestion): Promise<void> {
  const { personId, questionId, grade, day, lessonId } = answered
  const daysOff = await readDaysOff(tx)
  const settings = await readSettings(tx)
  const card = await takeCard(tx, personId, questionId)
  const since = card?.lastDay == null ? 0 : civilDaysBetween(card.lastDay, day)
  const { memory, days } = remember(card?.memory ?? null, since, grade, {
    retention: settings['review.retention'],
    parameters: settings['review.parameters'],
  })
  // An answer that arrives late belongs to an earlier day, which must not undo a later one.
  const lastDay = card?.lastDay != null && card.lastDay > day ? card.lastDay : day
  await putCard(tx, {
    personId,
    questionId,
    memory,
    lastDay,
    dueDay: reviewDay(daysOff, day, grade === 'again' ? 1 : days),
    lapsed: grade === 'again',
  })
  if (lessonId !== undefined) await addCards(tx, personId, lessonId, reviewDay(daysOff, day, 1))
}

/** The first working day that is at least `days` after `day`. */
export function reviewDay(daysOff: DaysOff, day: CivilDay, days: number): CivilDay {
  let due = addCivilDays(day, days)
  while (!isTeachingDay(due, daysOff)) due = addCivilDays(due, 1)
  return due
}
