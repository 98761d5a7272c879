import { pause } from '../platform/elapsed.ts'
import type { ReceivedUpdate } from './update.ts'

export interface IntakeDependencies {
  /** Stores updates in their order, all or none. */
  readonly store: (updates: readonly ReceivedUpdate[]) => Promise<void>
  /** Whether it is the updates that were refused: then each is tried alone. */
  readonly refusesData: (error: unknown) => boolean
  /** Elapsed milliseconds after which whoever brought updates is told that they are not stored. */
  readonly patienceMs: number
}

/** Updates that came together: all are stored, or the promise rejects. */
interface Delivered {
  readonly updates: readonly ReceivedUpdate[]
  readonly resolve: () => void
  readonly reject: (error: unknown) => void
}

/** Updates of one statement. */
const MOST = 500

/**
 * Stores updates in groups: while one statement is being written, what comes in waits for the next
 * and goes with it, in the order in which it came. A commit for each would cost most of the speed.
 *
 * @returns stores updates; resolves once they are committed. What it has rejected for want of time may
 *   be stored after all: whoever repeats it finds that it is there.
 */
export function createIntake(
  dependencies: IntakeDependencies,
): (updates: readonly ReceivedUpdate[]) => Promise<void> {
  const { store, refusesData, patienceMs } = dependencies
  const waiting: Delivered[] = []
  let writing = false

  async function write(group: readonly Delivered[]): Promise<void> {
    try {
      await store(group.flatMap(({ updates }) => updates))
      for (const { resolve } of group) resolve()
    } catch (error) {
      if (group.length > 1 && refusesData(error)) {
        // One of them cannot be stored, and the others must not suffer for it.
        for (const one of group) await write([one])
        return
      }
      for (const { reject } of group) reject(error)
    }
  }

  async function drain(): Promise<void> {
    writing = true
    try {
      while (waiting.length > 0) await write(takeGroup(waiting))
    } finally {
      writing = false
    }
  }

  return async (updates) => {
    if (updates.length === 0) return
    const stored = Promise.withResolvers<undefined>()
    waiting.push({
      updates,
      resolve: () => {
        stored.resolve(undefined)
      },
      reject: stored.reject,
    })
    if (!writing) drain().catch(stored.reject)
    await within(stored.promise, patienceMs)
  }
}

/** Takes as many as fit into one statement, and one in any case. */
function takeGroup(waiting: Delivered[]): Delivered[] {
  let count = 0
  const end = waiting.findIndex(({ updates }) => (count += updates.length) > MOST)
  return waiting.splice(0, end === -1 ? waiting.length : Math.max(1, end))
}

async function within(work: Promise<unknown>, ms: number): Promise<void> {
  const done = new AbortController()
  const late = pause(ms, done.signal).then(() => {
    if (!done.signal.aborted) throw new Error(`Not stored within ${ms} ms`)
  })
  try {
    await Promise.race([work, late])
  } finally {
    done.abort()
  }
}
