import type { Clock } from '../platform/clock.ts'
import type { Db } from '../platform/db/index.ts'
import { cancelRest, readyNext } from './bundle-store.ts'
import type { Ended } from './message.ts'
import { haltPace, pausePace, writeResults, type RowResult } from './record-store.ts'

/** Told of rows that ended, in the same transaction; what it does commits with the ledger or not at all. */
export type OnEnded = (tx: Db, ended: readonly Ended[]) => Promise<void>

export interface RecordDependencies {
  readonly db: Db
  readonly clock: Clock
  readonly botId: number
  readonly worker: string
  readonly chatGapMs: number
  readonly onEnded: OnEnded
  /** The next messages of bundles may go now; told after the commit. */
  readonly onReady?: () => void
}

/** Writes results down, moves bundles on, and tells who must know: all of it in one transaction. */
export async function recordResults(
  { db, clock, botId, worker, chatGapMs, onEnded, onReady }: RecordDependencies,
  results: readonly RowResult[],
): Promise<void> {
  const now = clock.now()
  const anyReady = await db.transaction(async (tx) => {
    // First of all, as a lease does: the pace, then chats. The other way round the two would wait for
    // each other.
    for (const { outcome, next } of results) {
      if (next.to !== 'pending') continue
      if (outcome === 'rate_limited') await pausePace(tx, botId, next.retryInMs)
      if (outcome === 'unauthorized') await haltPace(tx, botId, next.reason)
    }
    const changed = await writeResults(tx, results, { worker, now, chatGapMs })
    const goesOn = changed.filter(({ next }) => next.to === 'sent' || next.to === 'uncertain')
    const broken = changed.filter(({ next }) => next.to === 'failed' || next.to === 'cancelled')
    const [ready, rest] = await Promise.all([
      readyNext(tx, placesOf(goesOn), chatGapMs),
      cancelRest(tx, placesOf(broken), now),
    ])
    const late = results.filter((result) => result.next.to === 'sent' && !changed.includes(result))
    const ended = [...[...changed, ...late].flatMap(endedOf), ...rest]
    if (ended.length > 0) await onEnded(tx, ended)
    return ready.length > 0
  })
  if (anyReady) onReady?.()
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
