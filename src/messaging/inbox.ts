import type { Clock } from '../platform/clock.ts'
import type { Db } from '../platform/db/index.ts'
import { pause } from '../platform/elapsed.ts'
import { messageOf } from '../platform/errors.ts'
import type { Logger } from '../platform/logger.ts'
import {
  closeUpdates,
  deferUpdate,
  takeUpdates,
  type ClosedUpdate,
  type InboxRow,
} from './inbox-store.ts'

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
  /**
   * Takes, in one order for all batches, the locks that several of the updates will need: two
   * batches that took them in the order of their updates could wait for each other.
   */
  readonly prepare: (tx: Db, updates: readonly InboxRow[]) => Promise<void>
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

/** Updates of one transaction, each of another person. */
const BATCH = 16

/** After so many failures an update is parked, so that it does not hold up its person for ever. */
const MAX_TRIES = 5

/** Elapsed time between two looks when nobody wakes the runner: another process may have stored. */
const ROUND_MS = 500

/** What is left to do once a transaction is committed. */
type Afterwards = () => Promise<void>

/**
 * Takes several updates, each of another person, and handles them in one transaction: a commit for
 * each would cost most of the speed. When one fails nothing of the batch has happened, and its
 * updates are handled one by one.
 *
 * @returns what is left to do afterwards; undefined: there was nothing to handle
 */
export async function handleBatch(
  dependencies: InboxDependencies,
): Promise<Afterwards | undefined> {
  const { db, clock, botId, handle, prepare, log } = dependencies
  try {
    const handled = await db.transaction(async (tx) => {
      const results: Handled[] = []
      const closed: ClosedUpdate[] = []
      const updates = await takeUpdates(tx, botId, BATCH)
      if (updates.length > 1) await prepare(tx, updates)
      for (const update of updates) {
        const result = await handle(tx, update)
        results.push(result)
        closed.push({ id: update.id, state: result.known ? 'handled' : 'passed' })
      }
      if (closed.length > 0) await closeUpdates(tx, closed, clock.now())
      return results
    })
    return handled.length === 0 ? undefined : afterwardsOf(handled, dependencies)
  } catch (error) {
    log.debug({ err: error }, 'a batch of updates failed; handling them one by one')
    return handleOne(dependencies)
  }
}

/** Takes one update and handles it; its failure is written down, and concerns its person alone. */
async function handleOne(dependencies: InboxDependencies): Promise<Afterwards | undefined> {
  const { db, clock, botId, handle, log } = dependencies
  const handled = await db.transaction(async (tx) => {
    const [update] = await takeUpdates(tx, botId, 1)
    if (update === undefined) return undefined
    try {
      // A savepoint: a handler that fails leaves no effect, and the failure itself is written.
      return await tx.transaction(async (inner) => {
        const result = await handle(inner, update)
        const state = result.known ? 'handled' : 'passed'
        await closeUpdates(inner, [{ id: update.id, state }], clock.now())
        return result
      })
    } catch (error) {
      const tries = update.tries + 1
      const { updateId, kind } = update
      const retryInMs = tries >= MAX_TRIES ? 'parked' : 200 * 2 ** tries
      const account = { updateId, kind, tries, err: error }
      if (retryInMs === 'parked') log.error(account, 'an update is parked: its handler failed')
      else log.warn(account, 'a handler failed; the update comes again')
      await deferUpdate(tx, update.id, { error: messageOf(error).slice(0, 500), retryInMs })
      return { known: true, replies: [], after: [] }
    }
  })
  return handled === undefined ? undefined : afterwardsOf([handled], dependencies)
}

function afterwardsOf(handled: readonly Handled[], { sendReplies }: InboxDependencies): Afterwards {
  const replies = handled.flatMap((result) => result.replies)
  const calls = handled.flatMap((result) => result.after)
  return async () => {
    await Promise.all([
      ...calls.map((call) => call()),
      ...(replies.length > 0 ? [sendReplies(replies)] : []),
    ])
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
        const work = await handleBatch(dependencies)
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
