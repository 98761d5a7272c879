import { setTimeout as delay } from 'node:timers/promises'

/**
 * Elapsed time in milliseconds since an arbitrary start: monotonic, never moved by a test or the
 * demo. For leases, pace, backoff and timeouts only; what is due is decided by a Clock.
 */
export function elapsedMs(): number {
  return performance.now()
}

/** Waits for `ms` of elapsed time, or until `signal` aborts; never rejects. */
export async function pause(ms: number, signal?: AbortSignal): Promise<void> {
  if (ms <= 0 || signal?.aborted === true) return
  await delay(ms, undefined, signal === undefined ? {} : { signal }).catch((error: unknown) => {
    if (signal?.aborted !== true) throw error
  })
}

/**
 * Does something after `ms` of elapsed time, unless it is called off before. Cheaper than a `pause`
 * with a signal, which makes an error with its stack each time that it is broken off.
 *
 * @returns calls it off
 */
export function after(ms: number, work: () => void): () => void {
  const timer = setTimeout(work, ms)
  return () => {
    clearTimeout(timer)
  }
}
