import { closeSync, openSync } from 'node:fs'
import { isatty } from 'node:tty'
import { messageOf } from '../platform/errors.ts'
import type { Logger } from '../platform/logger.ts'

/**
 * SIGHUP asks for a reload, as servers take it: `kill -HUP`. A terminal that is closed sends the same
 * signal to what was started in it, and then it means the end: nothing is to live on unseen.
 *
 * @param end called when the terminal is gone
 * @returns sets what a reload is. A signal that came before, while the program was starting, is kept.
 */
export function onHangUp(
  log: Logger,
  end: (signal: string) => void,
): (reload: () => Promise<unknown>) => void {
  const inTerminal = [0, 1, 2].some((stream) => isatty(stream))
  let reload: (() => Promise<unknown>) | undefined
  let wanted = false
  const call = (work: () => Promise<unknown>): void => {
    work().catch((error: unknown) => {
      log.error({ error: messageOf(error) }, 'the lessons could not be reloaded')
    })
  }
  process.on('SIGHUP', (signal) => {
    if (inTerminal && !hasTerminal()) end(signal)
    else if (reload === undefined) wanted = true
    else call(reload)
  })
  return (work) => {
    reload = work
    if (wanted) call(work)
  }
}

/** Whether the terminal that the program was started in is still there. */
function hasTerminal(): boolean {
  try {
    closeSync(openSync('/dev/tty', 'r'))
    return true
  } catch {
    // None can be opened, whatever the system calls that.
    return false
  }
}
