import { sql } from 'drizzle-orm'
import { asDateOrNull, rowsOf, type Db } from '../platform/db/index.ts'

/** Where a person stands in a track that was begun. */
export interface Standing {
  readonly trackId: string
  /** When the track was first finished; null: not yet. A lesson that is added later takes nothing back. */
  readonly doneAt: Date | null
  readonly answered: number
  readonly skipped: number
  /** Live lessons that did not come yet, or stand open. */
  readonly toCome: number
  readonly certificateId: number | null
}

/** Every track that the person began, in the order of the lessons. */
export async function readStandings(db: Db, personId: string): Promise<Standing[]> {
  const rows = await rowsOf<{
    track_id: string
    done_at: string | null
    answered: number
    skipped: number
    to_come: number
    certificate_id: string | null
  }>(
    db,
    sql`
    select e.track_id, e.done_at, c.id as certificate_id,
      (select count(*)::int from deliveries d
        where d.enrolment_id = e.id and d.state = 'answered') as answered,
      (select count(*)::int from deliveries d
        where d.enrolment_id = e.id and d.state = 'skipped') as skipped,
      (select count(*)::int from live_lessons l where l.track_id = e.track_id and not exists (
        select 1 from deliveries d where d.person_id = e.person_id and d.lesson_id = l.lesson_id
          and d.state in ('answered', 'skipped'))) as to_come
    from enrolments e
    left join live_tracks t on t.track_id = e.track_id
    left join certificates c on c.person_id = e.person_id and c.track_id = e.track_id
    where e.person_id = ${personId} order by t.position nulls last, e.track_id`,
  )
  return rows.map((row) => ({
    trackId: row.track_id,
    doneAt: asDateOrNull(row.done_at),
    answered: row.answered,
    skipped: row.skipped,
    toCome: row.to_come,
    certificateId: row.certificate_id === null ? null : Number(row.certificate_id),
  }))
}

/** Waits for whoever issues for the same person and track; certificates are issued behind this lock. */
export async function lockEnrolment(tx: Db, personId: string, trackId: string): Promise<void> {
  await tx.execute(sql`
    select 1 from enrolments where person_id = ${personId} and track_id = ${trackId} for update`)
}

export interface Finisher {
  readonly personId: string
  readonly trackId: string
}

/**
 * Who finished a track in a unit and those below it, or in the whole organisation, in the order of
 * their names.
 */
export async function findFinishers(
  db: Db,
  where: { readonly unitId?: string | undefined; readonly trackId?: string | undefined },
): Promise<Finisher[]> {
  const { unitId, trackId } = where
  const rows = await rowsOf<{ person_id: string; track_id: string }>(
    db,
    sql`
    with recursive below (id) as (
      select id from units where ${unitId === undefined ? sql`parent_id is null` : sql`id = ${unitId}`}
      union all select u.id from units u join below on u.parent_id = below.id)
    select e.person_id, e.track_id
    from enrolments e join people p on p.id = e.person_id
    left join live_tracks t on t.track_id = e.track_id
    where e.done_at is not null
      and (p.unit_id in (select id from below) ${unitId === undefined ? sql`or p.unit_id is null` : sql``})
      and ${trackId === undefined ? sql`true` : sql`e.track_id = ${trackId}`}
    order by t.position nulls last, e.track_id, lower(p.name), p.id`,
  )
  return rows.map((row) => ({ personId: row.person_id, trackId: row.track_id }))
}
