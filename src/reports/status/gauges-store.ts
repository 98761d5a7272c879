import { sql } from 'drizzle-orm'
import { lanes, type Lane } from '../../messaging/index.ts'
import { at, elapsedNow, rowsOf, type Db } from '../../platform/db/index.ts'

/** What is watched all the time, as numbers alone. Seconds where it says lag. */
export interface Gauges {
  readonly inbox: { readonly waiting: number; readonly lag: number; readonly parked: number }
  readonly outbox: readonly { readonly lane: Lane; readonly due: number; readonly lag: number }[]
  readonly inFlight: number
  /** Those who joined and have not moved away. */
  readonly people: { readonly reachable: number; readonly unreachable: number }
  /** Learners whose moment has come and whom nobody has planned yet. */
  readonly learners: { readonly due: number; readonly lag: number }
  /** Lessons that were due on that civil day, by what became of them. */
  readonly lessons: {
    readonly delivered: number
    readonly undelivered: number
    readonly answered: number
    readonly skipped: number
  }
  readonly sending: {
    readonly halted: boolean
    readonly pausedSeconds: number
    readonly foundRate: number | null
  }
  readonly migrations: number
}

type Counted = Record<string, unknown> & {
  readonly updates_waiting: number
  readonly updates_lag: number | null
  readonly updates_parked: number
  readonly in_flight: number
  readonly reachable: number
  readonly unreachable: number
  readonly learners_due: number
  readonly learners_lag: number | null
  readonly halted: boolean
  readonly paused_ms: number
  readonly rate: number | null
  readonly migrations: number
  readonly lanes: readonly { readonly lane: Lane; readonly due: number; readonly lag: number }[]
  readonly lessons: Readonly<Record<string, number>>
}

/**
 * All that is watched, by one statement: it is asked every few seconds, beside the sending, and goes
 * by indexes but for the people, who are counted.
 *
 * @param today the organisation's civil day
 */
export async function readGauges(
  db: Db,
  { botId, now, today }: { readonly botId: number; readonly now: Date; readonly today: string },
): Promise<Gauges> {
  const [row] = await rowsOf<Counted>(
    db,
    sql`
    select i.waiting as updates_waiting, i.lag as updates_lag,
      (select count(*)::int from inbox where state = 'parked') as updates_parked,
      (select count(*)::int from outbox where state = 'sending') as in_flight,
      p.reachable, p.unreachable, l.due as learners_due, l.lag as learners_lag,
      coalesce(s.halted, false) as halted, coalesce(s.paused_ms, 0) as paused_ms, s.rate,
      (select count(*)::int from drizzle.__drizzle_migrations) as migrations,
      (select coalesce(json_agg(o), '[]') from (
        select lane, count(*)::int as due,
          extract(epoch from ${at(now)} - min(coalesce(not_before, created_at)))::float8 as lag
        from outbox
        where state = 'pending' and ready and not_after > ${at(now)}
          and (not_before is null or not_before <= ${at(now)})
        group by lane) o) as lanes,
      (select coalesce(json_object_agg(measure, n), '{}') from stats_sums
       where scope = 'all' and day = ${today} and key = ''
         and measure in ('arrived', 'answered', 'skipped', 'undelivered')) as lessons
    from (
      select count(*)::int as waiting,
        extract(epoch from ${at(now)} - min(received_at))::float8 as lag
      from inbox where state = 'new') i,
    (
      select count(*) filter (where unreachable_since is null)::int as reachable,
        count(*) filter (where unreachable_since is not null)::int as unreachable
      from people where join_step is null and moved_away_at is null) p,
    (
      select count(*)::int as due,
        extract(epoch from ${at(now)} - min(next_due_at))::float8 as lag
      from learners where next_due_at <= ${at(now)}) l
    left join (
      select halted is not null as halted, rate,
        greatest(0, paused_until_ms - extract(epoch from ${elapsedNow})::float8 * 1000)::float8 as paused_ms
      from pace where bot_id = ${botId}) s on true`,
  )
  if (row === undefined) throw new Error('The database counted nothing')
  return gaugesOf(row)
}

function gaugesOf(row: Counted): Gauges {
  const byLane = new Map(row.lanes.map((one) => [one.lane, one]))
  return {
    inbox: {
      waiting: row.updates_waiting,
      lag: lagOf(row.updates_lag),
      parked: row.updates_parked,
    },
    outbox: lanes.map((lane) => ({
      lane,
      due: byLane.get(lane)?.due ?? 0,
      lag: lagOf(byLane.get(lane)?.lag),
    })),
    inFlight: row.in_flight,
    people: { reachable: row.reachable, unreachable: row.unreachable },
    learners: { due: row.learners_due, lag: lagOf(row.learners_lag) },
    lessons: {
      delivered: row.lessons['arrived'] ?? 0,
      undelivered: row.lessons['undelivered'] ?? 0,
      answered: row.lessons['answered'] ?? 0,
      skipped: row.lessons['skipped'] ?? 0,
    },
    sending: { halted: row.halted, pausedSeconds: row.paused_ms / 1000, foundRate: row.rate },
    migrations: row.migrations,
  }
}

/** A clock that was set back makes nothing late. */
function lagOf(seconds: number | null | undefined): number {
  return Math.max(0, seconds ?? 0)
}
