import { audit, type AuditAction, type Deed } from '../audit/index.ts'
import type { Scope } from './scope.ts'

/** Keeps who did what, with what was done: in the transaction of the update. */
export function audited(
  { tx, person, now }: Pick<Scope, 'tx' | 'person' | 'now'>,
  action: AuditAction,
  about: Omit<Deed, 'action' | 'by'> = {},
): Promise<void> {
  return audit(tx, { action, by: person?.id ?? null, ...about }, now)
}
