import { byUrgency, type WaitingCard } from '../../../src/learning/index.ts'
import { remember, type Memory } from '../../../src/learning/reviews/memory.ts'
import type { YearPerson } from './people.ts'

/** What a policy keeps of a question that was met. */
export interface PolicyCard extends WaitingCard {
  /** Place in the course. */
  readonly question: number
  readonly memory: Memory | null
  /** Of the last answer; null before the first. */
  readonly lastDay: number | null
  /** Right answers in a row, for fixed gaps. */
  readonly step: number
}

export interface Policy {
  readonly name: 'fsrs' | 'fsrsByDay' | 'fixed' | 'none'
  /** The card after an answer. */
  answered(card: PolicyCard, person: YearPerson, day: number, correct: boolean): PolicyCard
  /** Which of two due cards is asked first. */
  order(day: number): (a: PolicyCard, b: PolicyCard) => number
}

const RETENTION = { retention: 0.9 }

/** As the product does it: rememberAnswer's rule and the planner's order. */
export const fsrsPolicy: Policy = {
  name: 'fsrs',
  order: () => byUrgency,
  answered(card, _person, day, correct) {
    const since = card.lastDay === null ? 0 : day - card.lastDay
    const { memory, days } = remember(card.memory, since, correct ? 'good' : 'again', RETENTION)
    return {
      ...card,
      memory,
      lastDay: day,
      lapsed: !correct,
      dueDay: day + (correct ? days : 1),
    }
  },
}

/** FSRS' intervals, but what has been due longest is asked first: what the order alone is worth. */
export const fsrsByDayPolicy: Policy = { ...fsrsPolicy, name: 'fsrsByDay', order: () => byDueDay }

const byDueDay = (a: PolicyCard, b: PolicyCard): number =>
  a.dueDay - b.dueDay || (a.questionId < b.questionId ? -1 : 1)

/** Working days until a question comes again, by the right answers in a row; the last one repeats. */
const GAPS = [1, 3, 7, 14, 30, 60] as const

/** Civil days for every five working days; asked on the first working day from the day found, as ever. */
const CIVIL = 7 / 5

/**
 * Fixed expanding gaps, as paper card boxes have them: right goes to the next longer gap, wrong back
 * to the first; what has been due longest is asked first.
 */
export const fixedPolicy: Policy = {
  name: 'fixed',
  order: () => byDueDay,
  answered(card, _person, day, correct) {
    const gap = GAPS[correct ? Math.min(card.step, GAPS.length - 1) : 0] ?? 1
    const days = correct && gap > 1 ? Math.round(gap * CIVIL) : gap
    return {
      ...card,
      step: correct ? card.step + 1 : 0,
      lastDay: day,
      lapsed: !correct,
      dueDay: day + days,
    }
  },
}

/** Lessons and their first question alone; its load is none. */
export const noPolicy: Policy = {
  name: 'none',
  order: () => () => 0,
  answered: (card, _person, _day, correct) => ({ ...card, lapsed: !correct }),
}
