/**
 * How long a page of the roster takes where a coordinator reaches 10,000 people: pages from the first
 * to the last, each filter, the people of one unit, and a search by name; as an admin, and as the
 * coordinator of the whole tree. Beside them, what a count of the same people alone costs.
 *
 *     node bench/roster.ts [--people 10000] [--places 2000] [--rounds 40] [--json]
 */
import { sql } from 'drizzle-orm'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { migrate } from '../src/app.ts'
import { readCalendars, readLaggards, storeCalendar } from '../src/learning/index.ts'
import { searchPeople } from '../src/people/index.ts'
import { at, connectDatabase, rowsOf, type Db } from '../src/platform/db/index.ts'
import { removeEmbeddedPostgres, startEmbeddedPostgres } from '../src/platform/embedded/index.ts'
import { readRosterPage, type RosterFilter } from '../src/reports/index.ts'
import { show, spreadOf } from './support/statistics.ts'

const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '10000' },
    places: { type: 'string', default: '2000' },
    rounds: { type: 'string', default: '40' },
    json: { type: 'boolean', default: false },
  },
})
const people = Number(values.people)
const places = Number(values.places)
const rounds = Number(values.rounds)

const now = new Date('2026-11-23T02:00:00Z')
const today = '2026-11-23'
const UNITS = 120

/** A tree of three levels, people with open and answered lessons, leaves, pauses, and a roster. */
async function fill(db: Db): Promise<{ admin: string; coordinator: string }> {
  const [admin, coordinator] = [crypto.randomUUID(), crypto.randomUUID()]
  await db.execute(sql`
    insert into units (id, name, parent_id, created_at)
    select md5('unit' || n)::uuid, 'Unit ' || n,
      case when n = 0 then null else md5('unit' || case when n <= 20 then 0 else 1 + n % 20 end)::uuid end,
      ${at(now)} from generate_series(0, ${UNITS - 1}::int) n`)
  await db.execute(sql`
    insert into people (id, telegram_id, chat_id, name, address_form, job_role, locale, timezone,
      lesson_minute, unit_id, joined_at, paused, unreachable_since, last_seen_at, created_at)
    select md5('person' || n)::uuid, n, n, initcap(md5('a' || n % 997)) || ' ' || initcap(md5('b' || n)),
      'ibu', case when n % 50 = 0 then 'pimpinan' else 'guru' end, 'id', 'Asia/Makassar', 540,
      md5('unit' || n % ${UNITS}::int)::uuid, ${at(now)}, n % 30 = 0,
      case when n % 40 = 0 then ${at(now)} end, ${at(now)}, ${at(now)}
    from generate_series(1, ${people}::int) n`)
  await db.execute(sql`
    insert into people (id, telegram_id, chat_id, name, locale, timezone, lesson_minute, unit_id,
      last_seen_at, created_at)
    select id, 900000000 + row_number() over (), 900000000 + row_number() over (), 'Viewer', 'id',
      'Asia/Makassar', 540, md5('unit0')::uuid, ${at(now)}, ${at(now)}
    from (values (${admin}::uuid), (${coordinator}::uuid)) v (id)`)
  await db.execute(sql`
    insert into roles (person_id, role, unit_id, granted_at) values
      (${admin}, 'admin', null, ${at(now)}), (${coordinator}, 'coordinator', md5('unit0')::uuid, ${at(now)})`)
  await db.execute(sql`
    insert into roster_places (unit_id, name, person_id, imported_at)
    select unit_id, name, id, ${at(now)} from people where telegram_id <= ${people}::int / 2`)
  await db.execute(sql`
    insert into roster_places (unit_id, name, phone, imported_at)
    select md5('unit' || n % ${UNITS}::int)::uuid, 'Belum ' || initcap(md5('c' || n)), '62811' || n, ${at(now)}
    from generate_series(1, ${places}::int) n`)
  await db.execute(sql`
    insert into leaves (person_id, kind, first_day, last_day, created_at)
    select id, 'leave', ${today}::date - 1, ${today}::date + 2, ${at(now)} from people where telegram_id % 25 = 0`)
  await lessons(db)
  await db.execute(sql`analyze`)
  return { admin, coordinator }
}

/** Twenty answered lessons of everybody, and an open one of most, of a week ago or of today. */
async function lessons(db: Db): Promise<void> {
  await db.execute(sql`
    insert into lesson_versions (lesson_id, hash, track_id, content, first_seen_at)
    select 'l' || n, 'h', 'bench', '{}'::jsonb, ${at(now)} from generate_series(0, 20) n`)
  await db.execute(sql`
    insert into question_versions (question_id, hash, lesson_id, content, first_seen_at)
    select 'q' || n, 'h', 'l' || n, '{}'::jsonb, ${at(now)} from generate_series(0, 20) n`)
  await db.execute(sql`
    insert into enrolments (person_id, track_id, state, started_at)
    select id, 'bench', 'active', ${at(now)} from people where telegram_id <= ${people}::int`)
  await db.execute(sql`
    insert into deliveries (enrolment_id, person_id, lesson_id, lesson_hash, question_id,
      question_hash, position, state, cause, due_at, due_day, sent_at)
    select e.id, e.person_id, 'l' || n, 'h', 'q' || n, 'h', n,
      case when n < 20 then 'answered' else 'open' end, 'due', ${at(now)},
      ${today}::date - case when p.telegram_id % 3 = 0 then 7 else 0 end, ${at(now)}
    from enrolments e join people p on p.id = e.person_id cross join generate_series(0, 20) n
    where n < 20 or p.telegram_id % 10 < 9`)
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

const folder = await mkdtemp(join(tmpdir(), 'sedikit-bench-'))
const dataDir = join(folder, 'postgres')
const postgres = await startEmbeddedPostgres({ dataDir })
const database = connectDatabase(postgres.appUrl)
try {
  await migrate(postgres, undefined)
  const { db } = database
  const { admin, coordinator } = await fill(db)
  await storeCalendar(db)
  const calendars = await readCalendars(db)
  const first = await rowsOf<{ id: string }>(db, sql`select md5('unit' || 3)::uuid as id`)
  const page = (viewerId: string, filter: RosterFilter, offset: number, unitId: string | null) =>
    readRosterPage(db, { viewerId, filter, offset, unitId, limit: 10, now, calendars })
  const unitId = first[0]?.id ?? null
  const cases: Readonly<Record<string, () => Promise<unknown>>> = {
    'a count alone': () =>
      db.execute(
        sql`select unit_id, count(*) from people where join_step is null group by unit_id`,
      ),
    'who lags, alone': () => readLaggards(db, sql`select id from people`, { calendars, now }),
    'admin, first page': () => page(admin, 'all', 0, null),
    'admin, last page': () => page(admin, 'all', people + places - people / 50 - 10, null),
    'coordinator, first page': () => page(coordinator, 'all', 0, null),
    'coordinator, in the middle': () => page(coordinator, 'all', people / 2, null),
    'coordinator, who lags': () => page(coordinator, 'lagging', 0, null),
    'coordinator, not yet joined': () => page(coordinator, 'not_joined', 0, null),
    'coordinator, one unit': () => page(coordinator, 'all', 0, unitId),
    'coordinator, a name': () => searchPeople(db, coordinator, { text: 'ab c', limit: 8 }),
  }
  const result: Record<string, { ms: ReturnType<typeof spreadOf>; p95: number }> = {}
  for (const [name, work] of Object.entries(cases)) {
    // The first plans the statement and fills the cache: so it is for everybody after the first.
    await work()
    const times: number[] = []
    for (let round = 0; round < rounds; round++) times.push(await timed(work))
    const sorted = times.toSorted((a, b) => a - b)
    const p95 = sorted[Math.floor((sorted.length - 1) * 0.95)] ?? Number.NaN
    result[name] = { ms: spreadOf(times), p95 }
  }
  if (values.json) console.log(JSON.stringify({ people, places, ...result }))
  else {
    console.log(`${people} people, ${places} places that are nobody's`)
    for (const [name, { ms, p95 }] of Object.entries(result)) {
      console.log(`${name.padEnd(28)}${show(ms, 1)} ms, 95 of 100 in ${p95.toFixed(1)}`)
    }
  }
} finally {
  await database.close()
  await postgres.stop()
  await removeEmbeddedPostgres(dataDir)
  await rm(folder, { recursive: true, force: true })
}
