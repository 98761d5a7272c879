import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { addCivilDays } from '../../src/learning/index.ts'
import type { Db } from '../../src/platform/db/index.ts'

/** A small organisation whose facts change at random, as bot, planner and retention would change them. */
export const UNITS = [1, 2, 3].map((n) => `00000000-0000-4000-8000-00000000000${n}`)
export const FIRST_DAY = '2026-11-02'
const ZONES = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura']
export const ROLES = ['desa', 'guru']
const PEOPLE = 5
const LESSONS = 4
const DAYS = 24

const person = fc.nat(PEOPLE - 1)
const lesson = fc.nat(LESSONS - 1)
const day = fc.nat(DAYS - 1)
const minute = fc.nat(1439)
const unit = fc.option(fc.nat(UNITS.length - 1))
const zone = fc.constantFrom(...ZONES)

export const change = fc.oneof(
  fc.record({ do: fc.constant('join'), person, unit, zone, day, weekly: fc.boolean() }),
  fc.record({ do: fc.constant('move'), person, unit, role: fc.constantFrom(...ROLES) }),
  fc.record({ do: fc.constant('zone'), person, zone }),
  fc.record({ do: fc.constant('unreachable'), person, day, gone: fc.boolean() }),
  fc.record({ do: fc.constant('remove'), person }),
  fc.record({ do: fc.constant('away'), person, day, gone: fc.boolean() }),
  fc.record({ do: fc.constant('leave'), person, day, days: fc.nat(9) }),
  fc.record({ do: fc.constant('pause'), person, day, days: fc.option(fc.nat(9)) }),
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('lesson'),
      person,
      lesson,
      day,
      minute,
      sent: fc.boolean(),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('answer'),
      person,
      lesson,
      day,
      minute,
      right: fc.boolean(),
      review: fc.boolean(),
    }),
  },
  fc.record({
    do: fc.constant('state'),
    person,
    lesson,
    state: fc.constantFrom('skipped', 'undelivered', 'open'),
  }),
  fc.record({ do: fc.constant('nudge'), person, lesson, day, minute, sent: fc.boolean() }),
  fc.record({ do: fc.constant('track'), person, day, done: fc.option(day) }),
  fc.record({ do: fc.constant('forget'), day }),
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('keep'), limit: fc.integer({ min: 1, max: 9 }) }),
  },
  fc.record({ do: fc.constant('late'), person, lesson, day, minute, right: fc.boolean() }),
  fc.record({ do: fc.constant('commit') }),
)

export type Change = typeof change extends fc.Arbitrary<infer T> ? T : never

export const idOf = (n: number): string => `10000000-0000-4000-8000-00000000000${n}`
const civil = (n: number): string => addCivilDays(FIRST_DAY, n)
const lessonId = (n: number): string => `lesson-${n}`
/** In Makassar's time, though people live in three zones: days differ. */
const momentOf = (on: number, at: number) =>
  sql`(${civil(on)}::date::timestamp + make_interval(mins => ${at}::int)) at time zone 'Asia/Makassar'`

export async function prepare(owner: Db): Promise<void> {
  await owner.execute(sql`truncate people, units, lesson_versions, question_versions cascade`)
  await owner.execute(sql`truncate stats_marks, stats_people, stats_person_days, stats_sums`)
  for (const [i, id] of UNITS.entries()) {
    await owner.execute(sql`
      insert into units (id, name, parent_id, created_at) values (${id}, ${`Unit ${i}`},
        ${i === 0 ? null : UNITS[0]}, ${momentOf(0, 0)})`)
  }
  await owner.execute(sql`
    insert into lesson_versions (lesson_id, hash, track_id, content, first_seen_at)
    select 'lesson-' || n, 'h', 'track', '{}', ${momentOf(0, 0)} from generate_series(0, 9) n`)
  await owner.execute(sql`
    insert into question_versions (question_id, hash, lesson_id, content, first_seen_at)
    select 'lesson-' || n, 'h', 'lesson-' || n, '{}', ${momentOf(0, 0)}
    from generate_series(0, 9) n`)
}

/** One change of the facts. Whoever is not there does nothing. */
export async function apply(db: Db, one: Change): Promise<void> {
  switch (one.do) {
    case 'join':
      await db.execute(sql`
        insert into people (id, telegram_id, chat_id, name, job_role, locale, timezone,
          lesson_minute, unit_id, weekly_on, last_seen_at, created_at, joined_at)
        values (${idOf(one.person)}, ${one.person}, ${one.person}, 'X', 'desa', 'id', ${one.zone},
          540, ${one.unit === null ? null : UNITS[one.unit]}, ${one.weekly ? 1 : null},
          ${momentOf(one.day, 30)}, ${momentOf(one.day, 30)}, ${momentOf(one.day, 60)})
        on conflict do nothing`)
      return
    case 'move':
      await db.execute(sql`
        update people set job_role = ${one.role},
          unit_id = ${one.unit === null ? null : UNITS[one.unit]} where id = ${idOf(one.person)}`)
      return
    case 'zone':
      await db.execute(sql`
        update people set timezone = ${one.zone} where id = ${idOf(one.person)}`)
      return
    case 'unreachable':
      await db.execute(sql`
        update people set unreachable_since = ${one.gone ? momentOf(one.day, 600) : null}
        where id = ${idOf(one.person)}`)
      return
    case 'away':
      await db.execute(sql`
        update people set moved_away_at = ${one.gone ? momentOf(one.day, 600) : null}
        where id = ${idOf(one.person)}`)
      return
    case 'leave':
    case 'pause':
      return stayAway(db, one)
    case 'remove':
      await db.execute(sql`delete from people where id = ${idOf(one.person)}`)
      return
    case 'forget':
      await db.execute(sql`delete from answers where answered_at < ${momentOf(one.day, 0)}`)
      return
    case 'track':
      return enrol(db, one)
    case 'lesson':
      return bring(db, one)
    case 'answer':
      return answer(db, one)
    case 'late':
      await db.execute(sql`
        insert into answers (person_id, question_id, question_hash, occasion, option_key, correct,
          answered_at)
        select id, ${lessonId(one.lesson)}, 'h', ${`late:${one.day}:${one.minute}`}, 'a',
          ${one.right}, ${momentOf(one.day, one.minute)} from people where id = ${idOf(one.person)}
        on conflict do nothing`)
      return
    case 'state':
      await db.execute(sql`
        update deliveries d set state = ${one.state}, bundle_place = ${one.lesson}
        where person_id = ${idOf(one.person)} and lesson_id = ${lessonId(one.lesson)}
          and state <> 'answered'`)
      return
    case 'nudge':
      await db.execute(sql`
        insert into nudges (person_id, delivery_id, day, step, outcome, created_at)
        select person_id, id, ${civil(one.day)}, 1 + (select count(*) from nudges n
          where n.delivery_id = d.id), ${one.sent ? 'sent' : null}, ${momentOf(one.day, one.minute)}
        from deliveries d
        where person_id = ${idOf(one.person)} and lesson_id = ${lessonId(one.lesson)}
        on conflict (person_id, day) do update set outcome = excluded.outcome`)
      return
    default:
  }
}

/** A pause without an end stands as well in the row of the person. */
async function stayAway(
  db: Db,
  one: Extract<Change, { do: string; days: number | null }>,
): Promise<void> {
  const last = one.days === null ? null : civil(one.day + one.days)
  if (one.do === 'leave') {
    await db.execute(sql`
      insert into leaves (person_id, first_day, last_day, kind, created_at)
      select id, ${civil(one.day)}, ${last}, 'leave', ${momentOf(one.day, 0)} from people
      where id = ${idOf(one.person)}`)
    return
  }
  await db.execute(sql`
    with paused as (
      update people set paused = ${last === null} where id = ${idOf(one.person)} returning id)
    insert into pauses (person_id, first_day, last_day)
    select id, ${civil(one.day)}, ${last}::date from paused on conflict do nothing`)
}

async function enrol(
  db: Db,
  one: Extract<Change, { do: string; done: number | null }>,
): Promise<void> {
  await db.execute(sql`
    insert into enrolments (person_id, track_id, state, started_at, done_at)
    select id, 'track', ${one.done === null ? 'active' : 'done'}, ${momentOf(one.day, 400)},
      ${one.done === null ? null : momentOf(one.done, 500)}
    from people where id = ${idOf(one.person)}
    on conflict (person_id, track_id) do update set state = excluded.state,
      done_at = excluded.done_at`)
}

/** A lesson comes on the day that the person's own zone has then. */
async function bring(
  db: Db,
  one: Extract<Change, { sent: boolean; minute: number }>,
): Promise<void> {
  const due = momentOf(one.day, one.minute)
  await db.execute(sql`
    insert into enrolments (person_id, track_id, state, started_at)
    select id, 'track', 'active', ${due} from people where id = ${idOf(one.person)}
    on conflict do nothing`)
  await db.execute(sql`
    insert into deliveries (enrolment_id, person_id, lesson_id, lesson_hash, question_id,
      question_hash, position, bundle_place, state, cause, due_at, due_day, sent_at)
    select e.id, p.id, ${lessonId(one.lesson)}, 'h', ${lessonId(one.lesson)}, 'h', 1,
      ${one.lesson}, 'open', 'due', ${due}, (${due} at time zone p.timezone)::date,
      ${one.sent ? due : null}
    from people p join enrolments e on e.person_id = p.id where p.id = ${idOf(one.person)}
    on conflict (person_id, lesson_id) do update
    set quiz_sent_at = coalesce(deliveries.quiz_sent_at, ${due}),
      sent_at = coalesce(deliveries.sent_at, ${due})`)
}

async function answer(
  db: Db,
  one: Extract<Change, { right: boolean; review: boolean }>,
): Promise<void> {
  const when = momentOf(one.day, one.minute)
  if (one.review) {
    await db.execute(sql`
      with asked as (
        insert into reviews (person_id, question_id, question_hash, cause, state, day, created_at)
        select id, ${lessonId(one.lesson)}, 'h', 'due', 'answered', ${civil(one.day)}, ${when}
        from people where id = ${idOf(one.person)}
        returning id, person_id)
      insert into answers (person_id, question_id, question_hash, occasion, review_id, option_key,
        correct, answered_at)
      select person_id, ${lessonId(one.lesson)}, 'h', 'review:' || id, id, 'a', ${one.right}, ${when}
      from asked`)
    return
  }
  await db.execute(sql`
    with closed as (
      update deliveries set state = 'answered', closed_at = ${when}
      where person_id = ${idOf(one.person)} and lesson_id = ${lessonId(one.lesson)}
      returning id, person_id)
    insert into answers (person_id, question_id, question_hash, occasion, delivery_id, option_key,
      correct, answered_at)
    select person_id, ${lessonId(one.lesson)}, 'h', 'lesson:' || id, id, 'a', ${one.right}, ${when}
    from closed on conflict do nothing`)
}
