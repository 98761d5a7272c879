import { createRandom } from '../../../src/simulator/random.ts'

/** What is done to the system in mid-storm. */
export type Blow = 'kill' | 'freeze' | 'flush' | 'restart redis' | 'restart postgres' | 'cut'

export interface Planned {
  readonly blow: Blow
  /** Messages that have arrived when it falls. */
  readonly at: number
  /** Which of the processes it falls on, from 0 to below 1. */
  readonly victim: number
}

/** Once each in every round, kills three times; what a run has no time for is left out at the end. */
const ROUND: readonly Blow[] = [
  'kill',
  'flush',
  'kill',
  'freeze',
  'cut',
  'restart redis',
  'kill',
  'restart postgres',
]

/**
 * When which blow falls, by the seed alone: a run that is repeated meets the same ones in the same
 * order after the same number of messages.
 *
 * @param count blows, spread over the first nine tenths of the messages
 */
export function blowsOf(seed: number, messages: number, count: number): Planned[] {
  const random = createRandom(seed)
  const order = ROUND.map((blow) => ({ blow, place: random.next() }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ blow }) => blow)
  const part = (messages * 0.9) / count
  return Array.from({ length: count }, (_, i) => ({
    blow: order[i % order.length] ?? 'kill',
    at: Math.round((i + 0.25 + random.next() / 2) * part),
    victim: random.next(),
  }))
}
