import type { Db } from '../../platform/db/index.ts'
import { findItem, readStanding, type PhaseStanding } from './items-store.ts'

/** A phase whose every item has been answered. */
export interface MeasuredPhase {
  readonly trackId: string
  readonly phase: 'before' | 'after' | 'delayed'
  readonly standing: PhaseStanding
  /** After the track, for who answered the whole first form in time: how it stood then. */
  readonly before: PhaseStanding | null
  /** The first form showed that all of it was known: the track may be left out. */
  readonly known: boolean
}

/** What the answer to an item completes, if anything. */
export async function itemAnswered(tx: Db, itemId: number): Promise<MeasuredPhase | undefined> {
  const item = await findItem(tx, itemId)
  if (item === undefined) return undefined
  const { personId, trackId, phase } = item
  const phases = await readStanding(tx, personId, trackId)
  const standing = phases[phase]
  if (standing === undefined || standing.answered < standing.items) return undefined
  const before = phases['before']
  return {
    trackId,
    phase,
    standing,
    before:
      phase === 'after' && before !== undefined && before.counted >= before.items ? before : null,
    known: phase === 'before' && isKnown(standing),
  }
}

/** All of the form, right, each ahead of its lesson. */
export function isKnown({ items, correct }: PhaseStanding): boolean {
  return items > 0 && correct >= items
}
