import { sql, type SQL } from 'drizzle-orm'
import { at } from '../../platform/db/index.ts'
import type { DaySettings } from '../day-settings.ts'

export type Measuring = Pick<DaySettings, 'assessment'> & { readonly now: Date }

/** Items of one day, in the place of reviews. */
const ITEMS_A_DAY = 2

/** Civil days between the last day of the second form and the check of what has stayed. */
const DELAY_DAYS = 30

/** Teaching days on which the use of AI at work is asked about. */
const WORK_ASKED_ON = [15, 30, 60] as const

/**
 * CTEs of planning's statement that ask what measures learning, for the people of `decided`: runs
 * begin with a track's first lesson; an item of the first form comes before the lesson that it tests,
 * whatever else the day brings, and beside these at most two a day, of which those that stand
 * unanswered take their share. On the day on which somebody begins there is nothing but what tests the
 * first lesson. Gives `items_asked` (person_id, items, phase, first_of_phase), `item_wanted`,
 * `item_opened` and `surveyed`.
 */
export function askedItems({ now, assessment }: Measuring): SQL {
  return sql`
    run_begun as (
      insert into assessment_runs (person_id, track_id, first_form, phase, ask_on, started_at)
      select d.person_id, d.track_id, case when random() < 0.5 then 'a' else 'b' end, 'before',
        d.day, ${at(now)}
      from decided d join enrolled e on e.person_id = d.person_id
      where ${assessment} and e.begun and d.measured
      on conflict do nothing
      returning person_id, track_id, first_form, phase),
    run as materialized (
      select r.*, d.day, coalesce(past.standing, 0) as standing, coalesce(past.begun, false) as begun,
        past.questions as asked
      from (
        select distinct on (person_id) * from (
          select person_id, track_id, first_form, phase, true as fresh from run_begun
          union all
          select r.person_id, r.track_id, r.first_form, r.phase, false
          from decided d join assessment_runs r on r.person_id = d.person_id and r.ask_on <= d.day
          where d.delivers and ${assessment}) r
        order by person_id, fresh desc, phase = 'before' desc, phase = 'after' desc, track_id) r
      join decided d on d.person_id = r.person_id
      left join lateral (
        select count(*) filter (where ai.state = 'open' or ai.day = d.day) as standing,
          bool_or(ai.track_id = r.track_id and ai.phase = r.phase) as begun,
          array_agg(ai.question_id) as questions
        from assessment_items ai where ai.person_id = r.person_id) past on true),
    item as materialized (
      select li.question_id, li.hash, li.track_id, li.form, li.position, li.lesson_id,
        ll.position as lesson_position
      from live_items li left join live_lessons ll on ll.lesson_id = li.lesson_id),
    item_left as materialized (
      select l.*, l.pressing or l.rank <= ${ITEMS_A_DAY} - l.standing as wanted
      from (
        select r.*, i.question_id, i.hash as question_hash, test.pressing,
          row_number() over (partition by r.person_id order by i.position) as rank
        from run r join decided d on d.person_id = r.person_id
        join standing s on s.person_id = r.person_id
        join item i on i.track_id = r.track_id and i.form = case
          when r.phase = 'delayed' then 'delayed'
          when (r.phase = 'before') = (r.first_form = 'a') then 'a' else 'b' end
        cross join lateral (
          select coalesce(r.phase = 'before' and d.track_id = r.track_id
            and i.lesson_position <= d.position, false) as pressing) test
        where (test.pressing or not r.fresh)
          and (r.asked is null or i.question_id <> all (r.asked))
          and (r.phase <> 'before' or s.had is null or i.lesson_id <> all (s.had))) l),
    item_wanted as materialized (select * from item_left where wanted),
    item_opened as (
      insert into assessment_items (person_id, track_id, phase, question_id, question_hash, state,
        day, created_at)
      select person_id, track_id, phase, question_id, question_hash, 'open', day, ${at(now)}
      from item_wanted order by person_id, rank
      returning id, person_id, question_id, question_hash),
    items_asked as materialized (
      select person_id, phase, count(*) as items, not bool_or(begun) as first_of_phase
      from item_wanted group by person_id, phase),
    run_moved as (
      update assessment_runs r
      set phase = case r.phase when 'after' then 'delayed' when 'delayed' then 'done'
          else r.phase end,
        ask_on = case r.phase when 'after' then d.day + ${DELAY_DAYS}::int end
      from run join decided d on d.person_id = run.person_id
      where r.person_id = run.person_id and r.track_id = run.track_id and not run.fresh
        and not exists (
          select 1 from item_left l where l.person_id = r.person_id and not l.wanted)),
    surveyed as (
      insert into survey_asks (person_id, survey, occasion, day)
      select d.person_id, 'work', (d.taught_days + 1)::text, d.day from decided d
      where d.delivers and d.new_day and ${assessment}
        and d.taught_days + 1 in (${sql.join(
          WORK_ASKED_ON.map((day) => sql`${day}`),
          sql`, `,
        )})
      union all
      select run.person_id, 'attitude', run.phase, d.day
      from run join decided d on d.person_id = run.person_id
      where not run.fresh and run.phase in ('before', 'after')
      on conflict do nothing
      returning person_id, survey, occasion)`
}

/** What of it goes into the bundle of the day: items before the lesson, surveys after all else. */
export function measuringMessages(lane: SQL): SQL {
  return sql`
      union all
      select coalesce(${lane}, 'review'), 'assessment', jsonb_build_object('phase', b.phase,
          'items', b.items, 'first', b.first_of_phase),
        b.person_id, b.chat_id, b.bundle_id, 0, b.not_after, b.day, null
      from bundle b where b.items > 0
      union all
      select coalesce(${lane}, 'review'), 'assessment-item', jsonb_build_object('itemId', o.id,
          'questionId', o.question_id, 'questionHash', o.question_hash),
        b.person_id, b.chat_id, b.bundle_id,
        row_number() over (partition by b.person_id order by o.id), b.not_after, b.day,
        'assessment:' || o.id
      from bundle b join item_opened o on o.person_id = b.person_id
      union all
      select coalesce(${lane}, 'review'), 'survey',
        jsonb_build_object('survey', s.survey, 'occasion', s.occasion),
        b.person_id, b.chat_id, b.bundle_id,
        b.review_place + b.reviews + (b.lessons = 0 and b.reviews > 0)::int
          + row_number() over (partition by b.person_id order by s.survey) - 1,
        b.not_after, b.day, 'survey:' || b.person_id || ':' || s.survey || ':' || s.occasion
      from bundle b join surveyed s on s.person_id = b.person_id`
}
