import { sql, type SQL } from 'drizzle-orm'
import { readCalendars, readLaggards } from '../learning/index.ts'
import { unitWithinReach, withinReach } from '../people/index.ts'
import { arrayOf, at, rowsOf, type Db } from '../platform/db/index.ts'
import type { Audience } from './words.ts'

/** So many announcements of one day reach a person without an admin's word. */
export const MOST_A_DAY = 2

/** The person's civil day at `now`. */
export function civilDayOf(now: Date): SQL {
  return sql`(${at(now)} at time zone p.timezone)::date`
}

/** An audience at a moment, with the people who lag behind where it asks for these. */
export interface ChosenAudience {
  readonly authorId: string
  readonly audience: Audience
  readonly now: Date
  /** Undefined where nobody asks who lags. */
  readonly laggards: readonly string[] | undefined
}

/** Who lags is asked of the one rule (learning/lagging), before the queries that need it. */
export async function chooseAudience(
  db: Db,
  authorId: string,
  audience: Audience,
  now: Date,
): Promise<ChosenAudience> {
  const chosen = { authorId, audience, now, laggards: undefined }
  if (audience.state !== 'lagging') return chosen
  const among = sql`
    select p.id from people p where ${inUnits(audience, sql`p.unit_id`)} and ${withinReach(authorId)}`
  const calendars = await readCalendars(db)
  return { ...chosen, laggards: await readLaggards(db, among, { calendars, now }) }
}

/** Whether a unit is one of those chosen, or below one; all are where none is. */
function inUnits({ units }: Audience, unitId: SQL): SQL {
  if (units.length === 0) return sql`true`
  return sql`${unitId} in (
    with recursive chosen as (
      select id from units where id = any(${arrayOf(units, 'uuid')})
      union
      select u.id from units u join chosen c on u.parent_id = c.id)
    select id from chosen)`
}

/**
 * Everybody whom the audience names, as rows `p` of people with what decides on each. Whom the author
 * reaches is asked here, of the store, at the moment of the query. The author is not among them.
 */
function named({ authorId, audience, laggards }: ChosenAudience): SQL {
  const { roles, tracks } = audience
  const inRoles = roles.length === 0 ? sql`true` : sql`p.job_role = any(${arrayOf(roles, 'text')})`
  const onTracks =
    tracks.length === 0
      ? sql`true`
      : sql`exists (select 1 from enrolments e
          where e.person_id = p.id and e.track_id = any(${arrayOf(tracks, 'text')}))`
  const lags =
    laggards === undefined ? sql`true` : sql`p.id in (select unnest(${arrayOf(laggards, 'uuid')}))`
  return sql`
    select p.*, ${inRoles} and ${onTracks} and ${lags} as fits from people p
    where p.id <> ${authorId} and ${inUnits(audience, sql`p.unit_id`)} and ${withinReach(authorId)}`
}

/** Those whom a copy will be sent to, as `p`: id, chat_id, timezone, and whether they rest today. */
export function reached(chosen: ChosenAudience): SQL {
  const { now } = chosen
  return sql`
    select p.id, p.chat_id, p.timezone, p.unit_id, ${civilDayOf(now)} as day,
      p.paused
        or exists (select 1 from leaves l where l.person_id = p.id
          and ${civilDayOf(now)} between l.first_day and l.last_day) as rests
    from (${named(chosen)}) p
    where p.join_step is null and p.moved_away_at is null and p.unreachable_since is null and p.fits`
}

/** The roster's places of these units that nobody has claimed, of the roles chosen or of none said. */
function unclaimed({ authorId, audience }: ChosenAudience): SQL {
  const { roles } = audience
  const inRoles =
    roles.length === 0
      ? sql`true`
      : sql`(r.job_role is null or r.job_role = any(${arrayOf(roles, 'text')}))`
  return sql`
    select r.id from roster_places r
    where r.person_id is null and ${inRoles} and ${inUnits(audience, sql`r.unit_id`)}
      and ${unitWithinReach(authorId, sql`r.unit_id`)}`
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
  /** No longer with the organisation, so that nothing is sent to them. */
  readonly movedAway: number
  /** In these units, and have not finished joining. */
  readonly joining: number
  /** On these units' roster, and nobody has come for the place. */
  readonly unclaimed: number
  /** Of those reached: had as many today as go without an admin. */
  readonly full: number
}

export async function countAudience(
  db: Db,
  authorId: string,
  audience: Audience,
  now: Date,
): Promise<AudienceCount> {
  const chosen = await chooseAudience(db, authorId, audience, now)
  const [row] = await rowsOf<AudienceCount & Record<string, unknown>>(
    db,
    sql`
    with named as (${named(chosen)}), reached as (${reached(chosen)})
    select (select count(*)::int from reached) as reached,
      (select ${hashOfIds(sql`id`)} from reached) as hash,
      (select count(*)::int from reached where rests) as resting,
      (select count(*)::int from named
        where join_step is null and moved_away_at is null and unreachable_since is not null
          and fits) as unreachable,
      (select count(*)::int from named
        where join_step is null and moved_away_at is not null and fits) as "movedAway",
      (select count(*)::int from named where join_step is not null) as joining,
      (select count(*)::int from (${unclaimed(chosen)}) u) as unclaimed,
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
  const chosen = await chooseAudience(db, authorId, audience, now)
  const [row] = await rowsOf<{ beyond: boolean }>(
    db,
    sql`
    select exists (select 1 from (${reached(chosen)}) p
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
