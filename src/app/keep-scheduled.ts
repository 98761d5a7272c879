import { pause } from '../platform/elapsed.ts'
import { messageOf } from '../platform/errors.ts'
import type { Logger } from '../platform/logger.ts'
import type { Queues } from '../platform/queue/index.ts'

/** A queue that was lost has its tick back after this long: elapsed milliseconds. */
const AGAIN_MS = 15_000

/**
 * Keeps the tick in the queue. The queue alone knows of it, so a flush of Redis would end all
 * planning until the next start; upserting it now and then changes nothing where it is still there.
 */
export function keepScheduled(
  queues: Queues,
  everyMs: number,
  log: Logger,
): { stop(): Promise<void> } {
  const stopping = new AbortController()

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      await queues.schedule('tick', everyMs).catch((error: unknown) => {
        log.warn({ error: messageOf(error) }, 'the tick could not be scheduled; trying again')
      })
      await pause(AGAIN_MS, stopping.signal)
    }
  }

  const running = run()
  return {
    async stop() {
      stopping.abort()
      await running
    },
  }
}
