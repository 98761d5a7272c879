import type { Logger } from '../platform/logger.ts'

/** What an operator sends to end a process: Ctrl-C, and what service managers send. */
const ENDING = ['SIGINT', 'SIGTERM'] as const

/** Resolves at the first signal to end. A second one ends at once: somebody is impatient. */
export function untilEnded(log: Logger): Promise<void> {
  return new Promise((resolve) => {
    let asked = false
    const handle = (signal: NodeJS.Signals): void => {
      if (asked) process.exit(130)
      asked = true
      log.info({ signal }, 'stopping')
      resolve()
    }
    for (const signal of ENDING) process.on(signal, handle)
  })
}
