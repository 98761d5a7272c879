import { CEILING } from './adaptive-rate.ts'

/**
 * The gait: when the next messages may go out, as a pure rule. One rate for bulk, and one above it
 * for everything, so that replies find room while bulk runs at its full rate.
 *
 * Telegram tolerates about 30 messages a second. A sliding second must never hold more than the
 * limit: n + 1 messages at a distance of `gap` span n * gap, so a gap a little over 1/limit keeps
 * every window of a second at or under it, jitter of the network included.
 */
export interface Gait {
  /** Milliseconds of elapsed time at which the next bulk message may go. */
  readonly bulkNextMs: number
  /** The same for any message. */
  readonly totalNextMs: number
}

export interface Rates {
  /** Bulk messages a second. */
  readonly bulkPerSecond: number
  /** Messages a second in all; at least the bulk's. */
  readonly totalPerSecond: number
}

export interface GaitLimits extends Rates {
  /** Bulk goes faster than Telegram lets anybody for nothing: it is paid for, in Stars. */
  readonly paid: boolean
  /** The rates are the most that may be; what is kept is found as messages go out. */
  readonly adaptive: boolean
}

/** What `SEND_RATE` says: bulk messages a second, or that the rate is to be found. */
export type SendRate = number | 'auto'

/** A window of a second holds `rate` messages when `rate` of them take this many milliseconds. */
const WINDOW_MS = 1020

/**
 * All messages together, where `SEND_RATE` is lower: one under Telegram's own limit, since replies
 * come in bursts, and a network's jitter must not push a second over it.
 */
const TOTAL_PER_SECOND = 29

export function limitsOf(sendRate: SendRate): GaitLimits {
  if (sendRate === 'auto') {
    return { bulkPerSecond: CEILING, totalPerSecond: CEILING, paid: false, adaptive: true }
  }
  return {
    bulkPerSecond: sendRate,
    totalPerSecond: Math.max(sendRate, TOTAL_PER_SECOND),
    paid: sendRate > CEILING,
    adaptive: false,
  }
}

/** The rates at what the adaptive mode has found: one message a second above bulk is for replies. */
export function limitsAt(rate: number): Rates {
  return { bulkPerSecond: rate, totalPerSecond: Math.min(CEILING, rate + 1) }
}

/**
 * Reserves a place for each call, the earliest that both rates allow. A call that brings several
 * messages at once (an album) needs as much room before and behind it as if they went one by one:
 * two calls of v and w messages stand v + w - 1 gaps apart.
 *
 * @param nowMs   elapsed time
 * @param weights messages of each call, 1 or more
 * @returns       the places in milliseconds of elapsed time, ascending, and the gait after them
 */
export function reserve(
  gait: Gait,
  limits: Rates,
  nowMs: number,
  weights: readonly number[],
  bulk: boolean,
): { readonly places: readonly number[]; readonly gait: Gait } {
  const bulkGap = WINDOW_MS / limits.bulkPerSecond
  const totalGap = WINDOW_MS / limits.totalPerSecond
  let { bulkNextMs, totalNextMs } = gait
  const places: number[] = []
  for (const weight of weights) {
    const before = weight - 1
    const earliest = bulk ? bulkNextMs + before * bulkGap : 0
    const place = Math.max(nowMs, totalNextMs + before * totalGap, earliest)
    places.push(place)
    totalNextMs = place + weight * totalGap
    if (bulk) bulkNextMs = place + weight * bulkGap
  }
  return { places, gait: { bulkNextMs, totalNextMs } }
}
