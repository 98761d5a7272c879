import { addCivilDays, type CivilDay } from '../calendar/civil-day.ts'
import type { LearningDay } from './streak.ts'

/** What stood in a person's chat, and what became of it, in the person's civil days. */
export interface LearningHistory {
  readonly lessons: readonly {
    readonly due: CivilDay
    /** Answered or skipped on that day; null: it still stands open. */
    readonly closed: CivilDay | null
    readonly answered: boolean
  }[]
  /** Days on which questions came again by themselves. */
  readonly reviewed: ReadonlySet<CivilDay>
  /** Days on which a lesson was answered, whenever it was due. */
  readonly lessonAnswers: ReadonlySet<CivilDay>
  /** Days on which a question that came again, or was asked for, was answered. */
  readonly reviewAnswers: ReadonlySet<CivilDay>
}

/**
 * The days that a streak is made of, oldest first: working days on which something was there to be
 * answered. A day is kept when its lesson was answered, on that day or later (an answer given
 * offline arrives with the next signal); when a lesson was answered on it; or, with no lesson
 * standing open, when a review was. Today is not missed before it is over.
 *
 * @param works the unit works on that day and the person is neither on leave nor on pause
 */
export function learningDays(
  { lessons, reviewed, lessonAnswers, reviewAnswers }: LearningHistory,
  works: (day: CivilDay) => boolean,
  today: CivilDay,
): LearningDay[] {
  const [first] = [...lessons.map(({ due }) => due), ...reviewed].toSorted()
  const days: LearningDay[] = []
  if (first === undefined) return days
  for (let day = first; day <= today; day = addCivilDays(day, 1)) {
    if (!works(day)) continue
    const begun = lessons.filter(({ due }) => due <= day)
    const asked = reviewed.has(day) || begun.some(({ closed }) => closed === null || closed >= day)
    const leftOpen = begun.some(({ closed }) => closed === null || closed > day)
    const kept =
      lessonAnswers.has(day) ||
      begun.some(({ due, answered }) => due === day && answered) ||
      (reviewAnswers.has(day) && !leftOpen)
    if (kept || (asked && day < today)) days.push({ day, kept })
  }
  return days
}
