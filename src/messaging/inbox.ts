import type { Clock } from '../platform/clock.ts'
import type { Db } from '../platform/db/index.ts'
import { pause } from '../platform/elapsed.ts'
import { messageOf } from '../platform/errors.ts'
import { loggedAs, type LogContext } from '../platform/log-context.ts'
import type { Logger } from '../platform/logger.ts'
import { closeUpdates, deferUpdate, takeUpdates, type InboxRow, type Kinds } from './inbox-store.ts'

/** What a handler leaves to be done once its transaction is committed. */
export interface Handled {
  /** Rows of a kind that nobody handles: stored, and passed over. */
  readonly passed: readonly number[]
  /** Outbox rows to send at once. */
  readonly replies: readonly number[]
  /** Calls that are worth nothing if they fail, e.g. taking away a button's spinner. */
  readonly after: readonly (() => Promise<void>)[]
}

/** Handles updates, each of another person, inside the transaction that takes them. */
export type HandleUpdates = (tx: Db, updates: readonly InboxRow[]) => Promise<Handled>

/** What became of an update. */
export interface Settled {
  readonly updateId: number
  readonly kind: string
  /** A failed one comes again. */
  readonly became: 'handled' | 'passed' | 'failed' | 'parked'
  /** Milliseconds from its being stored until now. */
  readonly waitedMs: number
}

/** Updates that are taken together, and by how many at a time. */
export interface InboxLane extends Kinds {
  /** Updates of one transaction, each of another person: a commit for each would cost most of the speed. */
  readonly batch: number
  /** Transactions side by side. */
  readonly concurrency: number
}

export interface InboxDependencies {
  readonly db: Db
  readonly clock: Clock
  readonly botId: number
  readonly handle: HandleUpdates
  /**
   * Takes, in one order for all batches, the locks that several of the updates will need: two
   * batches that took them in the order of their updates could wait for each other.
   */
  readonly prepare: (tx: Db, updates: readonly InboxRow[]) => Promise<void>
  readonly sendReplies: (rows: readonly number[]) => Promise<void>
  /** Told of each update after the commit. */
  readonly onSettled?: (update: Settled) => void
  readonly log: Logger
  readonly lanes: readonly InboxLane[]
}

export interface InboxRunner {
  wake(): void
  start(): void
  stop(): Promise<void>
}

/** After so many failures an update is parked, so that it does not hold up its person for ever. */
const MAX_TRIES = 5

/** Elapsed time between two looks when nobody wakes a lane: another process may have stored. */
const LOOK_MS = 100

/** After a failure the next batch is so many times smaller, down to one update; then it doubles again. */
const SHRINK = 4

/** What became of a batch. */
type Batch =
  | {
      readonly kind: 'handled'
      readonly full: boolean
      readonly settled: readonly Settled[]
      readonly afterwards: () => Promise<void>
    }
  | { readonly kind: 'nothing' | 'failed' }

/**
 * Takes several updates, each of another person, and handles them in one transaction. When one fails
 * nothing of the batch has happened: the next are smaller, until the one that fails is alone.
 */
async function handleMany(
  dependencies: InboxDependencies,
  lane: InboxLane,
  limit: number,
): Promise<Batch> {
  const { db, clock, botId, handle, prepare, log } = dependencies
  let taken: readonly InboxRow[] = []
  try {
    return await db.transaction(async (tx): Promise<Batch> => {
      const updates = await takeUpdates(tx, botId, limit, lane)
      taken = updates
      if (updates.length === 0) return { kind: 'nothing' }
      return loggedAs(contextOf(updates), async (): Promise<Batch> => {
        if (updates.length > 1) await prepare(tx, updates)
        const handled = await handle(tx, updates)
        const now = clock.now()
        await closeUpdates(tx, closedOf(updates, handled), now)
        return {
          kind: 'handled',
          full: updates.length === limit,
          settled: settledOf(updates, handled, now),
          afterwards: afterwardsOf(handled, dependencies),
        }
      })
    })
  } catch (error) {
    loggedAs(contextOf(taken), () => {
      log.debug({ err: error, limit }, 'a batch of updates failed; the next is smaller')
    })
    return { kind: 'failed' }
  }
}

/** Takes one update and handles it; its failure is written down, and concerns its person alone. */
async function handleOne(dependencies: InboxDependencies, lane: InboxLane): Promise<Batch> {
  const { db, clock, botId, handle } = dependencies
  return db.transaction(async (tx): Promise<Batch> => {
    const updates = await takeUpdates(tx, botId, 1, lane)
    const [update] = updates
    if (update === undefined) return { kind: 'nothing' }
    return loggedAs(contextOf(updates), async (): Promise<Batch> => {
      try {
        // A savepoint: a handler that fails leaves no effect, and the failure itself is written.
        const handled = await tx.transaction(async (inner) => {
          const result = await handle(inner, updates)
          await closeUpdates(inner, closedOf(updates, result), clock.now())
          return result
        })
        const settled = settledOf(updates, handled, clock.now())
        const afterwards = afterwardsOf(handled, dependencies)
        return { kind: 'handled', full: true, settled, afterwards }
      } catch (error) {
        const settled = [await putOff(tx, update, error, dependencies)]
        return { kind: 'handled', full: true, settled, afterwards: () => Promise.resolve() }
      }
    })
  })
}

async function putOff(
  tx: Db,
  update: InboxRow,
  error: unknown,
  { clock, log }: InboxDependencies,
): Promise<Settled> {
  const tries = update.tries + 1
  const { updateId, kind } = update
  const retryInMs = tries >= MAX_TRIES ? 'parked' : 200 * 2 ** tries
  const account = { updateId, kind, tries, err: error }
  if (retryInMs === 'parked') log.error(account, 'an update is parked: its handler failed')
  else log.warn(account, 'a handler failed; the update comes again')
  await deferUpdate(tx, update.id, { error: messageOf(error).slice(0, 500), retryInMs })
  const waitedMs = clock.now().getTime() - update.receivedAt.getTime()
  return { updateId, kind, became: retryInMs === 'parked' ? 'parked' : 'failed', waitedMs }
}

/** A batch may hold several; what is done for one of them alone, its handler says. */
function contextOf(updates: readonly { readonly updateId: number }[]): LogContext {
  const [first, ...more] = updates.map(({ updateId }) => updateId)
  return first === undefined || more.length > 0
    ? { updateIds: updates.map(({ updateId }) => updateId) }
    : { updateId: first }
}

function settledOf(updates: readonly InboxRow[], { passed }: Handled, now: Date): Settled[] {
  return updates.map(({ id, updateId, kind, receivedAt }) => ({
    updateId,
    kind,
    became: passed.includes(id) ? 'passed' : 'handled',
    waitedMs: now.getTime() - receivedAt.getTime(),
  }))
}

function closedOf(updates: readonly InboxRow[], { passed }: Handled) {
  return updates.map(({ id }) => ({
    id,
    state: passed.includes(id) ? ('passed' as const) : ('handled' as const),
  }))
}

function afterwardsOf(
  { replies, after }: Handled,
  { sendReplies }: InboxDependencies,
): () => Promise<void> {
  return async () => {
    await Promise.all([
      ...after.map((call) => call()),
      ...(replies.length > 0 ? [sendReplies(replies)] : []),
    ])
  }
}

/** Handles what is in the inbox, several people side by side, each person's updates in order. */
export function createInboxRunner(dependencies: InboxDependencies): InboxRunner {
  const { log } = dependencies
  let stopped = false
  /** Said once: every lane looks ten times a second. */
  let away = false
  let running: Promise<void>[] = []
  /** Replies on their way: the next person's update does not wait for them. */
  const afterwards = new Set<Promise<void>>()
  const bells = dependencies.lanes.map(() => createSleep())

  function follow(work: () => Promise<void>, settled: readonly Settled[]): void {
    const following = work()
      .catch((error: unknown) => {
        loggedAs(contextOf(settled), () => {
          log.warn({ error: messageOf(error) }, 'after an update')
        })
      })
      .finally(() => afterwards.delete(following))
    afterwards.add(following)
  }

  async function run(lane: InboxLane, sleep: Sleep): Promise<void> {
    let limit = lane.batch
    while (!stopped) {
      const since = sleep.calls()
      try {
        const batch =
          limit > 1
            ? await handleMany(dependencies, lane, limit)
            : await handleOne(dependencies, lane)
        if (away && batch.kind !== 'failed') {
          away = false
          log.info('the inbox is within reach again')
        }
        limit = batch.kind === 'failed' ? Math.floor(limit / SHRINK) : grown(limit, lane)
        if (batch.kind === 'nothing') await sleep.until(since)
        if (batch.kind !== 'handled') continue
        if (batch.full) sleep.wake()
        for (const update of batch.settled) {
          log.debug(update, 'an update was dealt with')
          dependencies.onSettled?.(update)
        }
        follow(batch.afterwards, batch.settled)
      } catch (error) {
        if (!away) log.error({ error: messageOf(error) }, 'inbox out of reach; trying again')
        away = true
        await pause(LOOK_MS)
      }
    }
  }

  const wake = (): void => {
    for (const bell of bells) bell.wake()
  }
  return {
    wake,
    start() {
      if (running.length > 0) return
      running = dependencies.lanes.flatMap((lane, i) =>
        Array.from({ length: lane.concurrency }, () => run(lane, bells[i] ?? createSleep())),
      )
    },
    async stop() {
      stopped = true
      for (const bell of bells) bell.wakeAll()
      await Promise.all(running)
      await Promise.all(afterwards)
    },
  }
}

function grown(limit: number, { batch }: InboxLane): number {
  return Math.min(batch, Math.max(1, limit) * 2)
}

interface Sleep {
  /** How often it was woken so far. */
  calls(): number
  /** Wakes one: it wakes the next where there is more than it can take. */
  wake(): void
  wakeAll(): void
  /** Sleeps until it is woken, or for the time between two looks; not at all if it was woken since. */
  until(since: number): Promise<void>
}

/** The sleep that the transactions of one lane share. */
function createSleep(): Sleep {
  const asleep: AbortController[] = []
  let calls = 0
  const wake = (): void => {
    calls++
    asleep.shift()?.abort()
  }
  return {
    calls: () => calls,
    wake,
    wakeAll() {
      wake()
      while (asleep.length > 0) wake()
    },
    async until(since) {
      if (calls !== since) return
      const sleeper = new AbortController()
      asleep.push(sleeper)
      // One of them looks often; the others would only look at the same.
      await pause(asleep.length === 1 ? LOOK_MS : LOOK_MS * 10, sleeper.signal)
      const place = asleep.indexOf(sleeper)
      if (place >= 0) asleep.splice(place, 1)
    },
  }
}
