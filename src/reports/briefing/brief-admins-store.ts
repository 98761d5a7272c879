import { sql } from 'drizzle-orm'
import {
  joinPlaced,
  placedUnits,
  rhythmColumns,
  rhythmOf,
  type PlacedRhythm,
  type RhythmRow,
} from '../../learning/index.ts'
import { arrayOf, asDate, type Db, rowsOf } from '../../platform/db/index.ts'

export interface Admin extends PlacedRhythm {
  readonly personId: string
  readonly chatId: number
  /** Since when this person is an admin who has joined. */
  readonly since: Date
}

/** Admins who can be written to. */
export async function reachableAdmins(db: Db, now: Date): Promise<Admin[]> {
  const rows = await rowsOf<RhythmRow & { person_id: string; chat_id: string; since: string }>(
    db,
    sql`
    with recursive ${placedUnits}
    select p.id as person_id, p.chat_id, greatest(r.granted_at, p.joined_at) as since,
      ${rhythmColumns(now)}
    from people p ${joinPlaced}
    join (select person_id, min(granted_at) as granted_at from roles where role = 'admin'
      group by person_id) r on r.person_id = p.id
    where p.join_step is null and p.unreachable_since is null and p.moved_away_at is null
      and not p.paused
    order by p.id`,
  )
  return rows.map((row) => ({
    ...rhythmOf(row),
    personId: row.person_id,
    chatId: Number(row.chat_id),
    since: asDate(row.since),
  }))
}

/** Which of these keys the ledger has already. */
export async function knownKeys(db: Db, keys: readonly string[]): Promise<ReadonlySet<string>> {
  if (keys.length === 0) return new Set()
  const rows = await rowsOf<{ key: string }>(
    db,
    sql`select dedupe_key as key from outbox where dedupe_key = any(${arrayOf(keys, 'text')})`,
  )
  return new Set(rows.map(({ key }) => key))
}
