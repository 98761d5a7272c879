/**
 * Due people to rows of the outbox, beside a bare INSERT … SELECT: `bench/planning.ts`, several times
 * for the smallest size, for the spread, and once for each larger one, for the growth.
 *
 *     node bench/plan.ts [--rounds 5] [--sizes 10000,100000] [--full] [--json]
 *
 * `--full` adds a million people.
 */
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { figure, report, type Figure } from './support/figure.ts'
import { runScript } from './support/run-script.ts'

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    sizes: { type: 'string', default: '10000,100000' },
    full: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
})

const MOST = 1_000_000

const round = z.object({ planMs: z.number(), bareMs: z.number(), grownMb: z.number() })
const printed = z.object({
  results: z.array(z.object({ people: z.number(), measured: z.array(round).min(1) })).length(1),
})
type Round = z.infer<typeof round>

async function planning(people: number, rounds: string): Promise<readonly Round[]> {
  const args = ['--sizes', String(people), '--rounds', rounds]
  const { results } = printed.parse(await runScript('planning.ts', args))
  return results.flatMap(({ measured }) => measured)
}

function figureOf(people: number, rounds: readonly Round[]): Figure {
  return figure({
    name: `plan, ${people} people`,
    unit: 'people a second',
    values: rounds.map(({ planMs }) => (people / planMs) * 1000),
    peers: { 'bare INSERT … SELECT': rounds.map(({ bareMs }) => (people / bareMs) * 1000) },
    ratios: rounds.map(({ planMs, bareMs }) => bareMs / planMs),
    goal: 'at least 0.5 of the bare statement',
    meets: ({ ratio }) => ratio >= 0.5,
    notes: { 'memory grew by MB': Math.max(...rounds.map(({ grownMb }) => grownMb)) },
  })
}

/** Of the time with the people: 1 is in proportion. */
function exponentOf(sizes: readonly Figure[], people: readonly number[]): number {
  const [few = Number.NaN, many = Number.NaN] = [people[0], people.at(-1)]
  const [first = Number.NaN, last = Number.NaN] = [sizes[0]?.value, sizes.at(-1)?.value]
  return Math.log(many / last / (few / first)) / Math.log(many / few)
}

async function measure(): Promise<Figure[]> {
  const people = [...values.sizes.split(',').map(Number), ...(values.full ? [MOST] : [])]
  const sizes: Figure[] = []
  for (const [i, count] of people.entries()) {
    sizes.push(figureOf(count, await planning(count, i === 0 ? values.rounds : '1')))
  }
  if (people.length < 2) return sizes
  const growth = figure({
    name: 'plan, growth of the time with the people',
    unit: 'exponent',
    values: [exponentOf(sizes, people)],
    goal: 'at most 1.1',
    meets: ({ value }) => value <= 1.1,
  })
  return [...sizes, growth]
}

report(await measure(), values.json)
