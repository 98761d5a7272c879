import type { Clock } from '../platform/clock.ts'
import type { Db } from '../platform/db/index.ts'
import { elapsedMs, pause } from '../platform/elapsed.ts'
import { messageOf } from '../platform/errors.ts'
import type { Logger } from '../platform/logger.ts'
import { forgetStale, type Announcement } from './announcements-store.ts'
import { tellProgress } from './progress-message.ts'
import { readProgress } from './progress-store.ts'
import { settle, listLive } from './settle-store.ts'

export interface Announcer {
  /** Something was decided: look now rather than at the next round. */
  wake(): void
  /** Everything that is due, once; for a clock that is moved by hand. */
  round(): Promise<void>
  start(): void
  stop(): Promise<void>
}

export interface AnnouncerDependencies {
  readonly db: Db
  readonly clock: Clock
  readonly log: Logger
  /** Rows of the outbox were written. */
  readonly onWritten: () => void
  /** Sends rows at once, ahead of what the queue holds. */
  readonly sendReplies: (rows: readonly number[]) => Promise<void>
}

/** Elapsed time between two looks when nobody wakes the announcer. */
const ROUND_MS = 500

/** For how long the feeder leaves that message alone, because it is sent right away. */
const REPLY_HELD_MS = 5000

/** Elapsed time between two edits of the message that tells how far it is. */
const PROGRESS_MS = 2000

/**
 * Brings announcements on: writes the rows of those that were confirmed, holds, lets go and cancels
 * them, takes corrections and recalls to every copy, and tells the author how far it is. Every step
 * is safe to run at any moment and any number of times, by several processes.
 */
export function createAnnouncer(dependencies: AnnouncerDependencies): Announcer {
  const { db, clock, log, onWritten, sendReplies } = dependencies
  let woken = new AbortController()
  let stopped = false
  let loop: Promise<void> | undefined
  let going: Promise<void> = Promise.resolve()
  const told = new Map<number, { readonly what: string; readonly at: number }>()

  /** Only what changed is told, and not more often than a person can read. */
  async function tell(announcement: Announcement): Promise<void> {
    const { id, state } = announcement
    if (announcement.queuedAt === null) return
    const last = told.get(id)
    const over = state === 'done' || state === 'cancelled' || state === 'recalled'
    if (!over && last !== undefined && elapsedMs() - last.at < PROGRESS_MS) return
    const what = JSON.stringify([state, await readProgress(db, id)])
    if (what !== last?.what) {
      const held = { heldMs: REPLY_HELD_MS }
      await sendReplies(await tellProgress(db, announcement, clock.now(), held))
    }
    if (over && !announcement.unsettled) told.delete(id)
    else told.set(id, { what, at: elapsedMs() })
  }

  async function step(announcement: Announcement): Promise<void> {
    const after = await settle(db, announcement, clock.now())
    if (after !== undefined) await tell(after)
  }

  async function oneRound(): Promise<void> {
    const live = await listLive(db, clock.now())
    for (const announcement of live) {
      await step(announcement).catch((error: unknown) => {
        log.error({ announcement: announcement.id, err: error }, 'an announcement does not get on')
      })
    }
    if (live.length > 0) onWritten()
  }

  /** One after the other: the loop and a tick must not cross. */
  function round(): Promise<void> {
    const next = going.then(oneRound)
    going = next.catch(() => undefined)
    return next
  }

  async function run(): Promise<void> {
    while (!stopped) {
      woken = new AbortController()
      await round().catch((error: unknown) => {
        log.warn({ error: messageOf(error) }, 'announcements out of reach')
      })
      await pause(ROUND_MS, woken.signal)
    }
  }

  return {
    wake: () => {
      woken.abort()
    },
    async round() {
      await forgetStale(db, clock.now())
      await round()
    },
    start() {
      loop ??= run()
    },
    async stop() {
      stopped = true
      woken.abort()
      await loop
    },
  }
}
