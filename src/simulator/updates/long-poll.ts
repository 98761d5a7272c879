import type { Update } from 'grammy/types'

import { Refusal } from '../refusal.ts'
import type { UpdateQueue } from './queue.ts'

/** Seconds; more is cut (Client.h, LONG_POLL_MAX_TIMEOUT). */
export const MAX_POLL_S = 50

interface Waiting {
  finish(outcome: Update[] | Refusal): void
}

export interface LongPoll {
  /** Whether a call is being held. */
  readonly waiting: boolean
  /**
   * Waits up to `seconds` of elapsed time for updates from `offset` on. A second caller ends the
   * first with 409, as Telegram does; `gone` says that the caller has left, and takes nothing.
   */
  poll(offset: number, limit: number, seconds: number, gone: AbortSignal): Promise<Update[]>
  /** Ends the waiting call with 409, because a webhook was set. */
  endForWebhook(): void
  /** Ends the waiting call with no updates. */
  close(): void
}

export function createLongPoll(queue: UpdateQueue): LongPoll {
  let waiting: Waiting | undefined

  function conflict(message: string): void {
    waiting?.finish(new Refusal(409, `Conflict: ${message}`))
  }

  return {
    get waiting() {
      return waiting !== undefined
    },
    poll: async (offset, limit, seconds, gone) => {
      conflict(
        'terminated by other getUpdates request; make sure that only one bot instance is running',
      )
      const ready = queue.take(offset, limit)
      if (ready.length > 0 || seconds <= 0 || gone.aborted) return ready
      return await new Promise<Update[]>((resolve, reject) => {
        let immediate: NodeJS.Immediate | undefined
        const own: Waiting = {
          finish: (outcome) => {
            if (waiting === own) waiting = undefined
            queue.onPush = undefined
            clearTimeout(timer)
            clearImmediate(immediate)
            gone.removeEventListener('abort', leave)
            if (outcome instanceof Refusal) reject(outcome)
            else resolve(outcome)
          },
        }
        const leave = (): void => own.finish([])
        const timer = setTimeout(leave, seconds * 1000)
        gone.addEventListener('abort', leave, { once: true })
        waiting = own
        // On the next turn, so that what is pushed together arrives together.
        queue.onPush = () => {
          immediate ??= setImmediate(() => own.finish(queue.take(offset, limit)))
        }
      })
    },
    endForWebhook: () => conflict('terminated by setWebhook request'),
    close: () => waiting?.finish([]),
  }
}
