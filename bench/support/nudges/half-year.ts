import {
  banditSettings,
  compared,
  drawArm,
  maskOf,
  type BanditSettings,
  type Round,
} from '../../../src/nudges/index.ts'
import { createRandom } from '../../../src/simulator/random.ts'

/** What is true of a wording, and what no policy but the oracle knows. */
export interface TrueWording {
  readonly id: string
  /** By how much more often than without a reminder it is answered: 0.2 is a fifth more. */
  readonly effect: number
  /** Said only to those who have answered so many lessons. */
  readonly needs: number
}

export interface World {
  readonly name: string
  readonly wordings: readonly TrueWording[]
  /** The part of its effect that a wording loses for somebody who saw it a moment ago. */
  readonly wear: number
  /** Days after which half of that is left. */
  readonly wearHalfLife: number
}

export const policies = ['bandit', 'random', 'fixed', 'oracle'] as const
export type Policy = (typeof policies)[number]

export interface HalfYear {
  readonly reminders: number
  readonly answered: number
  /** Left without a reminder. */
  readonly heldOut: number
  /** Of the last 30 days' reminders, the share that was said in the best wording. */
  readonly bestShare: number
  /** The first day from which, over a week, the best one was said most; null: never. */
  readonly foundOn: number | null
}

/** Working days of half a year. */
const DAYS = 125

/** Of people who have a lesson, those who have not answered by the hour of the reminder. */
const WAITING = 0.35

/** Of them, those who would answer that day without a reminder. */
const ANYWAY = 0.3

/** As the setting stands by default. */
const HOLD_OUT = 0.1

interface Person {
  /** How often they answer anyway, against the others. */
  readonly diligence: number
  answered: number
  readonly seenOn: Map<string, number>
}

export interface HalfYearOptions {
  readonly world: World
  readonly policy: Policy
  readonly people: number
  readonly seed: number
  readonly settings?: BanditSettings
}

/** Lets the working days of half a year pass: first reminders alone, since they have the hold-out. */
export function liveHalfYear(options: HalfYearOptions): HalfYear {
  const { world, policy, people, seed, settings = banditSettings } = options
  const { next } = createRandom(seed)
  const crowd = Array.from({ length: people }, (): Person => ({
    diligence: 0.5 + next(),
    answered: 0,
    seenOn: new Map(),
  }))
  const rounds = new Map<string, { round: Round; used: number; answered: number }>()
  const best = bestOf(world)
  const byDay: { readonly best: number; readonly said: number }[] = []
  const sums = { reminders: 0, answered: 0, heldOut: 0 }
  for (let day = 0; day < DAYS; day++) {
    // What is known in the morning: the days before.
    const known = [...rounds.values()].map(({ round, used, answered }) => ({
      ...round,
      used,
      answered,
    }))
    const tallies = new Map(world.wordings.map(({ id }) => [id, compared(known, id)]))
    const today = { best: 0, said: 0 }
    for (const person of crowd) {
      if (next() >= WAITING) {
        person.answered += next() < 0.6 ? 1 : 0
        continue
      }
      const awake = world.wordings.filter(({ needs }) => person.answered >= needs)
      const held = policy === 'bandit' && next() < HOLD_OUT
      const standing = { person, awake, tallies, day, world }
      const chosen = held ? undefined : choose(policy, standing, next(), settings)
      const chance = chanceOf(person, chosen, day, world)
      const answers = next() < chance
      if (chosen !== undefined) {
        person.seenOn.set(chosen.id, day)
        today.said++
        if (chosen.id === best.id) today.best++
      }
      if (answers) person.answered++
      sums.reminders++
      sums.answered += answers ? 1 : 0
      sums.heldOut += held ? 1 : 0
      note(chosen?.id ?? null, maskOf(awake.map(({ id }) => id)), answers)
    }
    byDay.push(today)
  }
  return {
    ...sums,
    bestShare: shareOf(byDay.slice(-30)),
    foundOn: foundOn(byDay),
  }

  function note(variant: string | null, awake: number, answers: boolean): void {
    const key = `${variant}|${awake}`
    const round: Round = { tone: 'gentle', variant, awake, used: 0, answered: 0 }
    const kept = rounds.get(key) ?? { round, used: 0, answered: 0 }
    kept.used++
    if (answers) kept.answered++
    rounds.set(key, kept)
  }
}

interface Choosing {
  readonly person: Person
  readonly awake: readonly TrueWording[]
  readonly tallies: ReadonlyMap<string, ReturnType<typeof compared>>
  readonly day: number
  readonly world: World
}

const NOTHING = { used: 0, answered: 0 }

function choose(
  policy: Policy,
  { person, awake, tallies, day, world }: Choosing,
  random: number,
  settings: BanditSettings,
): TrueWording | undefined {
  switch (policy) {
    case 'fixed':
      return awake[0]
    case 'random':
      return awake[Math.floor(random * awake.length)]
    case 'oracle':
      return awake.toSorted(
        (a, b) => chanceOf(person, b, day, world) - chanceOf(person, a, day, world),
      )[0]
    case 'bandit': {
      const arms = awake.map(({ id }) => {
        const seen = person.seenOn.get(id)
        return {
          id,
          ...(tallies.get(id) ?? { tally: NOTHING, reference: NOTHING }),
          // Working days; a week has seven days, and five of these.
          daysSince: seen === undefined ? null : ((day - seen) * 7) / 5,
        }
      })
      const id = drawArm(arms, random, settings)
      return awake.find((one) => one.id === id)
    }
  }
}

function chanceOf(
  person: Person,
  wording: TrueWording | undefined,
  day: number,
  { wear, wearHalfLife }: World,
): number {
  const anyway = ANYWAY * person.diligence
  if (wording === undefined) return anyway
  const seen = person.seenOn.get(wording.id)
  const worn = seen === undefined ? 0 : wear * 0.5 ** (((day - seen) * 7) / 5 / wearHalfLife)
  return Math.min(1, anyway * (1 + wording.effect * (1 - worn)))
}

/** The best that everybody may be told. */
function bestOf({ wordings }: World): TrueWording {
  const [best] = wordings.filter(({ needs }) => needs === 0).toSorted((a, b) => b.effect - a.effect)
  if (best === undefined) throw new Error('No wording is for everybody')
  return best
}

type Day = { readonly best: number; readonly said: number }

function shareOf(days: readonly Day[]): number {
  const said = days.reduce((sum, day) => sum + day.said, 0)
  return said === 0 ? 0 : days.reduce((sum, day) => sum + day.best, 0) / said
}

/** More than any of four could have by chance, in a week and in the rest of the half-year together. */
const FOUND = 0.4

function foundOn(days: readonly Day[]): number | null {
  const first = days.findIndex((_, i) => {
    const week = days.slice(i, i + 5)
    return week.length === 5 && shareOf(week) > FOUND && shareOf(days.slice(i)) > FOUND
  })
  return first === -1 ? null : first + 1
}
