import { sql } from 'drizzle-orm'
import {
  joinStanding,
  judge,
  placedUnits,
  rhythmColumns,
  rhythmOf,
  standingColumns,
  type CivilDay,
  type Lagging,
  type LaggingOptions,
  type PlacedRhythm,
  type RhythmRow,
  type StandingRow,
} from '../learning/index.ts'
import { withinReach, withinUnit } from '../people/index.ts'
import { type Db, rowsOf } from '../platform/db/index.ts'

/** Somebody who lags. */
export interface LaggingPerson extends PlacedRhythm {
  readonly personId: string
  readonly chatId: number
  readonly name: string
  readonly unit: string | null
  /** Of the job role `pimpinan`: counted, but named in no list. */
  readonly leader: boolean
  readonly lagging: Lagging
  /** The lesson that stands open; null: none does. */
  readonly deliveryId: number | null
  /** Its quiz has arrived. */
  readonly delivered: boolean
  /** Wishes no reminders. */
  readonly unreminded: boolean
  /** The latest civil day of a reminder; null: none so far. */
  readonly nudgedOn: CivilDay | null
  /** Reminders of this lesson so far. */
  readonly steps: number
}

export interface LaggingReport {
  /** Everybody who learns within reach, on pause or not: the denominator. */
  readonly total: number
  readonly people: readonly LaggingPerson[]
}

export interface LaggingQuery extends LaggingOptions {
  /** Only this unit with those below it; null: all within reach. */
  readonly unitId?: string | null
}

/**
 * Who lags within somebody's reach, whoever asks: a coordinator's units with all below them, or
 * everybody for an admin. The rule is that of every count and list (learning/lagging); whoever has
 * moved away is no part of it.
 */
export async function readLagging(
  db: Db,
  viewerId: string,
  { unitId = null, ...options }: LaggingQuery,
): Promise<LaggingReport> {
  const rows = await rowsOf<Row>(db, laggingRows(viewerId, unitId, options.now))
  const decide = judge(options)
  const people = rows.flatMap((row) => {
    if (row.id === null) return []
    const lagging = decide(row, row)
    if (lagging === undefined) return []
    return [
      {
        ...rhythmOf(row),
        personId: row.id,
        chatId: Number(row.chat_id),
        name: row.name,
        unit: row.unit,
        leader: row.leader,
        lagging,
        deliveryId: row.delivery_id === null ? null : Number(row.delivery_id),
        delivered: row.delivered,
        unreminded: row.unreminded,
        nudgedOn: row.nudged_on,
        steps: row.steps,
      },
    ]
  })
  return { total: rows[0]?.total ?? 0, people: people.toSorted(byNeed) }
}

/** One for all: to make one for each comparison costs more than the query. */
const byName = new Intl.Collator('id')

/** The longest unanswered first, then by name; equal names by id, so that pages do not shift. */
function byNeed(a: LaggingPerson, b: LaggingPerson): number {
  return (
    daysOf(b.lagging) - daysOf(a.lagging) ||
    byName.compare(a.name, b.name) ||
    (a.personId < b.personId ? -1 : 1)
  )
}

function daysOf(lagging: Lagging): number {
  return 'days' in lagging ? lagging.days : 0
}

type Row = RhythmRow &
  StandingRow & {
    total: number
    /** Null on the one row of a reach in which nobody may lag. */
    id: string | null
    chat_id: string
    name: string
    unit: string | null
    leader: boolean
    paused: boolean
    reachable: boolean
    unreminded: boolean
    started: boolean
    delivery_id: string | null
    delivered: boolean
    nudged_on: CivilDay | null
    steps: number
  }

function laggingRows(viewerId: string, unitId: string | null, now: Date) {
  return sql`
    with recursive reach as materialized (
      select p.* from people p join learners l on l.person_id = p.id
      where p.join_step is null and p.moved_away_at is null and ${withinReach(viewerId)}
        ${unitId === null ? sql`` : sql`and ${withinUnit(unitId)}`}),
    ${placedUnits}
    select t.total, c.* from (select count(*)::int as total from reach) t left join (
      select p.id, p.chat_id, p.name, u.name as unit,
        coalesce(p.job_role = 'pimpinan', false) as leader, p.paused,
        p.unreachable_since is null as reachable, p.unreminded_since is not null as unreminded,
        ${rhythmColumns(now)}, ${standingColumns},
        exists (select 1 from deliveries s where s.person_id = p.id
          and s.state in ('answered', 'skipped')) as started,
        standing.id as delivery_id, standing.quiz_sent_at is not null as delivered,
        (select max(n.day)::text from nudges n where n.person_id = p.id) as nudged_on,
        (select coalesce(max(n.step), 0)::int from nudges n where n.delivery_id = standing.id) as steps
      from reach p ${joinStanding} left join units u on u.id = p.unit_id
      where standing.id is not null or p.paused or p.unreachable_since is not null) c on true`
}
