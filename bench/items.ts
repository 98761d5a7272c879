/**
 * How long the analysis of all questions takes over many answers: the statement that puts them
 * together in cells, the rules that reckon from these, and the whole as the worker runs it; and how
 * long a page of `/statistik soal` waits for what was kept, beside what it would wait without.
 *
 *     node bench/items.ts [--people 20000] [--tracks 3] [--lessons 15] [--reviews 1] [--rounds 3] [--json]
 *
 * Everybody answers 60% of three questions a lesson, and each of these as often again as `--reviews`
 * says. What is made is checked: as many first attempts are counted as there are.
 */
import { sql } from 'drizzle-orm'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { migrate } from '../src/app.ts'
import { at, connectDatabase, rowsOf, type Db } from '../src/platform/db/index.ts'
import { removeEmbeddedPostgres, startEmbeddedPostgres } from '../src/platform/embedded/index.ts'
import { analyseItem } from '../src/reports/items/analyse-item.ts'
import { readCells, type ItemCells } from '../src/reports/items/cells-store.ts'
import { backendOf, readLiveItems } from '../src/reports/items/figures-store.ts'
import { refreshItems } from '../src/reports/items/refresh-items.ts'
import { show, spreadOf } from './support/statistics.ts'

const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '20000' },
    tracks: { type: 'string', default: '3' },
    lessons: { type: 'string', default: '15' },
    reviews: { type: 'string', default: '1' },
    rounds: { type: 'string', default: '3' },
    json: { type: 'boolean', default: false },
  },
})
const people = Number(values.people)
const tracks = Number(values.tracks)
const lessons = Number(values.lessons)
const reviews = Number(values.reviews)
const rounds = Number(values.rounds)

const now = new Date('2026-11-23T02:00:00Z')

async function fill(db: Db): Promise<void> {
  await db.execute(sql`
    insert into people (id, telegram_id, chat_id, name, locale, timezone, lesson_minute, last_seen_at,
      created_at)
    select gen_random_uuid(), n, n, 'Peserta ' || n, 'id', 'Asia/Makassar', 540, ${at(now)}, ${at(now)}
    from generate_series(1, ${people}::int) n`)
  await db.execute(sql`
    insert into lesson_versions (lesson_id, hash, track_id, content, first_seen_at)
    select 'l' || t || '-' || l, 'h', 't' || t, '{}', ${at(now)}
    from generate_series(1, ${tracks}::int) t, generate_series(1, ${lessons}::int) l`)
  await db.execute(sql`
    insert into question_versions (question_id, hash, lesson_id, content, first_seen_at)
    select v.lesson_id || '-q' || q, 'h', v.lesson_id, '{}', ${at(now)}
    from lesson_versions v, generate_series(1, 3) q`)
  await db.execute(sql`
    insert into live_lessons (lesson_id, hash, track_id, position)
    select lesson_id, hash, track_id, 1 from lesson_versions`)
  await db.execute(sql`
    insert into live_questions (question_id, hash, lesson_id, position)
    select question_id, hash, lesson_id, 1 from question_versions`)
  // In the order of time, as answers come in: people are scattered over the whole table.
  for (let round = 0; round <= reviews; round++) {
    await db.execute(sql`
      insert into answers (person_id, question_id, question_hash, occasion, option_key, correct,
        answered_at)
      select p.id, q.question_id, q.hash, 'lesson:' || ${round}::int,
        case when r.right then 'a' when hashint8(p.telegram_id * 31) % 3 = 0 then 'b' else 'c' end,
        r.right, ${at(now)} + ${round}::int * interval '30 days'
      from question_versions q cross join people p
      cross join lateral (select
        ((hashint8(p.telegram_id * 7919 + hashtext(q.question_id) + ${round}::int) & 1023) / 1024.0)
          < 0.3 + 0.5 * (p.telegram_id % 100) / 100.0 as right) r
      where (hashint8(p.telegram_id + hashtext(q.question_id)) & 1023) < 614`)
  }
  await db.execute(sql`analyze`)
}

async function timed<T>(work: () => Promise<T>): Promise<{ ms: number; result: T }> {
  const start = performance.now()
  const result = await work()
  return { ms: performance.now() - start, result }
}

/**
 * Processor time of one of the server's processes so far: what it took does not grow with what else the
 * machine does. Linux counts it in hundredths of a second; elsewhere there is none.
 */
async function processorMs(pid: number): Promise<number> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8')
    // The name stands in brackets; user and system time are the 12th and 13th field after it.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return 10 * (Number(fields[11]) + Number(fields[12]))
  } catch {
    return Number.NaN
  }
}

const folder = await mkdtemp(join(tmpdir(), 'sedikit-bench-'))
const dataDir = join(folder, 'postgres')
const postgres = await startEmbeddedPostgres({ dataDir })
const database = connectDatabase(postgres.appUrl)
try {
  await migrate(postgres, undefined)
  const { db } = database
  const filled = await timed(() => fill(db))
  const [counted] = await rowsOf<{ answers: number; firsts: number }>(
    db,
    sql`select count(*)::int as answers,
      (count(*) filter (where occasion = 'lesson:0'))::int as firsts from answers`,
  )
  const ms: Record<'cells' | 'processor' | 'rules' | 'whole' | 'page', number[]> = {
    cells: [],
    processor: [],
    rules: [],
    whole: [],
    page: [],
  }
  let items: readonly ItemCells[] = []
  for (let round = 0; round < rounds; round++) {
    const cells = await timed(() =>
      db.transaction(async (tx) => {
        // One process of the server alone, so that its processor time is all of it.
        await tx.execute(sql`set local max_parallel_workers_per_gather = 0`)
        const backend = await backendOf(tx)
        const before = await processorMs(backend)
        const read = await readCells(tx)
        ms.processor.push((await processorMs(backend)) - before)
        return read
      }),
    )
    items = cells.result
    ms.cells.push(cells.ms)
    const start = performance.now()
    const figures = items.map((item) => analyseItem(item.cells))
    ms.rules.push(performance.now() - start)
    const seen = figures.reduce((sum, one) => sum + one.people, 0)
    if (seen !== counted?.firsts) throw new Error(`${seen} first attempts of ${counted?.firsts}`)
    const day = new Date(now.getTime() + (round + 1) * 24 * 3600_000)
    ms.whole.push((await timed(() => refreshItems(db, day))).ms)
    for (let i = 0; i < 10; i++) ms.page.push((await timed(() => readLiveItems(db))).ms)
  }
  const made = {
    people,
    answers: counted?.answers ?? 0,
    firsts: counted?.firsts ?? 0,
    items: items.length,
    cells: items.reduce((sum, { cells }) => sum + cells.length, 0),
    heapMb: Math.round(process.memoryUsage().heapUsed / 1e6),
  }
  if (values.json) {
    const { cells, processor, rules, whole, page } = ms
    const spreads = [cells, processor, rules, whole, page].map(spreadOf)
    const names = ['cells', 'processor', 'rules', 'whole', 'page']
    console.log(JSON.stringify({ ...made, ms: names.map((name, i) => ({ name, ...spreads[i] })) }))
  } else {
    console.log(
      `${made.answers} answers, of them ${made.firsts} first attempts, of ${people} people at ` +
        `${made.items} questions (made in ${(filled.ms / 1000).toFixed(0)} s); ${made.cells} cells`,
    )
    console.log(`cells from answers        ${show(spreadOf(ms.cells))} ms`)
    console.log(`  processor time of that  ${show(spreadOf(ms.processor))} ms`)
    console.log(`figures from cells        ${show(spreadOf(ms.rules))} ms`)
    console.log(`the whole, as it is kept  ${show(spreadOf(ms.whole))} ms`)
    console.log(`a page, from what is kept ${show(spreadOf(ms.page), 1)} ms`)
  }
} finally {
  await database.close()
  await postgres.stop()
  await removeEmbeddedPostgres(dataDir)
  await rm(folder, { recursive: true, force: true })
}
