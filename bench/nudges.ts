/**
 * Words that work: half a simulated year in which the true effect of each wording is known, lived by the
 * choice of src/nudges/bandit.ts, by chance, by one fixed wording, and by an oracle that knows the truth.
 * Whether the better words are found, how soon, and what it costs.
 *
 *     node bench/nudges.ts [--people 300,1000,5000] [--seeds 5] [--seed 20261124] [--grid] [--json]
 *
 * `--grid` tries other temperatures and penalties than those that are set.
 */
import { parseArgs } from 'node:util'
import { banditSettings, type BanditSettings } from '../src/nudges/index.ts'
import { show, spreadOf } from './support/statistics.ts'
import {
  liveHalfYear,
  policies,
  type HalfYear,
  type Policy,
  type World,
} from './support/nudges/half-year.ts'

const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '300,1000,5000' },
    seeds: { type: 'string', default: '5' },
    seed: { type: 'string', default: '20261124' },
    grid: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
})

const everybody = (effects: readonly number[], ...rest: World['wordings']): World['wordings'] => [
  ...effects.map((effect, i) => ({ id: `gentle-${'abcd'.charAt(i)}`, effect, needs: 0 })),
  ...rest,
]

const lasting = { wear: 0, wearHalfLife: 15 }

const worlds: readonly World[] = [
  {
    name: 'one is clearly better',
    wordings: everybody([0.1, 0.1, 0.5, 0.2]),
    ...lasting,
  },
  {
    name: 'one is better, and wears out for who saw it lately',
    wordings: everybody([0.1, 0.3, 0.5, 0.3]),
    wear: 0.6,
    wearHalfLife: 10,
  },
  {
    name: 'one for the diligent alone looks better than it is',
    wordings: everybody([0.1, 0.1, 0.4, 0.1], { id: 'gentle-e', effect: 0, needs: 40 }),
    ...lasting,
  },
  { name: 'they differ little', wordings: everybody([0.1, 0.12, 0.2, 0.15]), ...lasting },
  { name: 'all are alike', wordings: everybody([0.2, 0.2, 0.2, 0.2]), ...lasting },
]

const seeds = Array.from({ length: Number(values.seeds) }, (_, n) => Number(values.seed) + n)
const sizes = values.people.split(',').map(Number)

interface Result {
  readonly world: string
  readonly people: number
  readonly policy: Policy
  readonly settings?: BanditSettings
  readonly years: readonly HalfYear[]
}

function lived(
  world: World,
  people: number,
  policy: Policy,
  settings: BanditSettings = banditSettings,
): Result {
  const years = seeds.map((seed) => liveHalfYear({ world, policy, people, seed, settings }))
  return { world: world.name, people, policy, settings, years }
}

const per100 = (years: readonly HalfYear[]): readonly number[] =>
  years.map(({ answered, reminders }) => (100 * answered) / reminders)

function line({ policy, years }: Result, oracle: Result): string {
  const best = years.map(({ bestShare }) => 100 * bestShare)
  const found = years.flatMap(({ foundOn }) => (foundOn === null ? [] : [foundOn]))
  const held = years.reduce((sum, { heldOut }) => sum + heldOut, 0)
  const reminders = years.reduce((sum, year) => sum + year.reminders, 0)
  const lost = per100(years).map((rate, i) => (per100(oracle.years)[i] ?? 0) - rate)
  return [
    policy.padEnd(7),
    `answered of 100: ${show(spreadOf(per100(years)), 1)}`,
    `below the oracle: ${show(spreadOf(lost), 1)}`,
    `best one in the last 30 days: ${show(spreadOf(best))} %`,
    `found by day: ${found.length === 0 ? 'never' : `${show(spreadOf(found))}, in ${found.length} of ${years.length}`}`,
    ...(held > 0 ? [`held out: ${((100 * held) / reminders).toFixed(1)} %`] : []),
  ].join(' | ')
}

const results: Result[] = []
for (const people of sizes) {
  for (const world of worlds) {
    const all = policies.map((policy) => lived(world, people, policy))
    results.push(...all)
    const oracle = all.find(({ policy }) => policy === 'oracle')
    if (values.json || oracle === undefined) continue
    console.log(`\n${people} people, ${world.name}; seeds ${seeds.join(', ')}`)
    for (const result of all) console.log(`  ${line(result, oracle)}`)
  }
}

if (values.grid) {
  for (const people of sizes) {
    for (const temperature of [0.01, 0.02, 0.04, 0.08, 0.16]) {
      for (const penalty of [0, 0.05, 0.1, 0.2]) {
        const settings = { ...banditSettings, temperature, penalty }
        const rates = worlds.map((world) => {
          const result = lived(world, people, 'bandit', settings)
          results.push(result)
          return spreadOf(per100(result.years)).median.toFixed(2)
        })
        console.log(`${people} people, t ${temperature}, penalty ${penalty}: ${rates.join(' | ')}`)
      }
    }
  }
}

if (values.json) console.log(JSON.stringify(results))
