import { sql, type SQL } from 'drizzle-orm'
import { withinReach } from '../people/index.ts'
import { arrayOf, at, rowsOf, type Db } from '../platform/db/index.ts'
import type { Audience } from './words.ts'

/** So many announcements of one day reach a person without an admin's word. */
export const MOST_A_DAY = 2

/** The person's civil day at `now`. */
export function civilDayOf(now: Date): SQL {
  return sql`(${at(now)} at time zone p.timezone)::date`
}

/**
 * Everybody whom the audience names, as rows `p` of people with what decides on each. Whom the author
 * reaches is asked here, of the store, at the moment of the query. The author is not among them.
 */
function named(authorId: string, { units, roles, tracks, state }: Audience, now: Date): SQL {
  const inUnits =
    units.length === 0
      ? sql`true`
      : sql`p.unit_id in (
          with recursive chosen as (
            select id from units where id = any(${arrayOf(units, 'uuid')})
            union
            select u.id from units u join chosen c on u.parent_id = c.id)
          select id from chosen)`
  const inRoles = roles.length === 0 ? sql`true` : sql`p.job_role = any(${arrayOf(roles, 'text')})`
  const onTracks =
    tracks.length === 0
      ? sql`true`
      : sql`exists (select 1 from enrolments e
          where e.person_id = p.id and e.track_id = any(${arrayOf(tracks, 'text')}))`
  const lags =
    state === 'all'
      ? sql`true`
      : sql`exists (select 1 from deliveries d
          where d.person_id = p.id and d.state = 'open' and d.due_day < ${civilDayOf(now)})`
  return sql`
    select p.*, ${inRoles} and ${onTracks} and ${lags} as fits from people p
    where p.id <> ${authorId} and ${inUnits} and ${withinReach(authorId)}`
}

/** Those whom a copy will be sent to, as `p`: id, chat_id, timezone, and whether they rest today. */
export function reached(authorId: string, audience: Audience, now: Date): SQL {
  return sql`
    select p.id, p.chat_id, p.timezone, p.unit_id, ${civilDayOf(now)} as day,
      (p.paused and (p.paused_until is null or p.paused_until > ${at(now)}))
        or exists (select 1 from leaves l where l.person_id = p.id
          and ${civilDayOf(now)} between l.first_day and l.last_day) as rests
    from (${named(authorId, audience, now)}) p
    where p.join_step is null and p.unreachable_since is null and p.fits`
}

/** Who an audience is, in one number: equal sums of ids are the same people. */
export const hashOfIds = (column: SQL): SQL =>
  sql`coalesce(bit_xor(hashtextextended(${column}::text, 0)), 0)::text`

export interface AudienceCount {
  readonly reached: number
  readonly hash: string
  /** Of those reached: on leave or paused, so that theirs comes without a sound. */
  readonly resting: number
  /** Blocked the bot, or deleted the account. */
  readonly unreachable: number
  /** In these units, and have not finished joining. */
  readonly joining: number
  /** Of those reached: had as many today as go without an admin. */
  readonly full: number
}

export async function countAudience(
  db: Db,
  authorId: string,
  audience: Audience,
  now: Date,
): Promise<AudienceCount> {
  const [row] = await rowsOf<{
    reached: number
    hash: string
    resting: number
    unreachable: number
    joining: number
    full: number
  }>(
    db,
    sql`
    with named as (${named(authorId, audience, now)}), reached as (${reached(authorId, audience, now)})
    select (select count(*)::int from reached) as reached,
      (select ${hashOfIds(sql`id`)} from reached) as hash,
      (select count(*)::int from reached where rests) as resting,
      (select count(*)::int from named
        where join_step is null and unreachable_since is not null and fits) as unreachable,
      (select count(*)::int from named where join_step is not null) as joining,
      (select count(*)::int from reached p where (
        select count(*) from announcement_recipients r
        where r.person_id = p.id and r.day = p.day
          and coalesce(r.outcome, 'sent') in ('sent', 'uncertain')) >= ${MOST_A_DAY}) as full`,
  )
  if (row === undefined) throw new Error('The audience was not counted')
  return row
}

/** Whether somebody reaches every person of an audience as its author does: a second one may then agree. */
export async function reachesAll(
  db: Db,
  { viewerId, authorId }: { readonly viewerId: string; readonly authorId: string },
  audience: Audience,
  now: Date,
): Promise<boolean> {
  const [row] = await rowsOf<{ beyond: boolean }>(
    db,
    sql`
    select exists (select 1 from (${reached(authorId, audience, now)}) p
      where not ${withinReach(viewerId)}) as beyond`,
  )
  return row?.beyond === false
}

export interface ChoosableUnit {
  readonly id: string
  readonly name: string
}

/** The units that somebody may choose from: those coordinated, and all below them. */
export async function choosableUnits(db: Db, viewerId: string): Promise<ChoosableUnit[]> {
  return rowsOf<{ id: string; name: string }>(
    db,
    sql`
    select p.id, p.name from (
      select u.id, u.id as unit_id, u.name from units u where u.closed_at is null) p
    where ${withinReach(viewerId)} order by lower(p.name), p.id`,
  )
}
