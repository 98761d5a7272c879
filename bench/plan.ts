/**
 * Due people to rows of the outbox, beside a bare INSERT … SELECT: `bench/planning.ts`, once over all
 * its sizes for the growth, and some more times on its smallest for the spread.
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
const rounds = Number(values.rounds)

const printed = z.object({
  results: z
    .array(
      z.object({
        people: z.number(),
        perSecond: z.number(),
        planMs: z.number(),
        bareMs: z.number(),
        ratio: z.number(),
        grownMb: z.number(),
      }),
    )
    .min(1),
  exponent: z.number().optional(),
})
type Printed = z.infer<typeof printed>

async function planning(args: readonly string[]): Promise<Printed> {
  return printed.parse(await runScript('planning.ts', args))
}

async function measure(): Promise<Figure[]> {
  const all = await planning(['--sizes', values.sizes, ...(values.full ? ['--full'] : [])])
  const smallest = all.results[0]?.people ?? 0
  const bySize = new Map(all.results.map((result) => [result.people, [result]]))
  for (let round = 1; round < rounds; round++) {
    const again = await planning(['--sizes', String(smallest)])
    bySize.get(smallest)?.push(...again.results)
  }
  const sizes = [...bySize].map(([people, results]) =>
    figure({
      name: `plan, ${people} people`,
      unit: 'people a second',
      values: results.map(({ perSecond }) => perSecond),
      peers: { 'bare INSERT … SELECT': results.map(({ bareMs }) => (people / bareMs) * 1000) },
      ratios: results.map(({ ratio }) => ratio),
      goal: 'at least 0.5 of the bare statement',
      meets: ({ ratio }) => ratio >= 0.5,
      notes: { 'memory grew by MB': Math.max(...results.map(({ grownMb }) => grownMb)) },
    }),
  )
  if (all.exponent === undefined) return sizes
  const growth = figure({
    name: 'plan, growth of the time with the people',
    unit: 'exponent',
    values: [all.exponent],
    goal: 'at most 1.1',
    meets: ({ value }) => value <= 1.1,
  })
  return [...sizes, growth]
}

report(await measure(), values.json)
