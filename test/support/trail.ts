import { sql } from 'drizzle-orm'
import type { AuditAction } from '../../src/audit/index.ts'
import { rowsOf } from '../../src/platform/db/index.ts'
import type { World } from './world.ts'

export interface KeptDeed extends Record<string, unknown> {
  readonly by_id: string | null
  readonly person_id: string | null
  readonly unit_id: string | null
  readonly details: unknown
}

/** What the trail has of one kind of deed, in its order. */
export function trailOf(world: Pick<World, 'app'>, action: AuditAction): Promise<KeptDeed[]> {
  return rowsOf<KeptDeed>(
    world.app.db,
    sql`select by_id, person_id, unit_id, details from audit where action = ${action} order by id`,
  )
}
