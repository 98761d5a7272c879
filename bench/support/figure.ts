import { show, spreadOf, type Spread } from './statistics.ts'

/** One measured thing, as `npm run bench -- --json` prints it. */
export interface Figure {
  readonly name: string
  readonly unit: string
  /** Queues on `redis` or `postgres`; null where no queue is involved. */
  readonly backend: 'redis' | 'postgres' | null
  /** Median of the rounds. */
  readonly value: number
  readonly spread: Spread
  /** Medians of the same rounds. */
  readonly peers: Readonly<Record<string, number>>
  readonly peerSpreads: Readonly<Record<string, Spread>>
  /** What the goal is held against: median of the rounds' own ratios, to the peer that it names. */
  readonly ratio: number | null
  readonly ratioSpread: Spread | null
  readonly rounds: number
  /** In words; null: none was set. */
  readonly goal: string | null
  readonly met: boolean | null
  /** What else was seen, e.g. how many calls were refused. */
  readonly notes: Readonly<Record<string, number>>
}

export interface Measured {
  readonly name: string
  readonly unit: string
  readonly backend?: Figure['backend']
  readonly values: readonly number[]
  readonly peers?: Readonly<Record<string, readonly number[]>>
  /** One a round. */
  readonly ratios?: readonly number[]
  readonly goal?: string
  /** Whether the goal is met, by the medians. */
  readonly meets?: (seen: { readonly value: number; readonly ratio: number }) => boolean
  readonly notes?: Readonly<Record<string, number>>
}

/** Sums up the rounds of one measurement. */
export function figure(measured: Measured): Figure {
  const spread = spreadOf(measured.values)
  const ratioSpread = measured.ratios === undefined ? null : spreadOf(measured.ratios)
  const peerSpreads = Object.fromEntries(
    Object.entries(measured.peers ?? {}).map(([name, values]) => [name, spreadOf(values)]),
  )
  const seen = { value: spread.median, ratio: ratioSpread?.median ?? Number.NaN }
  return {
    name: measured.name,
    unit: measured.unit,
    backend: measured.backend ?? null,
    value: spread.median,
    spread,
    peers: Object.fromEntries(
      Object.entries(peerSpreads).map(([name, { median }]) => [name, median]),
    ),
    peerSpreads,
    ratio: ratioSpread?.median ?? null,
    ratioSpread,
    rounds: measured.values.length,
    goal: measured.goal ?? null,
    met: measured.meets === undefined ? null : measured.meets(seen),
    notes: measured.notes ?? {},
  }
}

/** Value by value: ours to the peer's of the same round. */
export function ratiosOf(ours: readonly number[], peers: readonly number[]): number[] {
  return ours.map((value, round) => value / (peers[round] ?? Number.NaN))
}

function digitsOf(value: number): number {
  return value < 10 ? 3 : value < 100 ? 1 : 0
}

function described(one: Figure): string {
  const lines = [
    `${one.name}: ${show(one.spread, digitsOf(one.value))} ${one.unit}, ${one.rounds} rounds`,
    ...Object.entries(one.peerSpreads).map(
      ([name, spread]) => `    beside ${name}: ${show(spread, digitsOf(spread.median))}`,
    ),
  ]
  if (one.ratioSpread !== null) lines.push(`    ratio ${show(one.ratioSpread, 3)}`)
  const notes = Object.entries(one.notes).map(([name, value]) => `${name} ${value}`)
  if (notes.length > 0) lines.push(`    ${notes.join(', ')}`)
  if (one.goal !== null)
    lines.push(`    goal: ${one.goal}: ${one.met === true ? 'met' : 'NOT MET'}`)
  return lines.join('\n')
}

/** Prints the figures for a person or, with `json`, as one list for a program. */
export function report(figures: readonly Figure[], json: boolean): void {
  console.log(json ? JSON.stringify(figures) : figures.map(described).join('\n'))
}
