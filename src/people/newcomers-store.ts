import { sql } from 'drizzle-orm'
import { asDate, at, type Db, rowsOf } from '../platform/db/index.ts'
import { withinReach } from './reach-store.ts'

export interface Newcomer {
  readonly id: string
  readonly name: string
  readonly since: Date
}

/** People of a unit who came by a poster's code and whom nobody has confirmed, the first first. */
export async function newcomersOf(
  db: Db,
  viewerId: string,
  { unitId, limit }: { readonly unitId: string; readonly limit: number },
): Promise<readonly Newcomer[]> {
  const rows = await rowsOf<{ id: string; name: string; since: unknown }>(
    db,
    sql`
    select p.id, p.name, p.unconfirmed_since as since from people p
    where p.unit_id = ${unitId} and p.unconfirmed_since is not null and p.join_step is null
      and p.moved_away_at is null and p.id <> ${viewerId} and ${withinReach(viewerId)}
    order by p.unconfirmed_since, p.id limit ${limit}`,
  )
  return rows.map(({ id, name, since }) => ({ id, name, since: asDate(since) }))
}

/**
 * Whoever came to the unit up to a moment is one of its people: later ones were not on the list that
 * was looked at.
 *
 * @returns how many, within the reach of who confirms
 */
export async function confirmNewcomers(
  tx: Db,
  by: string,
  { unitId, upTo }: { readonly unitId: string; readonly upTo: Date },
): Promise<number> {
  const rows = await rowsOf<{ id: string }>(
    tx,
    sql`
    update people p set unconfirmed_since = null
    where p.unit_id = ${unitId} and p.unconfirmed_since <= ${at(upTo)} and p.join_step is null
      and p.id <> ${by} and ${withinReach(by)}
    returning p.id`,
  )
  return rows.length
}
