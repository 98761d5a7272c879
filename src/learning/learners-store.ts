import { eq, sql, type SQL } from 'drizzle-orm'
import { arrayOf, asDate, at, type Db, rowsOf } from '../platform/db/index.ts'
import { beginAfter } from './assessment/items-store.ts'
import type { CivilDay } from './calendar/civil-day.ts'
import {
  joinPlaced,
  placedUnitsOf,
  rhythmColumns,
  rhythmOf,
  type PlacedRhythm,
  type RhythmRow,
} from './calendar/rhythm-store.ts'
import type { Work } from './plan.ts'
import { learners } from './schema.ts'

/** Begins somebody's learning once; a second time changes nothing. */
export async function startLearning(
  db: Db,
  learner: { readonly personId: string; readonly nextDueAt: Date; readonly now: Date },
): Promise<void> {
  const { personId, nextDueAt, now } = learner
  await db.insert(learners).values({ personId, nextDueAt, startedAt: now }).onConflictDoNothing()
}

/**
 * The sector of each unit: its own, or that of the nearest unit above that has one. A CTE, for
 * `with recursive`.
 */
export const unitSectors: SQL = sql`
  unit_sectors (unit_id, sector) as (
    select u.id, u.sector from units u where u.parent_id is null
    union all
    select u.id, coalesce(u.sector, above.sector)
    from units u join unit_sectors above on u.parent_id = above.unit_id)`

/**
 * Joins to people `p` a row `who` with all that decides on their tracks; needs `unit_sectors`. People
 * with equal rows have the same course.
 */
export const joinWho: SQL = sql`
  left join unit_sectors us on us.unit_id = p.unit_id
  left join lateral (
    select array_agg(c.track_id order by c.track_id) filter (where c.choice = 'added') as added,
      array_agg(c.track_id order by c.track_id) filter (where c.choice = 'left') as left_out
    from track_choices c where c.person_id = p.id group by c.person_id) chosen_tracks on true
  cross join lateral (
    select p.job_role, us.sector, coalesce(chosen_tracks.added, '{}') as added,
      coalesce(chosen_tracks.left_out, '{}') as left_out) who`

/**
 * Whether track `t` (of `live_tracks`) is one of `who`: common tracks, those of the role, those of
 * the sector, with what the person took in beside these and without what the person left out.
 */
export const ownTracks: SQL = sql`
  ((t.for_kind = 'common' or t.for_value = who.job_role or t.for_value = who.sector
      or t.track_id = any (who.added)) and t.track_id <> all (who.left_out))`

/** Somebody who learns, as a request needs it. */
export interface Learner extends PlacedRhythm {
  readonly personId: string
  readonly chatId: number
  readonly paused: boolean
  readonly reachable: boolean
  readonly work: Work
  /** The latest civil day on which a lesson came or was asked for. */
  readonly taughtOn: CivilDay | null
}

/** A person who learns, locked, so that the planner and a request do not cross. */
export async function takeLearner(
  tx: Db,
  personId: string,
  now: Date,
): Promise<Learner | undefined> {
  return (await takeLearners(tx, [personId], now)).get(personId)
}

/** Several of them, by their ids. */
export function takeLearners(
  tx: Db,
  personIds: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, Learner>> {
  return findLearners(tx, personIds, now, sql`order by l.person_id for update of l`)
}

/** The same, only looked at. */
export async function findLearner(
  tx: Db,
  personId: string,
  now: Date,
): Promise<Learner | undefined> {
  return (await findLearners(tx, [personId], now, sql``)).get(personId)
}

async function findLearners(
  tx: Db,
  personIds: readonly string[],
  now: Date,
  locking: SQL,
): Promise<ReadonlyMap<string, Learner>> {
  if (personIds.length === 0) return new Map()
  const rows = await rowsOf<LearnerRow>(
    tx,
    sql`
    with recursive ${placedUnitsOf(personIds)}, ${unitSectors}
    select p.id as person_id, ${rhythmColumns(now)}, p.chat_id, p.paused,
      p.unreachable_since is null as reachable,
      (select max(d.due_day)::text from deliveries d
        where d.person_id = p.id and d.state <> 'undelivered') as taught_on,
      case
        when exists (select 1 from deliveries d where d.person_id = p.id and d.state = 'open')
          then 'open'
        when exists (
          select 1 from live_tracks t join live_lessons ll on ll.track_id = t.track_id
          where ${ownTracks} and not exists (
            select 1 from deliveries d where d.person_id = p.id and d.lesson_id = ll.lesson_id
              and d.state <> 'undelivered')) then 'lesson'
        else 'rest' end as work
    from learners l join people p on p.id = l.person_id ${joinPlaced} ${joinWho}
    where l.person_id = any(${arrayOf(personIds, 'uuid')}) ${locking}`,
  )
  return new Map(rows.map((row) => [row.person_id, learnerOf(row)]))
}

type LearnerRow = RhythmRow & {
  person_id: string
  chat_id: string
  paused: boolean
  reachable: boolean
  work: Work
  taught_on: CivilDay | null
}

function learnerOf(row: LearnerRow): Learner {
  return {
    ...rhythmOf(row),
    personId: row.person_id,
    chatId: Number(row.chat_id),
    paused: row.paused,
    reachable: row.reachable,
    work: row.work,
    taughtOn: row.taught_on,
  }
}

/** After a change of hour, zone or pause: the next moment anew. */
export async function reschedule(tx: Db, personId: string, nextDueAt: Date | null): Promise<void> {
  await tx.update(learners).set({ nextDueAt }).where(eq(learners.personId, personId))
}

/** The earliest moment at which anybody is due, for a clock that is moved by hand. */
export async function earliestDue(db: Db): Promise<Date | undefined> {
  const [row] = await rowsOf<{ next: string | null }>(
    db,
    sql`
    select least(
      (select min(next_due_at) from learners),
      (select min(next_nudge_at) from deliveries where state = 'open')) as next`,
  )
  return row?.next === null || row === undefined ? undefined : asDate(row.next)
}

export interface EndedTrack {
  readonly trackId: string
  /** Lessons that the person had, also those that were withdrawn since. */
  readonly lessons: number
}

/**
 * Closes the tracks of a person whose every live lesson is answered or skipped; none is closed
 * twice, however often it is called.
 */
export async function endTracks(tx: Db, personId: string, now: Date): Promise<EndedTrack[]> {
  return (await endTracksOf(tx, [personId], now)).get(personId) ?? []
}

/** The same for several people; by their ids, those alone of whom a track has ended. */
export async function endTracksOf(
  tx: Db,
  personIds: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, EndedTrack[]>> {
  if (personIds.length === 0) return new Map()
  const rows = await rowsOf<{ person_id: string; track_id: string; lessons: number }>(
    tx,
    sql`
    update enrolments e set state = 'done', done_at = coalesce(e.done_at, ${at(now)})
    where e.person_id = any(${arrayOf(personIds, 'uuid')}) and e.state = 'active'
      and not exists (select 1 from deliveries d where d.enrolment_id = e.id and d.state = 'open')
      and not exists (
        select 1 from live_lessons ll where ll.track_id = e.track_id and not exists (
          select 1 from deliveries d where d.person_id = e.person_id
            and d.lesson_id = ll.lesson_id and d.state in ('answered', 'skipped')))
    returning e.person_id, e.track_id,
      (select count(*)::int from deliveries d where d.enrolment_id = e.id
        and d.state in ('answered', 'skipped')) as lessons`,
  )
  const ended = Map.groupBy(rows, (row) => row.person_id)
  for (const [personId, tracks] of ended) {
    await beginAfter(
      tx,
      personId,
      tracks.map((row) => row.track_id),
      now,
    )
  }
  return new Map(
    [...ended].map(([personId, tracks]) => [
      personId,
      tracks.map((row) => ({ trackId: row.track_id, lessons: row.lessons })),
    ]),
  )
}

/**
 * The tracks whose lessons a person may read: the own ones, and whatever the person ever began.
 * Admins keep the lessons, so they read all.
 */
export async function readableTracks(
  db: Db,
  reader: { readonly personId: string; readonly admin: boolean },
): Promise<string[]> {
  const rows = await rowsOf<{ track_id: string }>(
    db,
    sql`
    with recursive ${unitSectors}
    select t.track_id from people p ${joinWho} join live_tracks t on ${reader.admin} or ${ownTracks} or exists (
      select 1 from enrolments e where e.person_id = p.id and e.track_id = t.track_id)
    where p.id = ${reader.personId} order by t.position`,
  )
  return rows.map((row) => row.track_id)
}
