import type { Catalogue } from '../../../src/content/index.ts'
import { chanceOf } from './chance.ts'
import { faultOfMessage, localTime } from './check-message.ts'
import { writeDiary, type Rules } from './diary.ts'
import { liveYear, type LivedYear } from './live-year.ts'
import { strengthOf, type YearModel } from './models.ts'
import { yearPeople } from './people.ts'
import { fixedPolicy, fsrsByDayPolicy, fsrsPolicy, noPolicy, type Policy } from './policies.ts'

/**
 * `fsrs` as the product asks. At equal load, which is as many reviews at the same deliveries:
 * `fsrsByDay`, the same intervals in the order of their days, and `fixed` gaps. `none`: no reviews.
 */
export const policyNames = ['fsrs', 'fsrsByDay', 'fixed', 'none'] as const
export type PolicyName = (typeof policyNames)[number]

/** Means over people, of one policy, model and seed. */
export interface PolicyYear {
  /** At each month's end, over those who have met a question. */
  readonly retention: readonly number[]
  readonly yearEnd: number
  readonly afterFinishing: number
  /** Reviews asked a person. */
  readonly asked: number
  readonly answered: number
  /** Share of answered reviews that were right, guesses included. */
  readonly right: number
  /** Share of the questions met that were never answered in the year. */
  readonly neverAsked: number
}

export interface SeedYear {
  readonly seed: number
  readonly people: number
  readonly finished: number
  /** Of each model by name, each policy. */
  readonly models: Readonly<Record<string, Readonly<Record<PolicyName, PolicyYear>>>>
  /** Deliveries that were looked at, under all policies and models. */
  readonly messages: number
  /** What was wrong with deliveries, and how often. */
  readonly faults: Readonly<Record<string, number>>
}

/** All years of one run. */
export interface YearResults {
  /** Reviews of a day at the most. */
  readonly load: number
  readonly years: readonly SeedYear[]
}

export interface RunOptions {
  readonly catalogue: Catalogue
  /** Shared by all seeds: what is asked once of a class of people is known. */
  readonly rules: Rules
  readonly models: readonly YearModel[]
  readonly people: number
  readonly seed: number
  readonly load: number
}

/** One year of many people under all policies and models. */
export function runYear(options: RunOptions): SeedYear {
  const { catalogue, rules, models, seed, load } = options
  const chance = chanceOf(seed)
  const itemOf = new Map([...catalogue.questions.keys()].map((id, i) => [id, i]))
  const means = new Map<string, Mean>()
  const faults: Record<string, number> = {}
  let [messages, finished] = [0, 0]
  for (const person of yearPeople(catalogue, options.people, seed)) {
    const diary = writeDiary(person, rules, chance)
    if (diary.finished !== undefined) finished++
    const questions = person.course.flatMap((lesson) => lesson.questions)
    const days = new Set<string>()
    for (const event of diary.events) {
      if (event.kind !== 'teach') continue
      const { day } = localTime(person.timezone, event.at)
      if (days.has(day)) count(faults, 'twice on one day')
      days.add(day)
    }
    for (const model of models) {
      const strengths = questions.map(({ id }) =>
        strengthOf(model.variation, chance, person.index, itemOf.get(id) ?? 0),
      )
      const live = (policy: Policy, exactly?: readonly number[]): LivedYear =>
        liveYear({
          person,
          diary,
          chance,
          policy,
          memory: model.begin(strengths),
          load: policy.name === 'none' ? 0 : load,
          ...(exactly === undefined ? {} : { exactly }),
        })
      const fsrs = live(fsrsPolicy)
      const lived = {
        fsrs,
        fsrsByDay: live(fsrsByDayPolicy, fsrs.asked),
        fixed: live(fixedPolicy, fsrs.asked),
        none: live(noPolicy),
      }
      for (const name of policyNames) {
        const year = lived[name]
        add(means, `${model.name} ${name}`, year)
        messages += year.messages.length
        for (const at of year.messages) {
          const fault = faultOfMessage(person, at)
          if (fault !== undefined) count(faults, fault)
        }
        for (const asked of year.asked) if (asked > load) count(faults, 'beyond the load')
      }
    }
  }
  return {
    seed,
    people: options.people,
    finished,
    models: Object.fromEntries(
      models.map((model) => [
        model.name,
        Object.fromEntries(
          policyNames.map((name) => [name, meanOf(means.get(`${model.name} ${name}`))]),
        ) as Record<PolicyName, PolicyYear>,
      ]),
    ),
    messages,
    faults,
  }
}

function count(faults: Record<string, number>, fault: string): void {
  faults[fault] = (faults[fault] ?? 0) + 1
}

interface Mean {
  people: number
  readonly months: { sum: number; people: number }[]
  readonly after: { sum: number; people: number }
  asked: number
  answered: number
  right: number
  neverAsked: number
}

function add(means: Map<string, Mean>, key: string, year: LivedYear): void {
  const mean = means.get(key) ?? {
    people: 0,
    months: year.retention.map(() => ({ sum: 0, people: 0 })),
    after: { sum: 0, people: 0 },
    asked: 0,
    answered: 0,
    right: 0,
    neverAsked: 0,
  }
  means.set(key, mean)
  mean.people++
  const into = (sum: { sum: number; people: number } | undefined, value: number | undefined) => {
    if (sum === undefined || value === undefined) return
    sum.sum += value
    sum.people++
  }
  for (const [month, value] of year.retention.entries()) into(mean.months[month], value)
  into(mean.after, year.afterFinishing)
  mean.asked += year.asked.reduce((a, b) => a + b, 0)
  mean.answered += year.answered
  mean.right += year.right
  mean.neverAsked += year.neverAsked
}

function meanOf(mean: Mean | undefined): PolicyYear {
  if (mean === undefined) throw new Error('Nobody lived')
  const of = ({ sum, people }: { sum: number; people: number }): number => sum / people
  const retention = mean.months.map(of)
  return {
    retention,
    yearEnd: retention.at(-1) ?? Number.NaN,
    afterFinishing: of(mean.after),
    asked: mean.asked / mean.people,
    answered: mean.answered / mean.people,
    right: mean.right / Math.max(1, mean.answered),
    neverAsked: mean.neverAsked / mean.people,
  }
}
