import { sql, type SQL } from 'drizzle-orm'
import { bundlesFrom } from '../messaging/index.ts'
import { at, type Db, rowsOf } from '../platform/db/index.ts'
import {
  joinPlaced,
  placedUnits,
  rhythmColumns,
  rhythmOf,
  type RhythmRow,
} from './calendar/rhythm-store.ts'
import { joinWho, ownTracks, unitSectors } from './learners-store.ts'
import type { DaySettings } from './day-settings.ts'
import { decisionRows, type Decision } from './decisions-store.ts'
import type { DueLearner } from './plan.ts'
import { askedItems, measuringMessages } from './assessment/ask-store.ts'
import { urgentCards } from './reviews/cards-store.ts'

/** People for whom the rule has one answer, but for what there is to do for them. */
export interface LearnerClass extends Omit<DueLearner, 'work'> {
  readonly calendarId: string
  /** Made of all that tells it apart. */
  readonly key: string
}

export interface DeliverOptions extends DaySettings {
  readonly now: Date
}

/**
 * The first `limit` of those who are due, with what decides for them. The batch is cut before
 * anything is joined to it, since a hundred thousand may be due in one minute.
 */
const firstDue = (now: Date, limit: number, locking: SQL): SQL => sql`
  due as materialized (
    select person_id, next_due_at from learners where next_due_at <= ${at(now)}
    order by next_due_at, person_id limit ${limit} ${locking}),
  ${placedUnits},
  classed as materialized (
    select c.*, c::text as key, due.person_id
    from due join people p on p.id = due.person_id ${joinPlaced}
    cross join lateral (
      select ${rhythmColumns(now)}, p.paused,
        p.unreachable_since is null as reachable,
        (due.next_due_at at time zone p.timezone)::date
          < (${at(now)} at time zone p.timezone)::date as late,
        (select max(d.due_day)::text from deliveries d
          where d.person_id = p.id and d.state <> 'undelivered'
            and d.due_day >= (${at(now)} at time zone p.timezone)::date) as taught_on) c)`

/** The classes among the first `limit` of those who are due. */
export async function dueClasses(db: Db, now: Date, limit: number): Promise<LearnerClass[]> {
  const rows = await rowsOf<
    RhythmRow & {
      key: string
      paused: boolean
      reachable: boolean
      late: boolean
      taught_on: string | null
    }
  >(
    db,
    sql`
    with recursive ${firstDue(now, limit, sql``)}
    select distinct on (key) * from classed`,
  )
  return rows.map((row) => ({
    ...rhythmOf(row),
    key: row.key,
    paused: row.paused,
    reachable: row.reachable,
    late: row.late,
    taughtOn: row.taught_on,
  }))
}

/**
 * Carries out decisions for the first `limit` of those who are due. Their rows are locked while it
 * runs: two workers never take the same. Whoever belongs to no class that was decided stays due.
 *
 * @returns people whose next moment was written
 */
export async function deliverDue(
  tx: Db,
  decisions: readonly Decision[],
  { limit, ...options }: DeliverOptions & { readonly limit: number },
): Promise<number> {
  const batch = sql`
    ${firstDue(options.now, limit, sql`for update skip locked`)},
    chosen as (select person_id, key as class from classed)`
  const { people } = await deliver(tx, batch, sql`null::text`, { ...options, decisions })
  return people
}

/**
 * The same for one person who asked, and whom the caller holds: in the lane of replies.
 *
 * @returns rows of the outbox, which the caller sends
 */
export async function deliverTo(
  tx: Db,
  personId: string,
  decision: Omit<Decision, 'class'>,
  options: DeliverOptions & { readonly heldMs: number },
): Promise<readonly number[]> {
  const batch = sql`chosen as (select ${personId}::uuid as person_id, 'asked' as class)`
  const decisions = [{ ...decision, class: 'asked' }]
  const { rows } = await deliver(tx, batch, sql`'reply'`, { ...options, decisions })
  return rows
}

interface Delivering extends DeliverOptions {
  readonly heldMs?: number
  readonly decisions: readonly Decision[]
}

/**
 * One statement for everybody in `chosen` (person_id, class): it finds each person's next lesson and
 * most urgent reviews, opens what the decision for the class says, and puts the messages into the
 * outbox as one bundle a person, so that a phone that comes online once has all it needs.
 */
async function deliver(
  tx: Db,
  batch: SQL,
  lane: SQL,
  options: Delivering,
): Promise<{ readonly people: number; readonly rows: readonly number[] }> {
  const { now, load, confidence, heldMs } = options
  const [row] = await rowsOf<{ people: number; rows: string[] | null }>(
    tx,
    sql`
    with recursive ${batch},
    ${unitSectors},
    course as materialized (
      select row_number() over (order by t.position, ll.position) as n, t.track_id, t.for_kind,
        t.for_value, ll.lesson_id, ll.hash as lesson_hash, ll.position, lq.question_id,
        lq.hash as question_hash, lq.tag,
        exists (select 1 from live_items li where li.track_id = t.track_id) as measured
      from live_tracks t join live_lessons ll on ll.track_id = t.track_id
      join live_questions lq on lq.lesson_id = ll.lesson_id and lq.position = 1),
    person as materialized (
      select chosen.person_id, chosen.class, p.chat_id, who.*, who::text as course
      from chosen join people p on p.id = chosen.person_id ${joinWho}),
    courses as materialized (
      select who.course, array(
        select t.lesson_id from course t where ${ownTracks} order by t.n) as lessons
      from (select distinct on (course) * from person) who),
    standing as materialized (
      select p.person_id, p.class, p.chat_id, first.lesson_id, had.lessons as had,
        case when had.open then 'open' when first.lesson_id is not null then 'lesson'
          else 'rest' end as work
      from person p join courses on courses.course = p.course
      left join lateral (
        select array_agg(d.lesson_id) filter (where d.state <> 'undelivered') as lessons,
          bool_or(d.state = 'open') as open
        from deliveries d where d.person_id = p.person_id) had on true
      left join lateral (
        select own.lesson_id from unnest(courses.lessons) with ordinality as own(lesson_id, n)
        where had.lessons is null or own.lesson_id <> all (had.lessons)
        order by own.n limit 1) first on true),
    decided as materialized (
      select s.person_id, s.chat_id, gen_random_uuid() as bundle_id, x.*, next.track_id,
        next.lesson_id, next.lesson_hash, next.position, next.question_id, next.question_hash,
        next.tag, next.measured, l.taught_days, coalesce(l.taught_on < x.day, true) as new_day,
        ${confidence} and l.confidence_on is distinct from x.day as may_doubt
      from standing s join learners l on l.person_id = s.person_id
      join (${decisionRows(options.decisions)}) x
        -- One key: on two, Postgres expects a handful of people, and compares everybody with everybody.
        on x.class || x.work = s.class || s.work
      -- Whoever has had every lesson meets a case in each month in which no other lesson came.
      left join lateral (
        select c.lesson_id from course c
        where s.work = 'rest' and x.delivers and c.for_kind = 'rest'
          and (s.had is null or c.lesson_id <> all (s.had))
          and not exists (
            select 1 from deliveries d where d.person_id = s.person_id and d.state <> 'undelivered'
              and d.due_day >= date_trunc('month', x.day)::date)
        order by c.n limit 1) of_month on true
      left join course next on next.lesson_id = coalesce(s.lesson_id, of_month.lesson_id)),
    -- The rest of a week's lessons: those that follow in the same track.
    week as materialized (
      select * from (
        select d.person_id, c.lesson_id, c.lesson_hash, c.question_id, c.question_hash, c.position,
          d.lessons, row_number() over (partition by d.person_id order by c.n) as place
        from decided d join standing s on s.person_id = d.person_id
        join course c on c.track_id = d.track_id and c.lesson_id <> d.lesson_id
        where d.delivers and d.lessons > 1 and s.work = 'lesson'
          and (s.had is null or c.lesson_id <> all (s.had))) w
      where w.place < w.lessons),
    enrolled as (
      insert into enrolments as e (person_id, track_id, state, started_at)
      select person_id, track_id, 'active', ${at(now)} from decided
      where delivers and lesson_id is not null
      on conflict (person_id, track_id) do update set state = 'active' where e.state = 'done'
      returning id, person_id, track_id, xmax = 0 as begun),
    enrolment as (
      select id, person_id, track_id from enrolled union
      select e.id, e.person_id, e.track_id
      from enrolments e join decided d on d.person_id = e.person_id and d.track_id = e.track_id),
    ${askedItems(options)},
    wanted as materialized (
      select d.person_id, d.chat_id, d.day, c.question_id, c.question_hash, c.rank,
        d.may_doubt and c.tag is not null and c.rank = min(c.rank) filter (where c.tag is not null)
          over (partition by d.person_id) as confidence
      from decided d left join items_asked i on i.person_id = d.person_id
      cross join lateral (${urgentCards(
        sql`d.person_id`,
        sql`d.day`,
        sql`greatest(greatest(${load}, case when d.lessons > 1 and ${load} > 0 then d.lessons end)
          - coalesce(i.items, 0), 0)`,
      )}) c
      where d.delivers),
    reviewed as (
      insert into reviews (person_id, question_id, question_hash, cause, confidence, state, day,
        created_at)
      select person_id, question_id, question_hash, 'due', confidence, 'open', day, ${at(now)}
      from wanted
      returning id, person_id, question_id),
    asked as (
      select person_id, count(*) as reviews, bool_or(confidence) as confidence
      from wanted group by person_id),
    -- Most days it is a question that comes again that asks how sure one is; the quiz of the day,
    -- whose feedback needs no network, only where data are to be protected.
    doubting as materialized (
      select d.person_id, d.may_doubt and d.tag = 'data' and d.lesson_id is not null
          and a.confidence is not true as by_quiz,
        coalesce(a.confidence, false) as by_review, coalesce(a.reviews, 0) as reviews,
        d.lesson_id is not null or a.reviews > 0 or i.items > 0 as brings
      from decided d left join asked a on a.person_id = d.person_id
      left join items_asked i on i.person_id = d.person_id where d.delivers),
    moved as (
      update learners l set next_due_at = d.next_due_at,
        taught_days = l.taught_days + (coalesce(q.brings, false) and d.new_day)::int,
        taught_on = case when q.brings then greatest(l.taught_on, d.day) else l.taught_on end,
        confidence_on = case when q.by_quiz or q.by_review then d.day else l.confidence_on end
      from decided d left join doubting q on q.person_id = d.person_id
      where l.person_id = d.person_id),
    opened as (
      insert into deliveries as d (enrolment_id, person_id, lesson_id, lesson_hash, question_id,
        question_hash, position, bundle_place, state, cause, confidence, due_at, due_day,
        next_nudge_at)
      select e.id, d.person_id, l.lesson_id, l.lesson_hash, l.question_id, l.question_hash,
        l.position, l.place, 'open', d.cause, l.place = 0 and coalesce(q.by_quiz, false),
        ${at(now)}, d.day, case when l.place = 0 then d.next_nudge_at end
      from decided d join enrolment e on e.person_id = d.person_id
      cross join lateral (
        select d.lesson_id, d.lesson_hash, d.question_id, d.question_hash, d.position, 0 as place
        union all
        select w.lesson_id, w.lesson_hash, w.question_id, w.question_hash, w.position, w.place
        from week w where d.lessons > 1 and w.person_id = d.person_id) l
      left join doubting q on q.person_id = d.person_id
      where d.delivers
      on conflict (person_id, lesson_id) do update
      set state = 'open', tries = d.tries + 1, enrolment_id = excluded.enrolment_id,
        lesson_hash = excluded.lesson_hash, question_id = excluded.question_id,
        question_hash = excluded.question_hash, position = excluded.position,
        bundle_place = excluded.bundle_place,
        cause = excluded.cause, confidence = excluded.confidence, due_at = excluded.due_at,
        due_day = excluded.due_day, next_nudge_at = excluded.next_nudge_at, sent_at = null,
        quiz_sent_at = null, closed_at = null
      where d.state = 'undelivered'
      returning d.id, d.person_id, d.lesson_id, d.lesson_hash, d.question_id, d.question_hash,
        d.position, d.bundle_place, d.tries, d.confidence),
    brought as (select person_id, count(*) as lessons from opened group by person_id),
    bundle as (
      select d.person_id, d.chat_id, d.bundle_id, d.not_after, d.day, d.cause, q.reviews,
        coalesce(o.lessons, 0) as lessons, coalesce(i.items, 0) as items, i.phase, i.first_of_phase,
        -- Items come first, below a line of their own.
        coalesce(i.items + 1, 0) as lesson_place,
        coalesce(i.items + 1, 0) + 2 * coalesce(o.lessons, 0) as review_place,
        case when d.cause = 'catch_up' then (
          select count(*) from review_cards c where c.person_id = d.person_id
            and c.due_day <= d.day) - q.reviews else 0 end as waiting
      from decided d join doubting q on q.person_id = d.person_id
      left join brought o on o.person_id = d.person_id
      left join items_asked i on i.person_id = d.person_id
      where d.delivers),
    lesson_args as (
      select b.*, o.id as delivery_id, o.tries, o.bundle_place,
        jsonb_build_object('deliveryId', o.id, 'lessonId', o.lesson_id,
          'lessonHash', o.lesson_hash, 'questionId', o.question_id,
          'questionHash', o.question_hash, 'position', o.position, 'cause', b.cause,
          'reviews', case when o.bundle_place = 0 then b.reviews else 0 end,
          'waiting', case when o.bundle_place = 0 then b.waiting else 0 end,
          'confidence', o.confidence,
          'week', case when o.bundle_place = 0 then b.lessons else 1 end) as args
      from bundle b join opened o on o.person_id = b.person_id),
    sent as (${bundlesFrom(
      sql`
      select coalesce(${lane}, 'lesson') as lane, part.kind, args, person_id, chat_id, bundle_id,
        lesson_place + 2 * bundle_place + part.n as bundle_position, not_after, day as sound_day,
        part.kind || ':' || delivery_id || ':' || tries as dedupe_key
      from lesson_args cross join (values ('lesson', 0), ('quiz', 1)) as part(kind, n)
      union all
      select coalesce(${lane}, 'review'), 'reviews', jsonb_build_object('reviews', reviews),
        person_id, chat_id, bundle_id, lesson_place, not_after, day, null
      from bundle where lessons = 0 and reviews > 0
      union all
      select coalesce(${lane}, 'review'), 'review', jsonb_build_object('reviewId', r.id,
          'questionId', w.question_id, 'questionHash', w.question_hash,
          'confidence', w.confidence),
        b.person_id, b.chat_id, b.bundle_id,
        row_number() over (partition by b.person_id order by w.rank)
          + b.review_place - case when b.lessons = 0 then 0 else 1 end,
        b.not_after, b.day, 'review:' || r.id
      from bundle b join wanted w on w.person_id = b.person_id
      join reviewed r on r.person_id = w.person_id and r.question_id = w.question_id
      ${measuringMessages(lane)}`,
      { now, ...(heldMs === undefined ? {} : { heldMs }) },
    )})
    select (select count(*)::int from decided) as people,
      ${heldMs === undefined ? sql`null` : sql`(select array_agg(id order by id) from sent)`} as rows`,
  )
  return { people: row?.people ?? 0, rows: (row?.rows ?? []).map(Number) }
}
