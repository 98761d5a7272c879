import type { Clock } from '../platform/clock.ts'
import type { Db } from '../platform/db/index.ts'
import { cancelRest, readyNext } from './bundle-store.ts'
import type { Ended } from './message.ts'
import { stillThere } from './erase-store.ts'
import { readdressChat } from './readdress-store.ts'
import { haltPace, pausePace, writeResults, type RowResult } from './record-store.ts'

/** Told of rows that ended, in the same transaction; what it does commits with the ledger or not at all. */
export type OnEnded = (tx: Db, ended: readonly Ended[]) => Promise<void>

export interface RecordDependencies {
  readonly db: Db
  readonly clock: Clock
  readonly botId: number
  /** Digest of the token that this process has; left out where there is only one, as in tests. */
  readonly tokenMark?: string
  readonly worker: string
  readonly chatGapMs: number
  readonly onEnded: OnEnded
  /** The next messages of bundles may go now; told after the commit. */
  readonly onReady?: () => void
  /** Told of rows that ended, after the commit: for whoever counts. */
  readonly onSettled?: (ended: readonly Ended[]) => void
  /** Told of rows that ended although nobody could be told of it, so that it is not silent. */
  readonly onUntold?: (error: unknown, ended: readonly Ended[]) => void
}

/**
 * Writes results down, moves bundles on, and tells who must know: all of it in one transaction.
 *
 * @param atAnyPrice writes them even when telling fails: for a row that has failed so again and again
 *   (by another version, say), which would otherwise stay in flight for ever
 */
export async function recordResults(
  dependencies: RecordDependencies,
  results: readonly RowResult[],
  atAnyPrice = false,
): Promise<void> {
  const { db, clock, botId, tokenMark, worker, chatGapMs, onReady } = dependencies
  const now = clock.now()
  const { anyReady, ended } = await db.transaction(async (tx) => {
    // The pace before the rows, as when they are leased: crosswise they would lock each other out.
    for (const { outcome, next } of results) {
      if (next.to !== 'pending') continue
      if (outcome === 'rate_limited') await pausePace(tx, botId, next.retryInMs)
      if (outcome === 'unauthorized') await haltPace(tx, botId, tokenMark ?? null, next.reason)
    }
    const changed = await writeResults(tx, results, { worker, now, chatGapMs })
    const goesOn = changed.filter(({ next }) => next.to === 'sent' || next.to === 'uncertain')
    const broken = changed.filter(({ next }) => next.to === 'failed' || next.to === 'cancelled')
    const [ready, rest] = await Promise.all([
      readyNext(tx, placesOf(goesOn), chatGapMs),
      cancelRest(tx, placesOf(broken), now),
    ])
    const late = await lateOf(tx, results, changed)
    const over = [...[...changed, ...late].flatMap(endedOf), ...rest]
    if (over.length > 0) await tell(tx, dependencies, over, atAnyPrice)
    for (const { row, next } of changed) {
      if (next.to === 'pending' && next.chatId !== undefined) {
        await readdressChat(tx, row.chatId, next.chatId)
      }
    }
    return { anyReady: ready.length > 0, ended: over }
  })
  dependencies.onSettled?.(ended)
  if (anyReady) onReady?.()
}

/** What arrived after all. Of a row that was erased meanwhile nobody is told: there is nobody. */
async function lateOf(
  tx: Db,
  results: readonly RowResult[],
  changed: readonly RowResult[],
): Promise<RowResult[]> {
  const late = results.filter(({ next }) => next.to === 'sent')
  const unchanged = late.filter((result) => !changed.includes(result))
  const there = await stillThere(
    tx,
    unchanged.map(({ row }) => row.id),
  )
  return unchanged.filter(({ row }) => there.has(row.id))
}

async function tell(
  tx: Db,
  { onEnded, onUntold }: RecordDependencies,
  ended: readonly Ended[],
  atAnyPrice: boolean,
): Promise<void> {
  if (!atAnyPrice) return onEnded(tx, ended)
  // Within a savepoint: a connection that is lost fails the whole all the same, and it comes again.
  await tx
    .transaction((within) => onEnded(within, ended))
    .catch((error: unknown) => onUntold?.(error, ended))
}

function placesOf(results: readonly RowResult[]): RowResult['row'][] {
  return results.map(({ row }) => row)
}

function endedOf({ row, next, messageId, result }: RowResult): Ended[] {
  if (next.to === 'pending') return []
  return [
    {
      id: row.id,
      kind: row.kind,
      lane: row.lane,
      args: row.args,
      personId: row.personId,
      chatId: row.chatId,
      state: next.to,
      reason: 'reason' in next ? next.reason : null,
      unreachable: next.to === 'failed' && next.unreachable,
      messageId,
      result,
    },
  ]
}
