import type { Logger } from '../platform/logger.ts'

/** What an operator sends to end a process: Ctrl-C, and what service managers send. */
const ENDING = ['SIGINT', 'SIGTERM'] as const

/**
 * Aborts at the first signal to end. A second one ends at once: somebody is impatient.
 */
export function onEnding(log: Logger): AbortSignal {
  const ending = new AbortController()
  for (const name of ENDING) {
    process.on(name, (signal) => {
      if (ending.signal.aborted) process.exit(130)
      log.info({ signal }, 'stopping')
      ending.abort()
    })
  }
  return ending.signal
}

/** Resolves when the signal aborts. */
export function untilAborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve()
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true })
  })
}
