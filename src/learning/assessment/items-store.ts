import { sql } from 'drizzle-orm'
import { anyOf, arrayOf, at, type Db, rowsOf } from '../../platform/db/index.ts'
import { assessmentItems } from './schema.ts'

export type AssessmentItem = typeof assessmentItems.$inferSelect

/** What the view of an item needs; references only. */
export interface ItemArgs extends Record<string, unknown> {
  readonly itemId: number
  readonly questionId: string
  readonly questionHash: string
}

export async function findItem(db: Db, id: number): Promise<AssessmentItem | undefined> {
  return (await findItems(db, [id])).get(id)
}

/** @returns those that there are, by their ids */
export async function findItems(
  db: Db,
  ids: readonly number[],
): Promise<ReadonlyMap<number, AssessmentItem>> {
  if (ids.length === 0) return new Map()
  const rows = await db.select().from(assessmentItems).where(anyOf(assessmentItems.id, ids))
  return new Map(rows.map((row) => [row.id, row]))
}

export async function markItemsSent(tx: Db, ids: readonly number[], now: Date): Promise<void> {
  if (ids.length === 0) return
  await tx.execute(sql`
    update assessment_items set sent_at = coalesce(sent_at, ${at(now)})
    where id = any(${arrayOf(ids, 'bigint')})`)
}

/** Never arrived, so never seen: they are asked on another day. What was answered all the same stays. */
export async function forgetItems(tx: Db, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return
  await tx.execute(sql`
    with gone as (
      delete from assessment_items where id = any(${arrayOf(ids, 'bigint')})
        and state = 'open' and sent_at is null
      returning person_id, track_id, phase, day)
    update assessment_runs r set phase = g.phase, ask_on = least(r.ask_on, g.day)
    from (select person_id, track_id, phase, min(day) as day from gone group by 1, 2, 3) g
    where r.person_id = g.person_id and r.track_id = g.track_id
      -- With the end of the track the first form is over, whatever is left of it.
      and (g.phase <> 'before' or r.phase = 'before')`)
}

/**
 * An answer counts whenever it comes; one of the first form only ahead of the answer to the lesson
 * that its item tests, for afterwards it says nothing about what was known before.
 */
export async function closeItems(tx: Db, ids: readonly number[], now: Date): Promise<void> {
  if (ids.length === 0) return
  await tx.execute(sql`
    update assessment_items i set state = 'answered', closed_at = ${at(now)},
      in_time = i.phase <> 'before' or not exists (
        select 1 from question_versions v join deliveries d on d.lesson_id = v.lesson_id
        where v.question_id = i.question_id and v.hash = i.question_hash
          and d.person_id = i.person_id and d.state in ('answered', 'skipped')
          and d.closed_at <= ${at(now)})
    where i.id = any(${arrayOf(ids, 'bigint')})`)
}

/** Items that have stood unanswered since before `before` make room for others. */
export async function expireItems(db: Db, before: Date, now: Date): Promise<void> {
  await db.execute(sql`
    update assessment_items set state = 'expired', closed_at = ${at(now)}
    where state = 'open' and created_at < ${at(before)}`)
}

/** With the end of a track the second form begins: for those alone who had the first. */
export async function beginAfter(
  tx: Db,
  personId: string,
  trackIds: readonly string[],
  now: Date,
): Promise<void> {
  if (trackIds.length === 0) return
  await tx.execute(sql`
    with begun as (
      update assessment_runs r
      set phase = 'after', ask_on = (${at(now)} at time zone p.timezone)::date
      from people p
      where p.id = r.person_id and r.person_id = ${personId} and r.phase = 'before'
        and r.track_id = any(${arrayOf(trackIds, 'text')})
      returning r.person_id, r.track_id)
    update assessment_items i set state = 'expired', closed_at = ${at(now)}
    from begun b where i.person_id = b.person_id and i.track_id = b.track_id
      and i.phase = 'before' and i.state = 'open'`)
}

/** How a phase of somebody's assessment stands. */
export interface PhaseStanding {
  /** Items of the form. */
  readonly items: number
  readonly answered: number
  /** Right among the answers that count. */
  readonly correct: number
  /** Answers that count. */
  readonly counted: number
}

/** @returns the standing of each phase that has begun, by its name */
export async function readStanding(
  db: Db,
  personId: string,
  trackId: string,
): Promise<Readonly<Record<string, PhaseStanding>>> {
  const rows = await rowsOf<{
    phase: string
    items: number
    answered: number
    correct: number
    counted: number
  }>(
    db,
    sql`
    select i.phase, (
        select count(*)::int from live_items li where li.track_id = i.track_id and li.form = case
          when i.phase = 'delayed' then 'delayed'
          when (i.phase = 'before') = (r.first_form = 'a') then 'a' else 'b' end) as items,
      count(a.id)::int as answered,
      (count(*) filter (where a.correct and i.in_time))::int as correct,
      (count(*) filter (where i.in_time))::int as counted
    from assessment_items i
    join assessment_runs r on r.person_id = i.person_id and r.track_id = i.track_id
    left join answers a on a.item_id = i.id
    where i.person_id = ${personId} and i.track_id = ${trackId}
    group by i.phase, i.track_id, r.first_form`,
  )
  return Object.fromEntries(rows.map(({ phase, ...standing }) => [phase, standing]))
}
