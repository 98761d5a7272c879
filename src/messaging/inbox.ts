import type { Clock } from '../platform/clock.ts'
import type { Db } from '../platform/db/index.ts'
import { pause } from '../platform/elapsed.ts'
import { messageOf } from '../platform/errors.ts'
import type { Logger } from '../platform/logger.ts'
import { closeUpdate, deferUpdate, takeUpdate, type InboxRow } from './inbox-store.ts'

/** What a handler leaves to be done once its transaction is committed. */
export interface Handled {
  /** False: nobody handles this kind of update; it is stored and passed over. */
  readonly known: boolean
  /** Outbox rows to send at once. */
  readonly replies: readonly number[]
  /** Calls that are worth nothing if they fail, e.g. taking away a button's spinner. */
  readonly after: readonly (() => Promise<void>)[]
}

/** Handles one update inside the transaction that takes it. */
export type HandleUpdate = (tx: Db, update: InboxRow) => Promise<Handled>

export interface InboxDependencies {
  readonly db: Db
  readonly clock: Clock
  readonly botId: number
  readonly handle: HandleUpdate
  readonly sendReplies: (rows: readonly number[]) => Promise<void>
  readonly log: Logger
  /** People whose updates are handled side by side. */
  readonly concurrency: number
}

export interface InboxRunner {
  wake(): void
  start(): void
  stop(): Promise<void>
}

/** After so many failures an update is parked, so that it does not hold up its person for ever. */
const MAX_TRIES = 5

/** Elapsed time between two looks when nobody wakes the runner: another process may have stored. */
const ROUND_MS = 500

/** Takes one update and handles it. @returns what is left to do afterwards; undefined: none was there */
export async function handleNext(
  dependencies: InboxDependencies,
): Promise<(() => Promise<void>) | undefined> {
  const { db, clock, botId, handle, sendReplies, log } = dependencies
  const handled = await db.transaction(async (tx) => {
    const update = await takeUpdate(tx, botId)
    if (update === undefined) return undefined
    try {
      // A savepoint: a handler that fails leaves no effect, and the failure itself is written.
      return await tx.transaction(async (inner) => {
        const result = await handle(inner, update)
        await closeUpdate(inner, update.id, result.known ? 'handled' : 'passed', clock.now())
        return result
      })
    } catch (error) {
      const tries = update.tries + 1
      const { updateId, kind } = update
      log.error({ updateId, kind, tries, err: error }, 'handler failed')
      const retryInMs = tries >= MAX_TRIES ? 'parked' : 200 * 2 ** tries
      await deferUpdate(tx, update.id, { error: messageOf(error).slice(0, 500), retryInMs })
      return { known: true, replies: [], after: [] }
    }
  })
  if (handled === undefined) return undefined
  return async () => {
    for (const call of handled.after) await call()
    if (handled.replies.length > 0) await sendReplies(handled.replies)
  }
}

/** Handles what is in the inbox, several people side by side, each person's updates in order. */
export function createInboxRunner(dependencies: InboxDependencies): InboxRunner {
  const { log, concurrency } = dependencies
  let woken = new AbortController()
  let stopped = false
  let lanes: Promise<void>[] = []
  /** Replies on their way: the next person's update does not wait for them. */
  const afterwards = new Set<Promise<void>>()

  function follow(work: () => Promise<void>): void {
    const following = work()
      .catch((error: unknown) => {
        log.warn({ error: messageOf(error) }, 'after an update')
      })
      .finally(() => afterwards.delete(following))
    afterwards.add(following)
  }

  async function run(): Promise<void> {
    while (!stopped) {
      const signal = woken.signal
      try {
        const work = await handleNext(dependencies)
        if (work === undefined) await pause(ROUND_MS, signal)
        else follow(work)
      } catch (error) {
        log.error({ error: messageOf(error) }, 'inbox out of reach')
        await pause(ROUND_MS)
      }
    }
  }

  return {
    wake() {
      woken.abort()
      woken = new AbortController()
    },
    start() {
      if (lanes.length === 0) lanes = Array.from({ length: concurrency }, run)
    },
    async stop() {
      stopped = true
      woken.abort()
      await Promise.all(lanes)
      await Promise.all(afterwards)
    },
  }
}
