import { pause } from '../platform/elapsed.ts'
import type { Logger } from '../platform/logger.ts'

/** What an operator sends to end a process: Ctrl-C, and what service managers send. */
const ENDING = ['SIGINT', 'SIGTERM'] as const

export interface Ending {
  readonly signal: AbortSignal
  /** Begins to end, for the reason given; the second time ends at once. */
  end(reason: string): void
}

/**
 * Aborts at the first signal to end. A second one ends at once: somebody is impatient.
 */
export function onEnding(log: Logger): Ending {
  const ending = new AbortController()
  const end = (signal: string): void => {
    if (ending.signal.aborted) process.exit(130)
    log.info({ signal }, 'stopping')
    ending.abort()
  }
  for (const name of ENDING) process.on(name, end)
  return { signal: ending.signal, end }
}

/** Resolves when the signal aborts. */
export function untilAborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve()
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true })
  })
}

/** Whether the work ends within `ms` of elapsed time. */
export async function endsWithin(work: Promise<unknown>, ms: number): Promise<boolean> {
  const ended = new AbortController()
  const inTime = await Promise.race([
    work.then(() => true),
    pause(ms, ended.signal).then(() => false),
  ])
  ended.abort()
  return inTime
}
