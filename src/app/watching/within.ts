import { pause } from '../../platform/elapsed.ts'

/**
 * What does not come in time counts as not coming: whoever asks whether we live must not wait as
 * long as a query may take.
 *
 * @param ms elapsed milliseconds
 * @returns  undefined when it failed or took too long
 */
export async function within<T>(work: Promise<T>, ms: number): Promise<T | undefined> {
  const over = new AbortController()
  try {
    return await Promise.race([
      work.catch(() => undefined),
      pause(ms, over.signal).then(() => undefined),
    ])
  } finally {
    over.abort()
  }
}
