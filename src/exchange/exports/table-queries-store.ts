import { sql, type SQL } from 'drizzle-orm'
import { unitWithinReach, unitWithinUnit, withinReach, withinUnit } from '../../people/index.ts'
import type { ExportedTable } from './exported-tables.ts'
import type { ExportFilter, ExportReach } from './words.ts'

export interface QueryContext {
  readonly reach: ExportReach
  readonly filter: ExportFilter
  /** Of the organisation: days and hours are its own. */
  readonly timezone: string
  readonly locale: 'id' | 'en'
  readonly now: Date
}

/**
 * Whether the person `p` of a query is in the file: of a coordinator's units, and no leader, who stand
 * in no list that somebody below them reads.
 */
export function shown({ reach: { viewerId, scope }, filter: { unitId } }: QueryContext): SQL {
  const reached =
    scope === 'all'
      ? sql`true`
      : sql`(${withinReach(viewerId)} and p.job_role is distinct from 'pimpinan')`
  return unitId === undefined ? reached : sql`(${reached} and ${withinUnit(unitId)})`
}

/** Whether a civil day of the query lies in the period that was wished. */
export function dayWithin(column: SQL, { period }: ExportFilter): SQL {
  return period === undefined
    ? sql`true`
    : sql`${column} between ${period.from}::date and ${period.to}::date`
}

/** The same of a moment, by the days of the organisation. */
export function momentWithin(
  column: SQL,
  { filter: { period }, timezone }: Pick<QueryContext, 'filter' | 'timezone'>,
): SQL {
  return period === undefined
    ? sql`true`
    : sql`(${column} >= (${period.from}::date::timestamp at time zone ${timezone})
        and ${column} < ((${period.to}::date + 1)::timestamp at time zone ${timezone}))`
}

function day(column: SQL, timezone: string): SQL {
  return sql`to_char(${column} at time zone ${timezone}, 'YYYY-MM-DD')`
}

function minute(column: SQL, timezone: string): SQL {
  return sql`to_char(${column} at time zone ${timezone}, 'YYYY-MM-DD HH24:MI')`
}

/** The query of each table, with its columns by their names. */
export const tableQueries: Readonly<
  Record<Exclude<ExportedTable, 'definitions'>, (context: QueryContext) => SQL>
> = {
  // Without those who restrict what is done with their data: no list shows them (docs/privacy.md).
  people: (context) => sql`
    select p.id::text as person_id, p.name, u.name as unit, p.job_role as role,
      case when p.moved_away_at is not null then 'moved_away'
        when p.join_step is not null then 'joining'
        when p.unreachable_since is not null then 'unreachable'
        when p.paused then 'paused'
        else 'active' end as state,
      ${day(sql`p.joined_at`, context.timezone)} as joined_on,
      ${day(sql`p.last_seen_at`, context.timezone)} as last_seen_on,
      exists (select 1 from roster_places r where r.person_id = p.id) as on_roster,
      (select count(*)::int from deliveries d where d.person_id = p.id and d.sent_at is not null)
        as lessons_sent,
      (select count(*)::int from deliveries d where d.person_id = p.id and d.state = 'answered')
        as lessons_done
    from people p left join units u on u.id = p.unit_id
    where ${shown(context)} and p.restricted_since is null
    union all
    select null, p.name, u.name, p.job_role, 'not_joined', null, null, true, 0, 0
    from roster_places p join units u on u.id = p.unit_id
    where p.person_id is null and ${shown(context)}`,

  deliveries: (context) => sql`
    select d.id::int as delivery_id, d.person_id::text, u.name as unit, e.track_id as track,
      d.lesson_id as lesson, d.position, d.due_day::text as due_on,
      ${minute(sql`d.sent_at`, context.timezone)} as sent_at,
      ${minute(sql`d.closed_at`, context.timezone)} as closed_at, d.state
    from deliveries d join people p on p.id = d.person_id
      join enrolments e on e.id = d.enrolment_id left join units u on u.id = p.unit_id
    where ${shown(context)} and ${dayWithin(sql`d.due_day`, context.filter)} order by d.id`,

  answers: (context) => sql`
    select a.id::int as answer_id, a.person_id::text, a.question_id as question, v.version,
      split_part(a.occasion, ':', 1) as occasion, a.option_key as option, a.correct, a.sure,
      ${minute(sql`a.answered_at`, context.timezone)} as answered_at
    from answers a join people p on p.id = a.person_id
      join question_versions v on v.question_id = a.question_id and v.hash = a.question_hash
    where ${shown(context)} and ${momentWithin(sql`a.answered_at`, context)} order by a.id`,

  items: (context) => sql`
    select v.question_id as question, v.version, min(v.lesson_id) as lesson,
      (array_agg(v.content #>> array['texts', ${context.locale}, 'text'] order by v.latest desc, v.first_seen_at desc))[1]
        as wording,
      (array_agg(v.content ->> 'answer' order by v.latest desc, v.first_seen_at desc))[1] as key,
      coalesce(sum(c.answers), 0)::int as answers, coalesce(sum(c.correct), 0)::int as correct,
      coalesce(sum(c.first_answers), 0)::int as first_answers,
      coalesce(sum(c.first_correct), 0)::int as first_correct
    from question_versions v left join (
      select question_id, question_hash, count(*) as answers,
        count(*) filter (where correct) as correct,
        count(*) filter (where delivery_id is not null) as first_answers,
        count(*) filter (where delivery_id is not null and correct) as first_correct
      from answers a join people p on p.id = a.person_id
      where ${shown(context)} and ${momentWithin(sql`a.answered_at`, context)}
      group by question_id, question_hash) c
      on c.question_id = v.question_id and c.question_hash = v.hash
    group by v.question_id, v.version order by v.question_id, v.version`,

  units: ({ reach: { viewerId }, filter: { unitId } }) => sql`
    select u.id::text as unit_id, u.name as unit, above.name as parent, u.sector,
      (select count(*)::int from people p where p.unit_id = u.id and p.join_step is null
        and p.moved_away_at is null) as people,
      (select count(*)::int from roster_places r where r.unit_id = u.id) as roster_places,
      (select count(r.person_id)::int from roster_places r where r.unit_id = u.id)
        as places_claimed
    from units u left join units above on above.id = u.parent_id
    where ${unitWithinReach(viewerId, sql`u.id`)}
      and ${unitId === undefined ? sql`true` : unitWithinUnit(sql`u.id`, unitId)} order by lower(u.name)`,

  // The NIP is opened later: here stand both sealed ones, the printed and the roster's.
  personnel: (context) => sql`
    select p.id::text as person_id, s.sealed_nip, r.sealed_nip as roster_nip, r.nip_hash, s.name,
      s.unit, c.track_id as track,
      case when ${context.locale} = 'en' then s.title_en else s.title_id end as track_title,
      ${day(sql`e.started_at`, context.timezone)} as started_on, s.completed_on::text, s.issued_on::text,
      s.jp, s.jp_basis, c.number as certificate_number,
      ${day(sql`c.revoked_at`, context.timezone)} as revoked_on
    from certificates c join people p on p.id = c.person_id
      join certificate_sheets s on s.certificate_id = c.id and s.revision = c.revision
      left join enrolments e on e.person_id = c.person_id and e.track_id = c.track_id
      left join roster_places r on r.person_id = c.person_id
    where ${shown(context)} and ${dayWithin(sql`s.issued_on`, context.filter)} order by c.id`,
}
