import { withSession } from '../platform/db/index.ts'
import { lookAt } from './restore-store.ts'

/** Whether a database holds something of ours that anybody would miss. */
export function holdsAnything(ownerUrl: string): Promise<boolean> {
  return withSession(
    ownerUrl,
    'sedikit-restore',
    async (session) => (await lookAt(session)).holds !== undefined,
  )
}
