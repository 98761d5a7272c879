import type { Chance } from './chance.ts'

export type HabitName =
  | 'steady'
  | 'struggling'
  | 'late'
  | 'pausing'
  | 'blocking'
  | 'silent'
  | 'quitting'
  | 'fading'

/** How a scripted person deals with lessons. Shares are of all cases, times in minutes. */
interface Habit {
  /** How often an answer is right. */
  readonly ability: number
  /** How often a quiz is answered without a reminder. */
  readonly answers: number
  readonly answersWithin: readonly [from: number, to: number]
  /** How often a reminder moves them. */
  readonly afterNudge: number
  /** How often the lesson is skipped with its button. */
  readonly skips: number
  /** What they do once, instead of answering, when a lesson of the first days arrives. */
  readonly turn?: Turn
}

export type Turn = 'pause' | 'block' | 'stop' | 'fade'

const habits: Readonly<Record<HabitName, Habit>> = {
  steady: { ability: 0.9, answers: 0.97, answersWithin: [3, 150], afterNudge: 0.9, skips: 0.01 },
  struggling: { ability: 0.4, answers: 0.9, answersWithin: [4, 240], afterNudge: 0.7, skips: 0.04 },
  late: { ability: 0.7, answers: 0.6, answersWithin: [240, 1700], afterNudge: 0.8, skips: 0.02 },
  pausing: {
    ability: 0.75,
    answers: 0.9,
    answersWithin: [5, 180],
    afterNudge: 0.6,
    skips: 0,
    turn: 'pause',
  },
  blocking: {
    ability: 0.7,
    answers: 0.9,
    answersWithin: [5, 240],
    afterNudge: 0.5,
    skips: 0,
    turn: 'block',
  },
  silent: { ability: 0, answers: 0, answersWithin: [0, 0], afterNudge: 0, skips: 0 },
  quitting: {
    ability: 0.6,
    answers: 0.9,
    answersWithin: [5, 240],
    afterNudge: 0.5,
    skips: 0,
    turn: 'stop',
  },
  fading: {
    ability: 0.6,
    answers: 0.9,
    answersWithin: [5, 240],
    afterNudge: 0.5,
    skips: 0,
    turn: 'fade',
  },
}

/** The same twenty over and over: every habit is there as soon as there are eight people. */
const MIXTURE = (
  'steady struggling late pausing blocking silent quitting fading ' +
  'steady steady late struggling steady steady struggling late steady struggling steady pausing'
).split(' ') as readonly HabitName[]

export function habitOf(index: number): HabitName {
  return MIXTURE[index % MIXTURE.length] ?? 'steady'
}

export function answersRightly(habit: HabitName, chance: Chance): boolean {
  return chance.happens(habits[habit].ability)
}

/** Nobody is reminded of a question that comes again: it is left a little more often than a lesson. */
export function answersReviews(habit: HabitName, chance: Chance): boolean {
  return chance.happens(habits[habit].answers * 0.85)
}

/** What a person will do, so many minutes from now. */
export interface Plan {
  readonly act: 'answer' | 'skip' | 'ask' | Turn
  readonly inMinutes: number
}

export interface Situation {
  readonly habit: HabitName
  /** Lessons that have arrived, this one included. */
  readonly lessons: number
  /** The lesson at which the habit's turn comes. */
  readonly turnAt: number
  readonly turned: boolean
  /** This copy of the lesson was asked for. */
  readonly asked: boolean
}

/** What a quiz that has just arrived makes a person do; undefined: nothing. */
export function afterQuiz(situation: Situation, chance: Chance): Plan | undefined {
  const habit = habits[situation.habit]
  if (situation.asked) return { act: 'answer', inMinutes: chance.between(2, 20) }
  if (habit.turn !== undefined && !situation.turned && situation.lessons >= situation.turnAt) {
    return { act: habit.turn, inMinutes: chance.between(5, 90) }
  }
  const inMinutes = chance.between(...habit.answersWithin)
  if (chance.happens(habit.skips)) return { act: 'skip', inMinutes }
  return chance.happens(habit.answers) ? { act: 'answer', inMinutes } : undefined
}

/** What a reminder makes a person do; some have the lesson sent again first. */
export function afterNudge(habit: HabitName, chance: Chance): Plan | undefined {
  if (!chance.happens(habits[habit].afterNudge)) return undefined
  const inMinutes = chance.between(5, 90)
  return { act: habit === 'late' && chance.happens(0.5) ? 'ask' : 'answer', inMinutes }
}
