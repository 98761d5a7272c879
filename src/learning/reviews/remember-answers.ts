import type { Db } from '../../platform/db/index.ts'
import { calendarIn, readSomeCalendars, type Calendars } from '../calendar/calendars-store.ts'
import {
  addCivilDays,
  civilDay,
  daysBetween,
  momentOf,
  type CivilDay,
} from '../calendar/civil-day.ts'
import { readRhythms, type PlacedRhythm } from '../calendar/rhythm-store.ts'
import { nextTeachingMoment } from '../calendar/teaching-moment.ts'
import type { Rhythm, WorkCalendar } from '../calendar/work-calendar.ts'
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
 * different people, at most one of each.
 */
export async function rememberAnswers(
  tx: Db,
  answers: readonly AnsweredQuestion[],
  answeredAt: Date,
): Promise<void> {
  if (answers.length === 0) return
  const ids = answers.map(({ personId }) => personId)
  const people = await readRhythms(tx, ids, answeredAt)
  const calendars = await readSomeCalendars(
    tx,
    [...people.values()].map(({ calendarId }) => calendarId),
  )
  const settings = await readSettings(tx)
  const cards = await takeCards(tx, answers)
  const dayAfter = reviewDays(calendars)
  const put: AnsweredCard[] = []
  const taught: TaughtLesson[] = []
  for (const answer of answers) {
    const { personId, lessonId } = answer
    const person = people.get(personId)
    if (person === undefined) throw new Error(`Person ${personId} is gone`)
    const day = civilDay(person.timezone, answeredAt)
    const { days, ...next } = cardAfter(answer, cards.get(cardKey(answer)), day, settings)
    put.push({ ...next, dueDay: dayAfter(person, day, days) })
    if (lessonId !== undefined) {
      taught.push({ personId, lessonId, dueDay: dayAfter(person, day, 1) })
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

/** `reviewDay`, reckoned once for all people of one class: most of the time of a vote went into it. */
function reviewDays(
  calendars: Calendars,
): (person: PlacedRhythm, day: CivilDay, days: number) => CivilDay {
  const known = new Map<string, CivilDay>()
  return (person, day, days) => {
    const key = [person.rhythmKey, day, days].join('|')
    const found =
      known.get(key) ?? reviewDay(person, calendarIn(calendars, person.calendarId), day, days)
    known.set(key, found)
    return found
  }
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
