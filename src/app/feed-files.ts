import { waitingExports, waitingImports } from '../exchange/index.ts'
import type { Db } from '../platform/db/index.ts'
import type { Queues } from '../platform/queue/index.ts'

/** Puts into the queue what waits in Postgres: its first job was lost, or whoever had it died. */
export async function feedFiles(db: Db, queues: Queues): Promise<void> {
  const jobsOf = (ids: readonly number[]) => ids.map((id) => ({ id }))
  const [exports, imports] = [await waitingExports(db), await waitingImports(db)]
  if (exports.length > 0) await queues.add('export', jobsOf(exports))
  if (imports.length > 0) await queues.add('import', jobsOf(imports))
}
