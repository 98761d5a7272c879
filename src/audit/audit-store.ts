import { and, desc, eq, gte, inArray, lt, or, type SQL } from 'drizzle-orm'
import type { Db } from '../platform/db/index.ts'
import { auditActions, groupOf, type AuditAction } from './actions.ts'
import { audit as table, type AuditDetails } from './schema.ts'

export interface Deed {
  readonly action: AuditAction
  /** Null: from the shell. */
  readonly by: string | null
  readonly personId?: string | null
  readonly unitId?: string | null
  readonly details?: AuditDetails
}

/** Keeps what was done, in the transaction that does it: the one does not stand without the other. */
export async function audit(
  tx: Db,
  { action, by, personId = null, unitId = null, details = {} }: Deed,
  now: Date,
): Promise<void> {
  await tx.insert(table).values({ at: now, action, byId: by, personId, unitId, details })
}

export interface AuditQuery {
  /** Who did it, or whom it concerns. */
  readonly personId?: string
  readonly unitId?: string
  readonly group?: string
  /** From this moment on, and before that one. */
  readonly from?: Date
  readonly to?: Date
  /** Entries older than the one of this number. */
  readonly before?: number
  readonly limit: number
}

export type AuditEntry = typeof table.$inferSelect

export interface AuditPage {
  /** The newest first. */
  readonly entries: readonly AuditEntry[]
  readonly more: boolean
}

export async function readAudit(db: Db, query: AuditQuery): Promise<AuditPage> {
  const { limit } = query
  const rows = await db
    .select()
    .from(table)
    .where(and(...conditions(query)))
    .orderBy(desc(table.id))
    .limit(limit + 1)
  return { entries: rows.slice(0, limit), more: rows.length > limit }
}

function conditions({
  personId,
  unitId,
  group,
  from,
  to,
  before,
}: AuditQuery): (SQL | undefined)[] {
  return [
    personId === undefined ? undefined : or(eq(table.byId, personId), eq(table.personId, personId)),
    unitId === undefined ? undefined : eq(table.unitId, unitId),
    group === undefined
      ? undefined
      : inArray(
          table.action,
          auditActions.filter((action) => groupOf(action) === group),
        ),
    from === undefined ? undefined : gte(table.at, from),
    to === undefined ? undefined : lt(table.at, to),
    before === undefined ? undefined : lt(table.id, before),
  ]
}
