/**
 * How much memory an export of a million rows takes, and how long: the process of the worker alone,
 * on generated answers and deliveries, as a workbook, as CSV and as learning records; from the
 * cursors of one snapshot to the pieces in Postgres. Each form is written by a process of its own, so
 * that its peak is its own.
 *
 *     node bench/export.ts [--rows 1000000] [--whole] [--formats xlsx,csv,xapi] [--json]
 *
 * With `--whole` it is the one process of `npm start`, all roles in it, that writes each export and
 * sends it or the link to it.
 */
import { sql } from 'drizzle-orm'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { migrate } from '../src/app.ts'
import { exportFormats } from '../src/exchange/index.ts'
import { at, connectDatabase, type Db } from '../src/platform/db/index.ts'
import { removeEmbeddedPostgres, startEmbeddedPostgres } from '../src/platform/embedded/index.ts'
import { writeWhole, type Written } from './support/export-whole.ts'

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '1000000' },
    whole: { type: 'boolean', default: false },
    formats: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
})
const rows = Number(values.rows)
const formats = values.formats?.split(',') ?? exportFormats

const now = new Date('2026-11-23T02:00:00Z')
const LESSONS = 20
/** Each person has twenty deliveries and as many answers, and is a row too. */
const people = Math.ceil(rows / (2 * LESSONS + 1))

async function fill(db: Db): Promise<void> {
  await db.execute(sql`
    insert into units (id, name, parent_id, created_at)
    select md5('unit' || n)::uuid, 'Unit ' || n,
      case when n = 0 then null else md5('unit0')::uuid end, ${at(now)}
    from generate_series(0, 199) n`)
  await db.execute(sql`
    insert into people (id, telegram_id, chat_id, name, address_form, job_role, locale, timezone,
      lesson_minute, unit_id, joined_at, last_seen_at, created_at)
    select md5('person' || n)::uuid, n, n, initcap(md5('a' || n % 997)) || ' ' || initcap(md5('b' || n)),
      'ibu', 'guru', 'id', 'Asia/Makassar', 540, md5('unit' || n % 200)::uuid, ${at(now)},
      ${at(now)}, ${at(now)}
    from generate_series(1, ${people}::int) n`)
  await db.execute(sql`
    insert into roles (person_id, role, granted_at)
    select id, 'admin', ${at(now)} from people where telegram_id = 1`)
  await db.execute(sql`
    insert into lesson_versions (lesson_id, hash, track_id, content, first_seen_at)
    select 'pelajaran-' || n, 'h', 'bench', '{"texts": {"id": {"title": "Satu pelajaran"}}}'::jsonb,
      ${at(now)} from generate_series(1, ${LESSONS}::int) n`)
  await db.execute(sql`
    insert into question_versions (question_id, hash, lesson_id, content, first_seen_at)
    select 'soal-' || n, 'h', 'pelajaran-' || n, '{"answer": "a", "texts": {"id": {"text":
      "Siapa yang bertanggung jawab atas surat yang ditulis dengan bantuan AI?", "options": [
      {"key": "a", "text": "Orang yang menandatanganinya"}, {"key": "b", "text": "Pembuat AI itu"},
      {"key": "c", "text": "Tidak ada"}]}}}'::jsonb, ${at(now)}
    from generate_series(1, ${LESSONS}::int) n`)
  await db.execute(sql`
    insert into enrolments (person_id, track_id, state, started_at)
    select id, 'bench', 'active', ${at(now)} from people`)
  // In parts: no statement of ours takes long, and the log is not written in one piece.
  for (let lesson = 1; lesson <= LESSONS; lesson += 1) {
    await db.execute(sql`
      insert into deliveries (enrolment_id, person_id, lesson_id, lesson_hash, question_id,
        question_hash, position, state, cause, due_at, due_day, sent_at, closed_at)
      select id, person_id, 'pelajaran-' || ${lesson}::int, 'h', 'soal-' || ${lesson}::int, 'h',
        ${lesson}::int, 'answered', 'due', ${at(now)}, '2026-11-23', ${at(now)}, ${at(now)}
      from enrolments`)
    await db.execute(sql`
      insert into answers (person_id, question_id, question_hash, occasion, delivery_id, option_key,
        correct, answered_at)
      select person_id, question_id, 'h', 'lesson:' || id, id, 'a', id % 3 > 0, ${at(now)}
      from deliveries where lesson_id = 'pelajaran-' || ${lesson}::int`)
  }
  await db.execute(sql`analyze`)
}

/** Leaves the program nothing to do but the export: nobody is written to, no roll-up waits. */
async function alone(db: Db): Promise<void> {
  await db.execute(sql`update people set unreachable_since = ${at(now)} where telegram_id > 1`)
  await db.execute(sql`delete from stats_marks`)
  await db.execute(sql`analyze`)
}

/** Writes one export in a process of its own, with the heap's settings of `npm start`. */
async function write(url: string, format: string): Promise<Written> {
  const script = fileURLToPath(new URL('support/export-worker.ts', import.meta.url))
  const heap = ['--max-semi-space-size=8', '--heap-growing-percent=25']
  const child = spawn(process.execPath, [...heap, script, url, format], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [output] = await Promise.all([text(child.stdout), once(child, 'close')])
  return JSON.parse(output) as Written
}

const folder = await mkdtemp(join(tmpdir(), 'sedikit-bench-'))
const dataDir = join(folder, 'postgres')
const postgres = await startEmbeddedPostgres({ dataDir, settings: { fsync: 'off' } })
const database = connectDatabase(postgres.appUrl)
try {
  await migrate(postgres, undefined)
  await fill(database.db)
  const figures: Record<string, Written> = {}
  if (values.whole) await alone(database.db)
  for (const format of formats) {
    figures[format] = values.whole
      ? await writeWhole(postgres, format)
      : await write(postgres.appUrl, format)
  }
  if (values.json) console.log(JSON.stringify(figures))
  else {
    for (const [format, figure] of Object.entries(figures)) {
      const { rows: written, bytes, seconds, peakMb, writingMb, idleMb } = figure
      console.log(
        `${format.padEnd(5)} ${written} rows, ${(bytes / 1e6).toFixed(1)} MB in ${seconds.toFixed(0)} s; ` +
          `${(peakMb - idleMb).toFixed(0)} MB of memory at its peak, beside ${idleMb.toFixed(0)} MB of the idle process` +
          (writingMb === undefined
            ? ''
            : ` (${(writingMb - idleMb).toFixed(0)} until it was sent)`),
      )
    }
  }
} finally {
  await database.close()
  await postgres.stop()
  await removeEmbeddedPostgres(dataDir)
  await rm(folder, { recursive: true, force: true })
}
