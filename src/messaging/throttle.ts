import { elapsedMs, pause } from '../platform/elapsed.ts'

/** A second, and what a network's jitter may take from it. */
const WINDOW_MS = 1030

export interface Throttle {
  /**
   * Resolves when a call may be made, in the order in which it was asked for.
   *
   * @param messages that the call brings at once
   */
  admit(messages?: number): Promise<void>
}

/**
 * Lets at most `perSecond` calls begin in any sliding second of this process. The gait spaces calls
 * by itself; but after a stall (a busy machine, a pause of the garbage collector) all that had
 * waited for a place meanwhile would go at once, and Telegram would answer 429.
 */
export function createThrottle(
  perSecond: number,
  time: { now: () => number; wait: (ms: number) => Promise<void> } = {
    now: elapsedMs,
    wait: pause,
  },
): Throttle {
  const begun: number[] = []
  let turn: Promise<void> = Promise.resolve()

  async function take(messages: number): Promise<void> {
    const over = begun.splice(0, Math.max(0, begun.length + messages - perSecond)).at(-1)
    if (over !== undefined) {
      const free = over + WINDOW_MS
      while (time.now() < free) await time.wait(free - time.now())
    }
    const now = time.now()
    for (let n = 0; n < messages; n++) begun.push(now)
  }

  return {
    admit(messages = 1) {
      const mine = turn.then(() => take(messages))
      turn = mine
      return mine
    },
  }
}
