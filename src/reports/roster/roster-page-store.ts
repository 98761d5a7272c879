import { sql, type SQL } from 'drizzle-orm'
import { readLaggards, type Calendars } from '../../learning/index.ts'
import { unitWithinReach, withinReach } from '../../people/index.ts'
import { arrayOf, at, type Db, rowsOf } from '../../platform/db/index.ts'

/**
 * What a coordinator sees of somebody: that they take part, or why not; never an answer or a score.
 * The first that holds counts.
 */
export const rosterStates = [
  'moved_away',
  'unreachable',
  'paused',
  'lagging',
  'active',
  'not_joined',
] as const
export type RosterState = (typeof rosterStates)[number]

/** Everybody who should learn now, or one state. */
export type RosterFilter = RosterState | 'all'

export interface RosterEntry {
  /** Null for a place on the roster that nobody has claimed. */
  readonly personId: string | null
  /** Of that place; null where somebody has joined. */
  readonly placeId: number | null
  readonly name: string
  readonly unit: string
  readonly state: RosterState
  /** Joined, and on no roster although the unit has one. */
  readonly unlisted: boolean
  /** Came by a poster's code, and nobody has said yet that the person is theirs. */
  readonly unconfirmed: boolean
  /** Of a place that is nobody's yet. */
  readonly phone: string | null
}

export interface RosterPage {
  readonly counts: Readonly<Partial<Record<RosterState, number>>>
  /** Leaders, who stand in no list; see docs/measures.md. */
  readonly leaders: number
  readonly entries: readonly RosterEntry[]
}

export interface RosterQuery {
  readonly viewerId: string
  readonly filter: RosterFilter
  /** This unit and those below it; null: all within reach. */
  readonly unitId: string | null
  /** Only those whose name holds this, in the counts too; left out: whatever the name. */
  readonly text?: string
  readonly offset: number
  readonly limit: number
  readonly calendars: Calendars
  readonly now: Date
}

/**
 * State of each person `p`, who lags behind where `late` is there (by the one rule: learning/lagging),
 * and is on leave where `away` is there.
 */
const stateNow: SQL = sql`
    case
      when p.moved_away_at is not null then 'moved_away'
      when p.unreachable_since is not null then 'unreachable'
      when p.paused then 'paused'
      when away.person_id is not null then 'paused'
      when late.person_id is not null then 'lagging'
      else 'active' end`

/** By code points: a tenth of what sorting by a language's rules costs, and the same for these names. */
function byName(column: 'name' | 'page.name'): SQL {
  return sql`lower(${sql.raw(column)}) collate "C"`
}

function idsOf(personIds: readonly string[]): SQL {
  return sql`select unnest(${arrayOf(personIds, 'uuid')}) as person_id`
}

/** Who is on leave on the civil day of their own zone. */
function onLeave(now: Date): SQL {
  return sql`
    select distinct l.person_id from leaves l join people p on p.id = l.person_id
    where (${at(now)} at time zone p.timezone)::date between l.first_day and l.last_day`
}

function below(unitId: string | null): SQL {
  return unitId === null
    ? sql`select id from units`
    : sql`
      with recursive tree as (
        select id from units where id = ${unitId}
        union
        select u.id from units u join tree t on u.parent_id = t.id)
      select id from tree`
}

/**
 * One page of people and places by name, with the counts of all states; one statement. Whoever
 * restricts what is done with the data stands in none: that is what they were told.
 */
export async function readRosterPage(db: Db, query: RosterQuery): Promise<RosterPage> {
  const { viewerId, filter, unitId, text = '', offset, limit, now } = query
  const holds = `%${text.trim().replaceAll(/[\\%_]/g, '\\$&')}%`
  // A million names are not compared with nothing.
  const found = text.trim() === '' ? sql`` : sql`where name ilike ${holds}`
  const wanted = filter === 'all' ? sql`state not in ('moved_away')` : sql`state = ${filter}`
  const here = sql`
    select p.id from people p
    where p.unit_id in (${below(unitId)}) and ${withinReach(viewerId)}`
  const laggards = await readLaggards(db, here, query)
  const rows = await rowsOf<{
    counts: Partial<Record<RosterState, number>> | null
    leaders: number
    entries: RosterEntry[] | null
  }>(
    db,
    sql`
    with within as materialized (${below(unitId)}),
    late as (${idsOf(laggards)}),
    away as (${onLeave(now)}),
    listed as (select distinct unit_id from roster_places),
    joined as materialized (
      select p.id, p.name, p.unit_id, p.job_role, p.unconfirmed_since is not null as unconfirmed,
        ${stateNow} as state
      from people p left join late on late.person_id = p.id left join away on away.person_id = p.id
      where p.join_step is null and p.restricted_since is null
        and p.unit_id in (select id from within)
        and ${withinReach(viewerId)}),
    everybody as materialized (
      select * from (
      select j.id as person_id, j.name, j.unit_id, j.state, j.unconfirmed, null::bigint as place_id
      from joined j where j.job_role is distinct from 'pimpinan'
      union all
      select null, r.name, r.unit_id, 'not_joined', false, r.id from roster_places r
      where r.person_id is null and r.job_role is distinct from 'pimpinan'
        and r.unit_id in (select id from within)
        and ${unitWithinReach(viewerId, sql`r.unit_id`)}) named
      ${found}),
    page as (
      select * from everybody where ${wanted}
      order by ${byName('name')}, person_id, place_id offset ${offset} limit ${limit})
    select
      (select json_object_agg(state, n) from (
        select state, count(*)::int as n from everybody group by state) c) as counts,
      (select count(*)::int from joined where job_role = 'pimpinan' and state <> 'moved_away')
        as leaders,
      (select json_agg(json_build_object('personId', page.person_id, 'placeId', page.place_id, 'name', page.name,
          'unit', u.name, 'state', page.state, 'unconfirmed', page.unconfirmed,
          'unlisted', page.person_id is not null and listed.unit_id is not null
            and not exists (select 1 from roster_places r where r.person_id = page.person_id),
          'phone', (select r.phone from roster_places r where r.id = page.place_id))
        order by ${byName('page.name')}, page.person_id, page.place_id)
        from page join units u on u.id = page.unit_id
        left join listed on listed.unit_id = page.unit_id) as entries`,
  )
  const [row] = rows
  return { counts: row?.counts ?? {}, leaders: row?.leaders ?? 0, entries: row?.entries ?? [] }
}

export interface RosterPerson {
  readonly name: string
  readonly unitId: string
  readonly unit: string
  readonly state: RosterState
  /** A leader's progress is the leader's own. */
  readonly leader: boolean
  readonly unconfirmed: boolean
  readonly joinedAt: string | null
  /** The place on the roster that is the person's; null: none. */
  readonly placeId: number | null
}

/** What the card of one person shows; undefined for whom the viewer does not reach. */
export async function readRosterPerson(
  db: Db,
  {
    viewerId,
    personId,
    now,
    calendars,
  }: Pick<RosterQuery, 'viewerId' | 'now' | 'calendars'> & { personId: string },
): Promise<RosterPerson | undefined> {
  const laggards = await readLaggards(db, sql`select ${personId}::uuid`, { calendars, now })
  const [row] = await rowsOf<{
    name: string
    unit_id: string
    unit: string
    state: RosterState
    leader: boolean
    unconfirmed: boolean
    joined: string | null
    place_id: number | null
  }>(
    db,
    sql`
    with late as (${idsOf(laggards)}),
    away as (${onLeave(now)} and p.id = ${personId})
    select p.name, u.id as unit_id, u.name as unit, ${stateNow} as state,
      p.job_role is not distinct from 'pimpinan' as leader,
      p.unconfirmed_since is not null as unconfirmed,
      to_char(p.joined_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as joined,
      (select r.id::int from roster_places r where r.person_id = p.id) as place_id
    from people p join units u on u.id = p.unit_id
      left join late on late.person_id = p.id left join away on away.person_id = p.id
    where p.id = ${personId} and p.join_step is null and ${withinReach(viewerId)}`,
  )
  if (row === undefined) return undefined
  const { name, unit, state, leader, unconfirmed } = row
  const rest = { joinedAt: row.joined, placeId: row.place_id }
  return { name, unitId: row.unit_id, unit, state, leader, unconfirmed, ...rest }
}
