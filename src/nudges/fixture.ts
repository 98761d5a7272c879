import fc from 'fast-check'
import {
  addCivilDays,
  civilDay,
  layCalendar,
  OFFICE,
  type Rhythm,
  type WorkCalendar,
} from '../learning/index.ts'
import { firstNudgeAt, planNudge, wasJustHere, type NudgePlan } from './ladder.ts'

const HOUR_MS = 3600_000
const START = Date.UTC(2026, 10, 20)

/** A lesson that stands open, and what its person does about it. */
export interface History {
  readonly person: Rhythm
  readonly calendar: WorkCalendar
  readonly lessonAt: Date
  /** Words and taps, in order; each ends a pause that came by itself. */
  readonly replies: readonly Date[]
  /** Null: never. */
  readonly answeredAt: Date | null
  /** From then on no reminders are wished; null: they may come. */
  readonly unremindedFrom: Date | null
}

const moment = fc.integer({ min: 0, max: 60 * 24 * 6 }).map((n) => new Date(START + n * 600_000))
const span = fc.tuple(fc.nat(60), fc.nat(9)).map(([first, length]) => ({
  first: addCivilDays('2026-11-20', first),
  last: addCivilDays('2026-11-20', first + length),
}))

export const anyHistory: fc.Arbitrary<History> = fc.record({
  person: fc.record({
    timezone: fc.constantFrom('Asia/Makassar', 'Asia/Jakarta', 'Asia/Jayapura'),
    lessonMinute: fc.integer({ min: 420, max: 1020 }),
    ownHours: fc.constant(null),
    leaves: fc.array(span, { maxLength: 3 }),
    weeklyOn: fc.constantFrom(null, null, null, 1, 3),
  }),
  calendar: fc.array(fc.nat(60), { maxLength: 8 }).map((days) => ({
    ...layCalendar(OFFICE, [], []),
    daysOff: new Set(days.map((n) => addCivilDays('2026-11-20', n))),
  })),
  lessonAt: moment,
  replies: fc.array(moment, { maxLength: 5 }).map((all) => all.toSorted((a, b) => +a - +b)),
  answeredAt: fc.option(moment, { nil: null }),
  unremindedFrom: fc.option(moment, { nil: null, freq: 3 }),
})

export interface Lived {
  readonly steps: readonly {
    readonly place: number
    readonly at: Date
    readonly paused: boolean
    readonly unreminded: boolean
  }[]
  /** The last decision. */
  readonly left: NudgePlan
}

/** Looks after which nothing more happens: the longest ladder is far shorter. */
const MOST_LOOKS = 80

/** Lets a history pass as the sweep would: looking when something is due, a bit late now and then. */
export function live(history: History): Lived {
  const { person, calendar, lessonAt, replies, answeredAt, unremindedFrom } = history
  const steps: Lived['steps'][number][] = []
  let pausedSince: Date | null = null
  let looked = lessonAt.getTime()
  let left: NudgePlan = { kind: 'wait', nextAt: firstNudgeAt(person, calendar, lessonAt) }
  for (let look = 0; look < MOST_LOOKS; look++) {
    // Every seventh look comes hours late, as after an outage; every fifth an hour after the one before,
    // as when a change of calendar had the next reminder reckoned anew.
    const wished: number = look % 5 === 4 ? looked + HOUR_MS : left.nextAt.getTime()
    const now: Date = new Date(wished + (look % 7 === 6 ? 3 * HOUR_MS : 0))
    looked = now.getTime()
    if (answeredAt !== null && answeredAt <= now) return { steps, left: { ...left, kind: 'wait' } }
    const replied = replies.findLast((reply) => reply <= now)
    const since = replied ?? lessonAt
    if (pausedSince !== null && replied !== undefined && replied >= pausedSince) pausedSince = null
    const paused = pausedSince !== null
    const unreminded = unremindedFrom !== null && unremindedFrom <= now
    const last = steps.at(-1)
    left = planNudge(
      {
        ...person,
        paused,
        unreminded,
        reachable: true,
        delivered: true,
        justHere: replied !== undefined && wasJustHere(replied, now),
        climbed: steps.filter(({ at }) => replied === undefined || at > since).length,
        nudgedOn: last === undefined ? null : civilDay(person.timezone, last.at),
      },
      calendar,
      now,
    )
    if (left.kind !== 'climb') continue
    steps.push({ place: left.place, at: now, paused, unreminded })
    if (left.place === 4) pausedSince = now
  }
  return { steps, left }
}
