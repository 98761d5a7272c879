import type { Update } from 'grammy/types'

import type { Clock } from '../../platform/clock.ts'
import type { Random } from '../random.ts'
import { DEFAULT_ALLOWED } from './allowed.ts'
import type { UpdateKind } from './allowed.ts'

/** How long an update waits for the bot, in seconds of civil time (Client.cpp, add_update). */
export const UPDATE_LIFE_S = 86_400
export const CALLBACK_LIFE_S = 150

/** After a quiet week ids start anew at random, so they are no order (Bot API, Update). */
const QUIET_MS = 7 * 86_400_000

export interface QueuedUpdate {
  readonly update: Update
  readonly kind: UpdateKind
  /** Updates with one key are pushed one after another; others side by side. */
  readonly key: string
  /** Civil milliseconds. */
  readonly expiresAt: number
}

export interface UpdateQueue {
  allowed: ReadonlySet<UpdateKind>
  /** Queues it unless the bot does not want its kind; returns its id then. */
  push<K extends UpdateKind>(kind: K, body: NonNullable<Update[K]>, key: string): number | undefined
  /** Forgets what comes before `offset`, and what has expired; returns up to `limit` from there. */
  take(offset: number, limit: number): Update[]
  /** The waiting ones, oldest first, without those that have expired. */
  waiting(): readonly QueuedUpdate[]
  forget(updateId: number): void
  clear(): void
  /** Called after each push; one listener at a time (the poller or the webhook). */
  onPush: (() => void) | undefined
}

export function createUpdateQueue(clock: Clock, random: Random): UpdateQueue {
  let waiting: QueuedUpdate[] = []
  let nextId = firstId(random)
  let lastPushAt: number | undefined

  function dropExpired(): void {
    const now = clock.now().getTime()
    if (waiting.some(({ expiresAt }) => expiresAt <= now)) {
      waiting = waiting.filter(({ expiresAt }) => expiresAt > now)
    }
  }

  const queue: UpdateQueue = {
    allowed: DEFAULT_ALLOWED,
    onPush: undefined,
    push: (kind, body, key) => {
      if (!queue.allowed.has(kind)) return undefined
      const now = clock.now().getTime()
      if (lastPushAt !== undefined && now - lastPushAt > QUIET_MS) nextId = firstId(random)
      lastPushAt = now
      const id = nextId
      nextId += 1
      const life = kind === 'callback_query' ? CALLBACK_LIFE_S : UPDATE_LIFE_S
      const update: Update = { update_id: id, [kind]: body }
      waiting.push({ update, kind, key, expiresAt: now + life * 1000 })
      queue.onPush?.()
      return id
    },
    take: (offset, limit) => {
      dropExpired()
      if (offset < 0) {
        waiting = waiting.slice(offset)
      } else if (offset > 0 && offset <= nextId) {
        // An offset beyond the newest id is from before a restart of the ids: it confirms nothing.
        waiting = waiting.filter(({ update }) => update.update_id >= offset)
      }
      return waiting.slice(0, limit).map(({ update }) => update)
    },
    waiting: () => {
      dropExpired()
      return waiting
    },
    forget: (updateId) => {
      waiting = waiting.filter(({ update }) => update.update_id !== updateId)
    },
    clear: () => {
      waiting = []
    },
  }
  return queue
}

function firstId(random: Random): number {
  return 100_000_000 + random.below(800_000_000)
}
