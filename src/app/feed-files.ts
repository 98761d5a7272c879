import { waitingExports } from '../exchange/index.ts'
import type { Db } from '../platform/db/index.ts'
import type { Queues } from '../platform/queue/index.ts'

/** Puts into the queue what waits in Postgres: its first job was lost, or whoever had it died. */
export async function feedFiles(db: Db, queues: Queues): Promise<void> {
  const waiting = await waitingExports(db)
  if (waiting.length === 0) return
  await queues.add(
    'export',
    waiting.map((id) => ({ payload: { id } })),
  )
}
