import { watch } from 'node:fs'
import { pause } from '../platform/elapsed.ts'
import { messageOf, UserError } from '../platform/errors.ts'
import type { Logger } from '../platform/logger.ts'
import { whenQuiet } from './when-quiet.ts'

export interface WatchOptions {
  readonly folder: string
  readonly log: Logger
  /** Called when files have changed and it has been quiet since. */
  readonly onChange: () => Promise<unknown>
}

/**
 * Elapsed milliseconds without a further change: an editor writes a file in several steps, and a
 * change of branch touches many.
 */
const QUIET_MS = 300

/** What editors and this project's own commands write beside a file for a moment. */
const PASSING = /^\.|~$|\.(?:swp|swx|tmp)$/

/**
 * Watches the lessons' folder while somebody writes in it.
 *
 * @throws UserError where the system does not let it be watched
 */
export function watchLessons({ folder, log, onChange }: WatchOptions): { stop(): Promise<void> } {
  const quiet = whenQuiet(
    (signal) => pause(QUIET_MS, signal),
    async () => {
      await onChange().catch((error: unknown) => {
        log.error({ error: messageOf(error) }, 'the lessons could not be reloaded')
      })
    },
  )
  const watcher = watching(folder)
  watcher.on('change', (_event, name) => {
    const file = name.toString().split(/[\\/]/).at(-1) ?? ''
    if (!PASSING.test(file)) quiet.stir()
  })
  watcher.on('error', (error) => {
    log.warn({ error: messageOf(error) }, 'the lessons are watched no more')
  })
  return {
    async stop() {
      watcher.close()
      await quiet.stop()
    },
  }
}

function watching(folder: string): ReturnType<typeof watch> {
  try {
    return watch(folder, { recursive: true })
  } catch (error) {
    throw new UserError(`The lessons in ${folder} cannot be watched: ${messageOf(error)}`, {
      hint: 'Start without --watch, and reload with the signal HUP after an edit.',
      cause: error,
    })
  }
}
