import type { LeasedRow } from './message.ts'
import { recordResults, type RecordDependencies } from './record.ts'
import type { RowResult } from './record-store.ts'
import { sweepMarks } from './feed-store.ts'
import { expire, orphans } from './reconcile-store.ts'
import { afterUncertain } from './transition.ts'

/**
 * Leaves no row without an owner: what a dead or frozen worker had in flight becomes uncertain and
 * follows its lane's policy; what came too late to be worth sending is cancelled.
 *
 * @returns rows that it dealt with; call again while it is not zero
 */
export async function reconcile(dependencies: RecordDependencies): Promise<number> {
  const { db, clock, onEnded } = dependencies
  await sweepMarks(db)
  const settled = await settleOrphans(dependencies)
  const expired = await db.transaction(async (tx) => {
    const ended = await expire(tx, clock.now())
    if (ended.length > 0) await onEnded(tx, ended)
    return ended
  })
  dependencies.onSettled?.(expired)
  return settled + expired.length
}

/**
 * Read and written in one transaction, so that a result that arrives meanwhile is not overwritten.
 * When one row cannot be settled the others are, one by one; and one that only nobody can be told of
 * ends all the same: it would stay in flight for ever.
 *
 * @returns rows that were settled
 */
async function settleOrphans(dependencies: RecordDependencies): Promise<number> {
  return dependencies.db.transaction(async (tx) => {
    const results = (await orphans(tx, dependencies.worker)).map(uncertainResult)
    const within = { ...dependencies, db: tx }
    if (results.length === 0) return 0
    if (await succeeds(recordResults(within, results))) return results.length
    let settled = 0
    for (const result of results) {
      const settles =
        (await succeeds(recordResults(within, [result]))) ||
        (await succeeds(recordResults(within, [result], true)))
      if (settles) settled++
    }
    return settled
  })
}

function uncertainResult(row: LeasedRow): RowResult {
  return {
    row,
    outcome: 'uncertain',
    next: afterUncertain(row, 'the worker that held it is gone'),
    messageId: null,
    pollId: null,
    sounded: false,
    result: null,
  }
}

function succeeds(work: Promise<unknown>): Promise<boolean> {
  return work.then(
    () => true,
    () => false,
  )
}
