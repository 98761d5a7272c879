import { audit, type AuditAction, type Deed } from '../audit/index.ts'
import { systemClock } from '../platform/clock.ts'
import type { Db } from '../platform/db/index.ts'

/** Keeps what was done from the shell: by nobody who has a place here. */
export function auditShell(
  db: Db,
  action: AuditAction,
  about: Omit<Deed, 'action' | 'by'> = {},
): Promise<void> {
  return audit(db, { action, by: null, ...about }, systemClock.now())
}
