import type { Clock } from './clock.ts'
import { judgeSkew } from './clock-skew.ts'
import { elapsedMs } from './elapsed.ts'

/** This machine's clock, without its jumps. */
export interface SteadyClock extends Clock {
  /** By how many milliseconds the machine's clock has jumped ahead of this one (negative: back); 0: it has not. */
  aheadMs(): number
  /** From now on the machine's clock is right as it is. */
  follow(): void
}

/**
 * Goes with the machine's clock as long as that goes on like the time that elapses. A jump of more
 * than an hour is not followed before somebody says so: in the year after next, whatever is kept for
 * a time would be deleted, and what waits would be too late. What a machine does that slept for a night
 * looks the same, so that whoever is asked must be another clock (see app/watch-clock.ts).
 *
 * @param elapsed milliseconds, which never jump
 */
export function steadyClock(machine: Clock, elapsed: () => number = elapsedMs): SteadyClock {
  let trusted = machine.now().getTime()
  let at = elapsed()

  function look(): { readonly now: number; readonly aheadMs: number } {
    const [told, since] = [machine.now().getTime(), elapsed()]
    const expected = trusted + (since - at)
    if (judgeSkew(told - expected) === 'wrong') return { now: expected, aheadMs: told - expected }
    trusted = told
    at = since
    return { now: told, aheadMs: 0 }
  }

  return {
    now: () => new Date(look().now),
    aheadMs: () => look().aheadMs,
    follow: () => {
      trusted = machine.now().getTime()
      at = elapsed()
    },
  }
}
