import { civilDay, type WorkCalendar } from '../../../src/learning/index.ts'
import { teachingMoment } from '../../../src/learning/next-moment.ts'
import { plan, type Plan, type Work } from '../../../src/learning/plan.ts'
import type { Chance } from './chance.ts'
import { draws } from './chance.ts'
import { DAYS, dayName } from './days.ts'
import { knownLeaves, turnsTo, type YearPerson } from './people.ts'

/** What a person's year is made of, whatever is remembered of it. */
export type DiaryEvent =
  /** The planner delivers: a lesson of the course, or (null) reviews alone. */
  | {
      readonly kind: 'teach'
      readonly day: number
      readonly at: Date
      readonly lesson: number | null
    }
  /** The person turns to the bot: answers the lesson that stands open, or (null) there is none. */
  | { readonly kind: 'answer'; readonly day: number; readonly lesson: number | null }

export interface Diary {
  readonly events: readonly DiaryEvent[]
  /** The day of the last lesson's answer; undefined: not within the year. */
  readonly finished: number | undefined
}

/** The real rules, each asked once for every class of people, as the planner does. */
export interface Rules {
  plan(person: YearPerson, day: number, at: Date, work: Work, taughtOn: string | null): Plan
  next(person: YearPerson, day: number, from: Date, work: Work, taughtOn: string | null): Date
}

export function realRules(calendars: ReadonlyMap<string, WorkCalendar>): Rules {
  const plans = new Map<string, Plan>()
  const moments = new Map<string, Date>()
  const rhythm = (person: YearPerson, day: number) => {
    const { timezone, lessonMinute, calendarId } = person
    const calendar = calendars.get(calendarId)
    if (calendar === undefined) throw new Error(`No calendar ${calendarId}`)
    const leaves = knownLeaves(person, day)
    const key = [calendarId, timezone, lessonMinute, ...leaves.map((l) => l.first + l.last)].join()
    return { calendar, key, own: { timezone, lessonMinute, ownHours: null, leaves } }
  }
  const always = { paused: false, reachable: true, late: false }
  return {
    plan(person, day, at, work, taughtOn) {
      const { calendar, key, own } = rhythm(person, day)
      return once(plans, [key, at.getTime(), work, taughtOn].join(), () =>
        plan({ ...own, ...always, taughtOn, work }, calendar, at),
      )
    },
    next(person, day, from, work, taughtOn) {
      const { calendar, key, own } = rhythm(person, day)
      return once(moments, [key, from.getTime(), work, taughtOn].join(), () => {
        const moment = teachingMoment({ ...own, ...always, work, taughtOn }, calendar, from)
        if (moment === null) throw new Error('Nobody pauses without end here')
        return moment
      })
    },
  }
}

function once<T>(known: Map<string, T>, key: string, reckon: () => T): T {
  const found = known.get(key) ?? reckon()
  known.set(key, found)
  return found
}

/**
 * A person's year by the real planner's rule: when something comes, which lesson, and when it is
 * answered. Reviews change nothing of it, so it is the same under every policy and memory.
 */
export function writeDiary(person: YearPerson, rules: Rules, chance: Chance): Diary {
  const { timezone, course } = person
  const events: DiaryEvent[] = []
  let had = 0
  let open = false
  let taughtOn: string | null = null
  let finished: number | undefined
  let leaves = ''
  const work = (): Work => (open ? 'open' : had < course.length ? 'lesson' : 'rest')
  const midnight = (day: number): Date => new Date(`${dayName(day)}T00:00:00+07:00`)
  let due = rules.next(person, person.joins, midnight(person.joins), work(), null)
  for (let day = person.joins; day < DAYS; day++) {
    // A leave that is entered replans; a sickness is found by the planner when the moment has come.
    const planned = JSON.stringify(knownLeaves(person, day).filter((l) => l.first > dayName(day)))
    if (planned !== leaves) due = rules.next(person, day, midnight(day), work(), taughtOn)
    leaves = planned
    if (civilDay(timezone, due) === dayName(day)) {
      const decided = rules.plan(person, day, due, work(), taughtOn)
      if (decided.kind === 'deliver') {
        const lesson = had < course.length ? had : null
        events.push({ kind: 'teach', day, at: due, lesson })
        if (lesson !== null) {
          had++
          open = true
          taughtOn = dayName(day)
        }
      }
      if (decided.nextDueAt === null) throw new Error('Nobody pauses without end here')
      due = decided.nextDueAt
    }
    if (!turnsTo(person, day, chance)) continue
    const answers = open && chance(draws.lessonAnswer, person.index, day) < 0.95
    events.push({ kind: 'answer', day, lesson: answers ? had - 1 : null })
    if (answers) open = false
    if (answers && had === course.length) finished ??= day
  }
  return { events, finished }
}
