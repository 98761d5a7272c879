import type { Db } from '../../platform/db/index.ts'
import { readCalendar } from '../calendar/calendars-store.ts'
import {
  addCivilDays,
  civilDay,
  daysBetween,
  momentOf,
  type CivilDay,
} from '../calendar/civil-day.ts'
import { readRhythm } from '../calendar/rhythm-store.ts'
import { nextTeachingMoment } from '../calendar/teaching-moment.ts'
import type { Rhythm, WorkCalendar } from '../calendar/work-calendar.ts'
import { readSettings } from '../settings-store.ts'
import { addCards, putCard, takeCard } from './cards-store.ts'
import { gradeOf, remember } from './memory.ts'

export interface AnsweredQuestion {
  readonly personId: string
  readonly questionId: string
  readonly correct: boolean
  /** How sure the person was; null: not asked. */
  readonly sure: boolean | null
  readonly answeredAt: Date
  /** Answered with its lesson: the lesson's other questions wait for their turn from now on. */
  readonly lessonId?: string
}

/** Keeps what an answer says about a person's memory, and when the question comes again. */
export async function rememberAnswer(tx: Db, answered: AnsweredQuestion): Promise<void> {
  const { personId, questionId, correct, sure, answeredAt, lessonId } = answered
  const grade = gradeOf(correct, sure)
  const person = await readRhythm(tx, personId, answeredAt)
  const calendar = await readCalendar(tx, person.calendarId)
  const day = civilDay(person.timezone, answeredAt)
  const settings = await readSettings(tx)
  const card = await takeCard(tx, personId, questionId)
  const since = card?.lastDay == null ? 0 : daysBetween(card.lastDay, day)
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
    dueDay: reviewDay(person, calendar, day, grade === 'again' ? 1 : days),
    lapsed: !correct,
    misled: !correct && sure === true,
  })
  if (lessonId === undefined) return
  await addCards(tx, personId, lessonId, reviewDay(person, calendar, day, 1))
}

/** The person's first working day that is at least `days` after `day`. */
export function reviewDay(
  person: Rhythm,
  calendar: WorkCalendar,
  day: CivilDay,
  days: number,
): CivilDay {
  const from = momentOf(person.timezone, addCivilDays(day, days), 0)
  const moment = nextTeachingMoment(person, calendar, new Date(from.getTime() - 1))
  return civilDay(person.timezone, moment)
}
