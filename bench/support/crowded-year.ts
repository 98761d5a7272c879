import { sql } from 'drizzle-orm'
import { rowsOf, type Db } from '../../src/platform/db/index.ts'

/** Friday, 27 November 2026, noon in Makassar. */
export const NOW = new Date('2026-11-27T04:00:00Z')
export const TODAY = '2026-11-27'

const UNITS = 20
const UNITS_BELOW = 9

/** Lessons of one person, a few days apart; each answered one comes again once. */
const LESSONS = 7

/**
 * An organisation of 201 units whose people joined within two hundred days and answered ten questions
 * each, give or take: written set by set, without the triggers and foreign keys of the product, which
 * would double the time and change nothing of what is read.
 */
export async function addCrowdedYear(owner: Db, people: number): Promise<{ answers: number }> {
  await dropForeignKeys(owner)
  for (const table of TABLES) {
    await owner.execute(sql`alter table ${sql.identifier(table)} disable trigger user`)
  }
  await addUnits(owner)
  await owner.execute(sql`
    insert into people (id, telegram_id, chat_id, name, job_role, locale, timezone, lesson_minute,
      unit_id, paused, unreachable_since, last_seen_at, created_at, joined_at)
    select ${personId}, n, n, 'Peserta ' || n,
      (array['desa', 'guru', 'kesehatan', 'pelayanan', 'pimpinan'])[1 + n % 5], 'id',
      (array['Asia/Makassar', 'Asia/Makassar', 'Asia/Jakarta'])[1 + n % 3], 540,
      ${unitId(sql`n % ${UNITS + UNITS * UNITS_BELOW} + 1`)}, n % 50 = 0,
      case when n % 70 = 0 then ${joined} + interval '20 days' end, ${joined}, ${joined}, ${joined}
    from generate_series(1::bigint, ${people}) n`)
  await owner.execute(sql`
    insert into enrolments (person_id, track_id, state, started_at, done_at)
    select ${personId}, 'fondasi', case when n % 200 > 40 then 'done' else 'active' end,
      ${joined}, case when n % 200 > 40 then ${joined} + interval '35 days' end
    from generate_series(1::bigint, ${people}) n`)
  await owner.execute(sql`
    insert into pauses (person_id, first_day)
    select id, ${TODAY}::date - 30 from people where paused`)
  await owner.execute(sql`
    insert into leaves (person_id, kind, first_day, last_day, created_at)
    select ${personId}, 'leave', ${TODAY}::date - (n % 9)::int, ${TODAY}::date + (n % 5)::int - 2, ${at}
    from generate_series(1::bigint, ${people}) n where n % 100 = 7 and n % 9 >= 2 - n % 5`)
  await addDeliveries(owner, people)
  await addAnswers(owner)
  for (const table of TABLES) {
    await owner.execute(sql`alter table ${sql.identifier(table)} enable trigger user`)
  }
  await owner.execute(sql`insert into stats_marks (person_id) select id from people`)
  const [row] = await rowsOf<{ n: number }>(owner, sql`select count(*)::int as n from answers`)
  return { answers: row?.n ?? 0 }
}

const TABLES = ['people', 'enrolments', 'deliveries', 'reviews', 'answers', 'nudges']

const at = sql`${NOW.toISOString()}::timestamptz`
const personId = sql`('00000000-0000-4000-8000-' || lpad(to_hex(n), 12, '0'))::uuid`
const unitId = (n: ReturnType<typeof sql>) =>
  sql`('00000000-0000-4000-9000-' || lpad(to_hex((${n})::bigint), 12, '0'))::uuid`
/** Up to two hundred days ago, at half past eight in the morning in Makassar. */
const joined = sql`(${at} - interval '210 minutes' - make_interval(days => (n % 200)::int))`
/** Chance that is the same at every run: 0 to 99. */
const chance = sql`(abs(hashint8(n * 31 + i)) % 100)`

async function dropForeignKeys(owner: Db): Promise<void> {
  const keys = await rowsOf<{ owner: string; name: string }>(
    owner,
    sql`
    select conrelid::regclass::text as owner, conname as name from pg_constraint
    where contype = 'f' and conrelid::regclass::text = any(${`{${TABLES.join(',')}}`}::text[])`,
  )
  for (const key of keys) {
    await owner.execute(
      sql`alter table ${sql.identifier(key.owner)} drop constraint ${sql.identifier(key.name)}`,
    )
  }
}

async function addUnits(owner: Db): Promise<void> {
  await owner.execute(sql`
    insert into units (id, name, parent_id, created_at)
    select ${unitId(sql`0`)}, 'Pemerintah Kabupaten Contoh', null::uuid, ${at}
    union all select ${unitId(sql`n`)}, 'Dinas ' || n, ${unitId(sql`0`)}, ${at}
    from generate_series(1, ${UNITS}) n
    union all
    select ${unitId(sql`n + ${UNITS}`)}, 'Bidang ' || n, ${unitId(sql`1 + n % ${UNITS}`)}, ${at}
    from generate_series(1, ${UNITS * UNITS_BELOW}) n`)
}

async function addDeliveries(owner: Db, people: number): Promise<void> {
  await owner.execute(sql`
    insert into deliveries (id, enrolment_id, person_id, lesson_id, lesson_hash, question_id,
      question_hash, position, state, cause, bundle_place, due_at, due_day, sent_at, quiz_sent_at,
      closed_at)
    overriding system value
    select n * 10 + i, n, ${personId}, 'fondasi-' || i, 'h', 'fondasi-' || i || '-q1', 'h', i + 1,
      case when ${chance} < 85 then 'answered' when ${chance} < 90 then 'skipped'
        when ${chance} < 92 then 'undelivered' else 'open' end,
      'due', i, due, (due at time zone p.timezone)::date,
      case when not ${chance} between 90 and 91 then due end,
      case when not ${chance} between 90 and 91 then due end, null
    from generate_series(1::bigint, ${people}) n
    cross join generate_series(0, ${LESSONS - 1}) i
    join people p on p.id = ${personId}
    cross join lateral (select ${joined} + make_interval(days => (i * (2 + n % 4))::int) as due) d
    where due <= ${at}`)
  await owner.execute(sql`
    insert into nudges (person_id, delivery_id, day, step, outcome, created_at)
    select person_id, id, due_day, 1, 'sent', due_at + interval '4 hours' from deliveries
    where state <> 'undelivered' and id % 3 = 0`)
}

async function addAnswers(owner: Db): Promise<void> {
  const mixed = sql`abs(hashint8(d.id))`
  await owner.execute(sql`
    insert into answers (person_id, question_id, question_hash, occasion, delivery_id, option_key,
      correct, answered_at)
    select person_id, question_id, 'h', 'lesson:' || id, id, 'a', ${mixed} % 4 > 0,
      least(${at}, due_at + make_interval(mins => (${mixed} % 700)::int))
    from deliveries d where state = 'answered'`)
  await owner.execute(sql`
    insert into reviews (id, person_id, question_id, question_hash, cause, state, day, created_at)
    overriding system value
    select id, person_id, question_id, 'h', 'due', 'answered', due_day + 5,
      due_at + interval '5 days'
    from deliveries d where state = 'answered' and due_at <= ${at} - interval '6 days'`)
  await owner.execute(sql`
    insert into answers (person_id, question_id, question_hash, occasion, review_id, option_key,
      correct, answered_at)
    select person_id, question_id, 'h', 'review:' || id, id, 'a', ${mixed} % 5 > 0,
      created_at + make_interval(mins => (${mixed} % 500)::int)
    from reviews d`)
}
