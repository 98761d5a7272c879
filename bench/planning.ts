/**
 * Everybody due in one minute: how long planning takes, beside a bare INSERT … SELECT of the same
 * rows (an enrolment, a delivery, a run of the assessment with its first item, four messages of the
 * outbox and the next moment of each person) in the same run, on tables with the same indexes.
 *
 *     node bench/planning.ts [--sizes 10000,40000] [--rounds 5] [--full] [--json]
 *
 * Each size is measured in so many rounds, planning and bare by turns. `--full` adds a hundred
 * thousand, and a million, which is measured once.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { sql } from 'drizzle-orm'
import { migrate } from '../src/app.ts'
import { loadCatalogue, storeLive, storeVersions } from '../src/content/index.ts'
import { planDue, readCalendars, storeCalendar } from '../src/learning/index.ts'
import { firstNudgeAt } from '../src/nudges/index.ts'
import { connectDatabase, rowsOf, type Db } from '../src/platform/db/index.ts'
import { removeEmbeddedPostgres, startEmbeddedPostgres } from '../src/platform/embedded/index.ts'
import { show, spreadOf, type Spread } from './support/statistics.ts'

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '10000,40000' },
    rounds: { type: 'string', default: '5' },
    full: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
})

/** Of these one round takes as long as all others together. */
const MOST = 1_000_000

const LESSONS = fileURLToPath(new URL('../lessons', import.meta.url))

/** Monday, 23 November 2026, nine in Makassar. */
const DUE = new Date('2026-11-23T01:00:00Z')

/** The tables that a sweep writes, each before those that refer to it. */
const WRITTEN = ['enrolments', 'deliveries', 'assessment_runs', 'assessment_items', 'outbox']

async function addPeople(db: Db, count: number): Promise<void> {
  await db.execute(sql`
    truncate people, learners, enrolments, deliveries, outbox, reviews, review_cards cascade`)
  await db.execute(sql`
    insert into people (id, telegram_id, chat_id, name, address_form, job_role, locale, timezone,
      lesson_minute, last_seen_at, created_at, joined_at)
    select gen_random_uuid(), n, n, 'Peserta ' || n, 'none',
      (array['desa', 'guru', 'kesehatan', 'pelayanan', 'pimpinan'])[1 + n % 5], 'id',
      (array['Asia/Makassar', 'Asia/Jakarta', 'Asia/Jayapura'])[1 + n % 3], 480 + (n % 4) * 15,
      ${DUE.toISOString()}::timestamptz, ${DUE.toISOString()}::timestamptz,
      ${DUE.toISOString()}::timestamptz
    from generate_series(1, ${count}) n`)
  await db.execute(sql`
    insert into learners (person_id, next_due_at, started_at)
    select id, ${DUE.toISOString()}::timestamptz, ${DUE.toISOString()}::timestamptz from people`)
  await db.execute(sql`analyze`)
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** All rows of one sweep, read back and written again by INSERT … SELECT alone. */
async function bare(db: Db): Promise<number> {
  for (const table of WRITTEN)
    await db.execute(sql.raw(`create unlogged table kept_${table} as select * from ${table}`))
  await db.execute(sql.raw(`truncate ${WRITTEN.join(', ')} cascade`))
  await db.execute(sql`
    update learners set next_due_at = ${DUE.toISOString()}::timestamptz`)
  await db.execute(sql`analyze`)
  return timed(() =>
    db.transaction(async (tx) => {
      for (const table of WRITTEN)
        await tx.execute(
          sql.raw(`insert into ${table} overriding system value select * from kept_${table}`),
        )
      await tx.execute(sql`
        update learners set next_due_at = ${new Date(+DUE + 86_400_000).toISOString()}::timestamptz`)
    }),
  )
}

interface Round {
  readonly planMs: number
  readonly bareMs: number
  /** Memory of this process after the sweep, less that before it. */
  readonly grownMb: number
}

async function measure(
  db: Db,
  people: number,
  options: Parameters<typeof planDue>[1],
): Promise<Round> {
  await addPeople(db, people)
  const before = process.memoryUsage.rss()
  const planMs = await timed(async () => {
    while ((await planDue(db, options)) > 0);
  })
  const grownMb = (process.memoryUsage.rss() - before) / 1e6
  const [counts] = await rowsOf<{ deliveries: number }>(
    db,
    sql`select count(*)::int as deliveries from deliveries`,
  )
  if (counts?.deliveries !== people) throw new Error(`${counts?.deliveries} of ${people} planned`)
  const bareMs = await bare(db)
  await db.execute(sql.raw(`drop table ${WRITTEN.map((table) => `kept_${table}`).join(', ')}`))
  return { planMs, bareMs, grownMb }
}

function summed(people: number, rounds: readonly Round[]) {
  const of = (pick: (round: Round) => number): Spread => spreadOf(rounds.map(pick))
  return {
    people,
    rounds: rounds.length,
    planMs: of((round) => round.planMs),
    bareMs: of((round) => round.bareMs),
    /** As they came, for whoever reckons with them. */
    measured: rounds,
    ratio: of((round) => round.bareMs / round.planMs),
    grownMb: of((round) => round.grownMb),
  }
}

const folder = await mkdtemp(join(tmpdir(), 'sedikit-bench-'))
const dataDir = join(folder, 'postgres')
const results: ReturnType<typeof summed>[] = []
try {
  const postgres = await startEmbeddedPostgres({ dataDir })
  await migrate(postgres, undefined)
  // As the owner, who may make and empty tables.
  const { db, close } = connectDatabase(postgres.ownerUrl)
  try {
    const loaded = await loadCatalogue(LESSONS)
    if (!loaded.ok) throw new Error('The lessons are broken')
    await storeVersions(db, loaded.catalogue, DUE)
    await storeLive(db, loaded.catalogue)
    await storeCalendar(db)
    const calendars = await readCalendars(db)
    const options = { calendars, now: DUE, firstNudgeAt }
    const sizes = [...values.sizes.split(',').map(Number), ...(values.full ? [100_000, MOST] : [])]
    for (const people of sizes) {
      const rounds: Round[] = []
      const count = people < MOST ? Number(values.rounds) : 1
      while (rounds.length < count) rounds.push(await measure(db, people, options))
      results.push(summed(people, rounds))
    }
  } finally {
    await close()
    await postgres.stop()
  }
} finally {
  await removeEmbeddedPostgres(dataDir)
  await rm(folder, { recursive: true, force: true })
}

const [first, last] = [results[0], results.at(-1)]
const exponent =
  first === undefined || last === undefined || first === last
    ? undefined
    : Math.log(last.planMs.median / first.planMs.median) / Math.log(last.people / first.people)
if (values.json) console.log(JSON.stringify({ results, exponent }))
else {
  for (const { people, rounds, planMs, bareMs, ratio, grownMb } of results) {
    const perSecond = Math.round((people / planMs.median) * 1000)
    console.log(
      `${people} people, ${rounds} rounds: ${show(planMs)} ms (${perSecond} a second), ` +
        `bare ${show(bareMs)} ms, ratio ${show(ratio, 2)}, memory grew by ${show(grownMb)} MB`,
    )
  }
  if (exponent !== undefined) console.log(`exponent ${exponent.toFixed(2)}`)
}
