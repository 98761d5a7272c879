import { daysBetween, type CivilDay } from '../learning/index.ts'
import { drawArm, inTurn, type Arm, type BanditSettings, type Tally } from './bandit.ts'
import type { Rung } from './ladder.ts'
import { awakeWordings, maskOf } from './wordings.ts'

/** Reminders that were alike in all that matters here, together. */
export interface Round extends Tally {
  readonly tone: Rung
  /** Null: held out. */
  readonly variant: string | null
  /** The wordings that were awake, as `maskOf` gives them. */
  readonly awake: number
}

/** What reminders did so far, where there are people enough to learn from. */
export interface Learned {
  readonly rounds: readonly Round[]
  /** The share of first reminders that is left out. */
  readonly holdOut: number
}

/** What is known of somebody who is to be reminded. */
export interface Reminded {
  readonly tone: Rung
  /** The person's civil day. */
  readonly day: CivilDay
  /** Lessons answered so far. */
  readonly answered: number
  /** The wordings that the person saw, with the last day of each, and how often. */
  readonly seen: readonly { readonly id: string; readonly day: CivilDay; readonly times: number }[]
}

export interface Choice {
  /** Null: held out; nothing is sent, to see what would have happened anyway. */
  readonly variant: string | null
  readonly awake: number
}

const NOTHING: Tally = { used: 0, answered: 0 }

/**
 * The wording for somebody, or none for whoever is held out, on the first step alone. Only the first
 * step has a hold-out: whoever has not answered for days is not left without a word for the sake of a
 * figure. The wordings of the other steps are compared with each other.
 *
 * @param learned undefined: too few people, and the wordings go round in turn
 * @param random gives numbers from 0 to 1, without 1
 */
export function chooseWording(
  reminded: Reminded,
  learned: Learned | undefined,
  random: () => number,
  settings?: BanditSettings,
): Choice {
  const { tone, day, answered, seen } = reminded
  const ids = awakeWordings(tone, { day, answered })
  const awake = maskOf(ids)
  const own = seen.filter(({ id }) => id.startsWith(`${tone}-`))
  if (learned === undefined) {
    const before = own.reduce((times, one) => times + one.times, 0)
    return { variant: inTurn(ids, before), awake }
  }
  if (tone === 'gentle' && random() < learned.holdOut) return { variant: null, awake }
  const rounds = learned.rounds.filter((round) => round.tone === tone)
  const arms = ids.map((id): Arm => {
    const last = own.find((one) => one.id === id)?.day
    return {
      id,
      ...compared(rounds, id),
      daysSince: last === undefined ? null : Math.max(0, daysBetween(last, day)),
    }
  })
  return { variant: drawArm(arms, random(), settings), awake }
}

/** What a wording did, and what happened without it among those for whom it was awake. */
export function compared(rounds: readonly Round[], id: string): Pick<Arm, 'tally' | 'reference'> {
  const possible = rounds.filter(({ awake }) => (awake & maskOf([id])) !== 0)
  const heldOut = possible.filter(({ variant }) => variant === null)
  const others = possible.filter(({ variant }) => variant !== id)
  return {
    tally: together(possible.filter(({ variant }) => variant === id)),
    reference: together(heldOut.length > 0 ? heldOut : others),
  }
}

export function together(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (sum, { used, answered }) => ({ used: sum.used + used, answered: sum.answered + answered }),
    NOTHING,
  )
}
