import type { RecordDependencies } from './record.ts'
import { recordResults } from './record.ts'
import { expire, orphans, registerWorker } from './reconcile-store.ts'
import { afterUncertain } from './transition.ts'

/**
 * Leaves no row without an owner: what a dead or frozen worker had in flight becomes uncertain and
 * follows its lane's policy; what came too late to be worth sending is cancelled.
 *
 * @returns rows that it dealt with; call again while it is not zero
 */
export async function reconcile(dependencies: RecordDependencies): Promise<number> {
  const { db, clock, worker, onEnded } = dependencies
  await registerWorker(db, worker, clock.now())
  const orphaned = await db.transaction(orphans)
  if (orphaned.length > 0) {
    await recordResults(
      dependencies,
      orphaned.map((row) => ({
        row,
        outcome: 'uncertain',
        next: afterUncertain(row, 'the worker that held it is gone'),
        messageId: null,
        pollId: null,
        sounded: false,
        result: null,
      })),
    )
  }
  const expired = await db.transaction(async (tx) => {
    const ended = await expire(tx, clock.now())
    if (ended.length > 0) await onEnded(tx, ended)
    return ended
  })
  return orphaned.length + expired.length
}
