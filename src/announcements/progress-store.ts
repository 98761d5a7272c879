import { sql } from 'drizzle-orm'
import { at, rowsOf, type Db } from '../platform/db/index.ts'

/** What became of all copies so far. */
export type Progress = {
  readonly total: number
  /** On its way, or not yet. */
  readonly open: number
  /** Accepted by Telegram. */
  readonly sent: number
  readonly unreachable: number
  readonly failed: number
  readonly uncertain: number
  readonly cancelled: number
  readonly acknowledged: number
  readonly voted: number
  /** Of those that were corrected or taken back. */
  readonly corrected: number
  readonly notCorrected: number
  readonly recalled: number
  readonly notRecalled: number
}

export async function readProgress(db: Db, id: number): Promise<Progress> {
  const [row] = await rowsOf<Progress>(
    db,
    sql`
    select count(*)::int as total, count(*) filter (where outcome is null)::int as open,
      count(*) filter (where outcome = 'sent')::int as sent,
      count(*) filter (where outcome = 'unreachable')::int as unreachable,
      count(*) filter (where outcome = 'failed')::int as failed,
      count(*) filter (where outcome = 'uncertain')::int as uncertain,
      count(*) filter (where outcome = 'cancelled')::int as cancelled,
      count(acknowledged_at)::int as acknowledged, count(choice)::int as voted,
      count(*) filter (where edit = 'done')::int as corrected,
      count(*) filter (where edit = 'failed')::int as "notCorrected",
      count(*) filter (where recall = 'done')::int as recalled,
      count(*) filter (where recall in ('too_old', 'failed'))::int as "notRecalled"
    from announcement_recipients where announcement_id = ${id}`,
  )
  if (row === undefined) throw new Error('The progress was not counted')
  return row
}

/** How many chose each option of a poll, in the order of the options. */
export async function readVotes(db: Db, id: number, options: number): Promise<readonly number[]> {
  const rows = await rowsOf<{ position: number; votes: number }>(
    db,
    sql`
    select position, count(*)::int as votes
    from announcement_recipients r, unnest(r.choice) as position
    where r.announcement_id = ${id} group by position`,
  )
  const votes = new Map(rows.map((row) => [row.position, row.votes]))
  return Array.from({ length: options }, (_, position) => votes.get(position) ?? 0)
}

export interface UnitProgress {
  readonly unit: string
  readonly total: number
  readonly sent: number
  readonly acknowledged: number
}

/** The same by unit, the largest first. */
export async function readByUnit(db: Db, id: number, limit: number): Promise<UnitProgress[]> {
  return rowsOf<{ unit: string; total: number; sent: number; acknowledged: number }>(
    db,
    sql`
    select coalesce(u.name, '') as unit, count(*)::int as total,
      count(*) filter (where r.outcome = 'sent')::int as sent,
      count(r.acknowledged_at)::int as acknowledged
    from announcement_recipients r join people p on p.id = r.person_id
      left join units u on u.id = p.unit_id
    where r.announcement_id = ${id}
    group by u.id, u.name order by total desc, unit limit ${limit}`,
  )
}

export interface RecipientRow extends Record<string, unknown> {
  readonly name: string
  readonly unit: string
  readonly leads: boolean
  readonly outcome: string | null
  readonly reason: string | null
  readonly sent_at: string | null
  readonly acknowledged_at: string | null
}

/** Every recipient with the outcome, by unit and name; for the sheet. */
export async function listRecipients(db: Db, id: number): Promise<RecipientRow[]> {
  return rowsOf<RecipientRow>(
    db,
    sql`
    select p.name, coalesce(u.name, '') as unit,
      p.job_role is not distinct from 'pimpinan' as leads, r.outcome, r.reason, r.sent_at, r.acknowledged_at
    from announcement_recipients r join people p on p.id = r.person_id
      left join units u on u.id = p.unit_id
    where r.announcement_id = ${id} order by unit, p.name, p.id`,
  )
}

/** Bulk messages that are due and wait before a new announcement. */
export async function countAhead(db: Db, now: Date): Promise<number> {
  const [row] = await rowsOf<{ ahead: number }>(
    db,
    sql`
    select count(*)::int as ahead from outbox
    where lane in ('lesson', 'review', 'announcement') and state = 'pending' and ready
      and (not_before is null or not_before <= ${at(now)})`,
  )
  return row?.ahead ?? 0
}
