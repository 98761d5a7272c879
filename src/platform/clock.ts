/**
 * Civil time: the time of calendars, quiet hours and Telegram's expiries. It is read from a Clock
 * and nowhere else, so that tests and the demo can move it. Elapsed time (leases, pace, backoff)
 * is another thing and never moves: see elapsed.ts.
 */
export interface Clock {
  now(): Date
}

/** The one place where the system's time becomes civil time. */
export const systemClock: Clock = { now: () => new Date() }

export interface MovableClock extends Clock {
  /** Moves to `to`; civil time never runs backwards, so an earlier moment is ignored. */
  moveTo(to: Date): void
}

/** A clock that stands still until it is moved. */
export function movableClock(start: Date): MovableClock {
  let current = start.getTime()
  return {
    now: () => new Date(current),
    moveTo: (to) => {
      current = Math.max(current, to.getTime())
    },
  }
}
