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
      select distinct on (person_id) * from (
        select person_id, track_id, first_form, phase, true as fresh from run_begun
        union all
        select r.person_id, r.track_id, r.first_form, r.phase, false
        from decided d join assessment_runs r on r.person_id = d.person_id and r.ask_on <= d.day
        where d.delivers and ${assessment}) r
      order by person_id, fresh desc, phase = 'before' desc, phase = 'after' desc, track_id),
    item_left as materialized (
      select r.person_id, r.track_id, r.phase, r.fresh, d.day, li.question_id,
        li.hash as question_hash,
        row_number() over (partition by r.person_id order by li.position) as rank,
        r.phase = 'before' and d.track_id = r.track_id and ll.position <= d.position as pressing
      from run r join decided d on d.person_id = r.person_id
      join live_items li on li.track_id = r.track_id and li.form = case
        when r.phase = 'delayed' then 'delayed'
        when (r.phase = 'before') = (r.first_form = 'a') then 'a' else 'b' end
      left join live_lessons ll on ll.lesson_id = li.lesson_id
      where not exists (
          select 1 from assessment_items ai
          where ai.person_id = r.person_id and ai.question_id = li.question_id)
        and (r.phase <> 'before' or not exists (
          select 1 from deliveries had where had.person_id = r.person_id
            and had.lesson_id = li.lesson_id and had.state <> 'undelivered'))),
    item_wanted as materialized (
      select l.* from item_left l cross join lateral (
        select count(*) as standing from assessment_items ai
        where ai.person_id = l.person_id and (ai.state = 'open' or ai.day = l.day)) s
      where coalesce(l.pressing, false) or (not l.fresh and l.rank <= ${ITEMS_A_DAY} - s.standing)),
    item_opened as (
      insert into assessment_items (person_id, track_id, phase, question_id, question_hash, state,
        day, created_at)
      select person_id, track_id, phase, question_id, question_hash, 'open', day, ${at(now)}
      from item_wanted order by person_id, rank
      returning id, person_id, question_id, question_hash),
    items_asked as materialized (
      select w.person_id, w.phase, count(*) as items, not exists (
          select 1 from assessment_items ai where ai.person_id = w.person_id
            and ai.track_id = w.track_id and ai.phase = w.phase) as first_of_phase
      from item_wanted w group by w.person_id, w.track_id, w.phase),
    run_moved as (
      update assessment_runs r
      set phase = case r.phase when 'after' then 'delayed' when 'delayed' then 'done'
          else r.phase end,
        ask_on = case r.phase when 'after' then d.day + ${DELAY_DAYS}::int end
      from run join decided d on d.person_id = run.person_id
      where r.person_id = run.person_id and r.track_id = run.track_id and not run.fresh
        and not exists (
          select 1 from item_left l left join item_wanted w using (question_id, person_id)
          where l.person_id = r.person_id and w.person_id is null)),
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
