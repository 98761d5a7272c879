import type { Ended } from '../messaging/index.ts'
import type { Db } from '../platform/db/index.ts'
import { markNudges } from './nudges-store.ts'

/** What the ledger's word on reminders means: each keeps its outcome. */
export async function nudgesEnded(tx: Db, ended: readonly Ended[]): Promise<void> {
  await markNudges(
    tx,
    ended.flatMap((row) =>
      row.kind === 'nudge'
        ? [
            {
              deliveryId: Number(row.args['deliveryId']),
              step: Number(row.args['step']),
              outcome: row.state,
            },
          ]
        : [],
    ),
  )
}
