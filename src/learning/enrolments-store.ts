import { and, eq, sql } from 'drizzle-orm'
import { arrayOf, asDate, asDateOrNull, at, type Db, rowsOf } from '../platform/db/index.ts'
import type { CivilDay } from './calendar/civil-day.ts'
import {
  joinPlaced,
  placedUnitOf,
  placedUnits,
  rhythmColumns,
  rhythmOf,
  type PlacedRhythm,
  type RhythmRow,
} from './calendar/rhythm-store.ts'
import { enrolments } from './schema.ts'

/** An enrolment that is to be planned, with what the decision needs of its person. */
export interface EnrolmentRow extends PlacedRhythm {
  readonly id: number
  readonly personId: string
  readonly chatId: number
  readonly trackId: string
  readonly nextDueAt: Date
  readonly paused: boolean
  readonly pausedUntil: Date | null
  readonly reachable: boolean
  readonly hasOpenLesson: boolean
  /** Lessons of the track that the person has had; one that never arrived is not among them. */
  readonly had: readonly string[]
  /** The latest civil day on which a lesson came or was asked for, on any track. */
  readonly taughtOn: CivilDay | null
}

type Raw = RhythmRow & {
  id: string
  person_id: string
  chat_id: string
  track_id: string
  next_due_at: string | null
  paused: boolean
  paused_until: string | null
  reachable: boolean
  open: boolean
  had: string[] | null
  taught_on: CivilDay | null
}

const selected = (now: Date) => sql`
  e.id, e.person_id, p.chat_id, e.track_id, e.next_due_at, ${rhythmColumns(now)}, p.paused,
  p.paused_until, p.unreachable_since is null as reachable,
  exists (
    select 1 from deliveries d where d.person_id = e.person_id and d.state = 'open') as open,
  (select array_agg(d.lesson_id) from deliveries d
    where d.enrolment_id = e.id and d.state <> 'undelivered') as had,
  (select max(d.due_day)::text from deliveries d
    where d.person_id = e.person_id and d.state <> 'undelivered') as taught_on`

function enrolmentRow(row: Raw): EnrolmentRow {
  return {
    ...rhythmOf(row),
    id: Number(row.id),
    personId: row.person_id,
    chatId: Number(row.chat_id),
    trackId: row.track_id,
    nextDueAt: asDateOrNull(row.next_due_at) ?? new Date(0),
    paused: row.paused,
    pausedUntil: asDateOrNull(row.paused_until),
    reachable: row.reachable,
    hasOpenLesson: row.open,
    had: row.had ?? [],
    taughtOn: row.taught_on,
  }
}

/**
 * Takes up to `limit` enrolments that are due now. They stay locked until the transaction ends, and
 * the condition says again that they are due: two workers never take the same. The batch is cut
 * before anything is joined to it, since a hundred thousand may be due in one minute.
 */
export async function takeDueEnrolments(tx: Db, now: Date, limit: number): Promise<EnrolmentRow[]> {
  const rows = await rowsOf<Raw>(
    tx,
    sql`
    with recursive due as materialized (
      select id, person_id, track_id, next_due_at from enrolments
      where state = 'active' and next_due_at <= ${at(now)}
      order by next_due_at, id limit ${limit} for update skip locked),
    ${placedUnits}
    select ${selected(now)} from due e join people p on p.id = e.person_id ${joinPlaced}
    order by e.next_due_at, e.id`,
  )
  return rows.map(enrolmentRow)
}

/** The active enrolment of a person, locked, so that the planner and a request do not cross. */
export async function takeEnrolmentOf(
  tx: Db,
  personId: string,
  now: Date,
): Promise<EnrolmentRow | undefined> {
  const [row] = await rowsOf<Raw>(
    tx,
    sql`
    with recursive ${placedUnitOf(personId)}
    select ${selected(now)} from enrolments e join people p on p.id = e.person_id ${joinPlaced}
    where e.person_id = ${personId} and e.state = 'active'
    order by e.id limit 1 for update of e`,
  )
  return row === undefined ? undefined : enrolmentRow(row)
}

/** Enrols a person once; a second time changes nothing. */
export async function enrol(
  db: Db,
  {
    personId,
    trackId,
    nextDueAt,
    now,
  }: {
    personId: string
    trackId: string
    nextDueAt: Date
    now: Date
  },
): Promise<void> {
  await db
    .insert(enrolments)
    .values({ personId, trackId, state: 'active', nextDueAt, startedAt: now })
    .onConflictDoNothing()
}

export interface Replan {
  readonly id: number
  readonly nextDueAt: Date | null
  readonly done: boolean
}

/** Writes the next moments of many enrolments in one statement. */
export async function replanEnrolments(tx: Db, plans: readonly Replan[], now: Date): Promise<void> {
  if (plans.length === 0) return
  await tx.execute(sql`
    update enrolments e
    set next_due_at = r.next_due_at,
      state = case when r.done then 'done' else e.state end,
      done_at = case when r.done then ${at(now)} else e.done_at end
    from unnest(
      ${arrayOf(
        plans.map((p) => p.id),
        'bigint',
      )},
      ${arrayOf(
        plans.map((p) => p.nextDueAt?.toISOString() ?? null),
        'timestamptz',
      )},
      ${arrayOf(
        plans.map((p) => p.done),
        'boolean',
      )}
    ) as r(id, next_due_at, done)
    where e.id = r.id`)
}

/** After a change of hour, zone or pause: the next moment anew, and older plans are stale. */
export async function rescheduleEnrolments(
  tx: Db,
  personId: string,
  nextDueAt: Date | null,
): Promise<void> {
  await tx
    .update(enrolments)
    .set({ nextDueAt, planVersion: sql`${enrolments.planVersion} + 1` })
    .where(and(eq(enrolments.personId, personId), eq(enrolments.state, 'active')))
}

/** The earliest moment at which anybody is due, for a clock that is moved by hand. */
export async function earliestDue(db: Db): Promise<Date | undefined> {
  const [row] = await rowsOf<{ next: string | null }>(
    db,
    sql`
    select least(
      (select min(next_due_at) from enrolments where state = 'active'),
      (select min(next_nudge_at) from deliveries where state = 'open')) as next`,
  )
  return row?.next === null || row === undefined ? undefined : asDate(row.next)
}
