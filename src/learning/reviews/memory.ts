import { default_w, fsrs, generatorParameters, type FSRSState } from 'ts-fsrs'

/**
 * What is known of somebody's memory of one question, in the two quantities of FSRS-6: `stability`,
 * the days after which it is still known with a probability of 90%, and `difficulty`, 1 to 10.
 */
export type Memory = Pick<FSRSState, 'stability' | 'difficulty'>

/** Wrong; right, but unsure; right. A quiz knows no easier one. */
export type Grade = 'again' | 'hard' | 'good'

export interface MemorySettings {
  /** The probability with which a question is to be known when it comes again: 0.7 to 0.97. */
  readonly retention: number
  /** FSRS' weights; undefined: the library's defaults, until there are enough answers to fit them. */
  readonly parameters?: readonly number[] | undefined
}

/** @param sure null: not asked, which counts as sure: a guess that was right is met again anyway */
export function gradeOf(correct: boolean, sure: boolean | null): Grade {
  if (!correct) return 'again'
  return sure === false ? 'hard' : 'good'
}

const ratings = { again: 1, hard: 2, good: 3 } as const satisfies Record<Grade, number>

/** The library's weights, which hold where none are set. */
export const defaultWeights: readonly number[] = default_w

/** FSRS' number of a grade, as its optimizer reads it. */
export function gradeNumber(grade: Grade): number {
  return ratings[grade]
}

/** Longer gaps than a year say nothing about a course of months. */
const LONGEST_DAYS = 365

export interface Remembered {
  readonly memory: Memory
  /** Whole days until it is worth asking again; at least 1. */
  readonly days: number
}

/**
 * The memory after an answer. Days, not minutes: one question is asked at most once a day, so the
 * short-term steps of the library are off, and no chance is added to its intervals.
 *
 * @param memory null before the first answer
 * @param since  civil days since the last answer; a clock that jumped back counts as none
 */
export function remember(
  memory: Memory | null,
  since: number,
  grade: Grade,
  settings: MemorySettings,
): Remembered {
  const scheduler = schedulerFor(settings)
  const elapsed = Math.max(0, since)
  const next = scheduler.next_state(memory, elapsed, ratings[grade])
  const days = scheduler.next_interval(next.stability, elapsed)
  return { memory: { stability: next.stability, difficulty: next.difficulty }, days }
}

/** The probability that it is still known after `days`. */
export function retrievability(memory: Memory, days: number, settings: MemorySettings): number {
  return schedulerFor(settings).forgetting_curve(Math.max(0, days), memory.stability)
}

let last: { readonly key: string; readonly scheduler: ReturnType<typeof fsrs> } | undefined

/** Settings rarely change, and preparing the library's parameters costs more than an answer. */
function schedulerFor({ retention, parameters }: MemorySettings): ReturnType<typeof fsrs> {
  const key = JSON.stringify([retention, parameters])
  if (last?.key !== key) {
    const scheduler = fsrs(
      generatorParameters({
        request_retention: retention,
        maximum_interval: LONGEST_DAYS,
        enable_fuzz: false,
        enable_short_term: false,
        ...(parameters === undefined ? {} : { w: [...parameters] }),
      }),
    )
    last = { key, scheduler }
  }
  return last.scheduler
}
