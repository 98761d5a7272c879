import type { Db } from '../platform/db/index.ts'
import { elapsedMs, pause } from '../platform/elapsed.ts'
import { giveBack, LEASE_MS } from './lease-store.ts'

/** Between two tries to give back: elapsed milliseconds. */
const RETRY_MS = 250

export interface Doubt {
  /** Those of the rows that may be leased: one in doubt comes again when it was given back. */
  without(rows: readonly number[]): number[]
  /** Runs `lease`; when it fails, it may have been committed all the same: its rows are in doubt. */
  leasing<T>(rows: readonly number[], lease: () => Promise<T>): Promise<T>
  /** Rows that are leased, while `work` runs. */
  holding<T>(rows: readonly number[], work: () => Promise<T>): Promise<T>
}

/**
 * A connection that is lost while a lease commits leaves open whether it is leased; nothing of it
 * was called. Such rows are given back as soon as the database answers, instead of waiting for
 * their lease to run out.
 */
export function createDoubt(db: Db, worker: string, stopping: AbortSignal): Doubt {
  const doubted = new Set<number>()
  /** Rows being leased or leased, with how often each: a row may be fed twice. */
  const inHand = new Map<number, number>()

  /** Never rejects: where it fails for good, the lease runs out. */
  async function giveBackSoon(rows: readonly number[]): Promise<void> {
    const since = elapsedMs()
    while (!stopping.aborted && elapsedMs() - since < LEASE_MS) {
      try {
        await giveBack(db, worker, rows)
        break
      } catch {
        await pause(RETRY_MS, stopping)
      }
    }
    for (const id of rows) doubted.delete(id)
  }

  async function holding<T>(rows: readonly number[], work: () => Promise<T>): Promise<T> {
    for (const id of rows) inHand.set(id, (inHand.get(id) ?? 0) + 1)
    try {
      return await work()
    } finally {
      for (const id of rows) {
        const others = (inHand.get(id) ?? 1) - 1
        if (others === 0) inHand.delete(id)
        else inHand.set(id, others)
      }
    }
  }

  return {
    holding,
    without: (rows) => rows.filter((id) => !doubted.has(id)),
    async leasing(rows, lease) {
      try {
        return await holding(rows, lease)
      } catch (error) {
        // One that another batch has in hand is not ours to give back.
        const uncalled = rows.filter((id) => !inHand.has(id))
        for (const id of uncalled) doubted.add(id)
        giveBackSoon(uncalled).catch(() => undefined)
        throw error
      }
    },
  }
}
