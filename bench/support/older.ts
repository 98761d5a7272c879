import { z } from 'zod'
import { figure, type Figure } from './figure.ts'
import type { Spread } from './statistics.ts'

const spread = z.object({ median: z.number(), min: z.number(), max: z.number() })

/** The bench printed the spread alone: the rounds behind it are not known any more. */
function fromSpread(
  base: Omit<Parameters<typeof figure>[0], 'values' | 'peers' | 'ratios'>,
  value: Spread,
  ratio?: Spread,
  peers: Readonly<Record<string, Spread>> = {},
): Figure {
  const rounds = (of: Spread): number[] => [of.min, of.median, of.max]
  return figure({
    ...base,
    values: rounds(value),
    ...(ratio === undefined ? {} : { ratios: rounds(ratio) }),
    peers: Object.fromEntries(Object.entries(peers).map(([name, of]) => [name, rounds(of)])),
  })
}

const written = z.object({
  rows: z.number(),
  seconds: z.number(),
  peakMb: z.number(),
  idleMb: z.number(),
})

const under = (most: number) => ({
  goal: `under ${most}`,
  meets: ({ value }: { readonly value: number }) => value < most,
})

const shapes: Readonly<Record<string, (printed: unknown) => Figure[]>> = {
  simulator(printed) {
    const { simulator, bare, ratio } = z
      .object({ simulator: spread, bare: spread, ratio: spread })
      .parse(printed)
    return [
      fromSpread(
        {
          name: 'simulator, sendMessage',
          unit: 'a second',
          goal: 'at least 5,000 a second, and 0.6 of a bare Node HTTP server',
          meets: (seen) => seen.value >= 5000 && seen.ratio >= 0.6,
        },
        simulator,
        ratio,
        { 'bare Node HTTP server': bare },
      ),
    ]
  },
  page(printed) {
    const seen = z.record(z.string(), spread).parse(printed)
    return Object.entries(seen).map(([name, value]) =>
      fromSpread(
        { name: `page, ${name}`, unit: 'ms', ...(name === 'firstPaintMs' ? under(1000) : {}) },
        value,
      ),
    )
  },
  catalogue(printed) {
    const seen = z
      .object({ loadMs: spread, peakMb: spread, search: z.object({ ms: spread }) })
      .parse(printed)
    return [
      fromSpread({ name: 'catalogue, load', unit: 'ms', ...under(3000) }, seen.loadMs),
      fromSpread({ name: 'catalogue, memory', unit: 'MB', ...under(150) }, seen.peakMb),
      fromSpread({ name: 'catalogue, search', unit: 'ms', ...under(20) }, seen.search.ms),
    ]
  },
  pictures(printed) {
    const seen = z.array(z.object({ name: z.string(), ...spread.shape })).parse(printed)
    return seen.map(({ name, ...value }) =>
      fromSpread({ name: `pictures, ${name}`, unit: 'ms', ...under(150) }, value),
    )
  },
  certificates(printed) {
    const kinds = z.object({ ms: spread })
    const { short, long } = z.object({ short: kinds, long: kinds }).parse(printed)
    return Object.entries({ plain: short, full: long }).map(([name, { ms }]) =>
      fromSpread({ name: `certificates, ${name}`, unit: 'ms', ...under(300) }, ms),
    )
  },
  items(printed) {
    const { answers, ms } = z
      .object({
        answers: z.number(),
        ms: z.array(z.object({ name: z.string(), ...spread.shape })),
      })
      .parse(printed)
    return ms.map(({ name, ...value }) =>
      fromSpread({ name: `items, ${name}`, unit: 'ms', notes: { answers } }, value),
    )
  },
  export(printed) {
    const seen = z.record(z.string(), written).parse(printed)
    return Object.entries(seen).map(([name, { peakMb, idleMb, ...rest }]) =>
      figure({
        name: `export, ${name}, memory`,
        unit: 'MB beside the idle process',
        values: [peakMb - idleMb],
        notes: {
          'idle MB': Math.round(idleMb),
          seconds: Math.round(rest.seconds),
          rows: rest.rows,
        },
      }),
    )
  },
  masking(printed) {
    const seen = z.array(z.object({ name: z.string(), microseconds: spread })).parse(printed)
    return seen.map(({ name, microseconds }) =>
      fromSpread({ name: `masking, ${name}`, unit: 'µs' }, microseconds),
    )
  },
}

/**
 * What an older bench printed, as figures.
 *
 * @throws Error for one that has no such form: `planning` has `plan`, and `year` writes its document
 */
export function asFigures(name: string, printed: unknown): Figure[] {
  const shape = shapes[name]
  if (shape === undefined) throw new Error(`call "node bench/${name}.ts --json" for its own form`)
  return shape(printed)
}
