/**
 * A large curriculum, 1,000 lessons with 5,000 questions: how long it takes to load and how much
 * memory at the highest (each time in a fresh process with the settings of `npm start`, beside the
 * same process that loads nothing), how long to keep it in the database, and how long a search takes
 * on the embedded Postgres: single words, several, beginnings, quotations, mistyped words, and what
 * is nowhere.
 *
 *     node bench/catalogue.ts [--rounds 5] [--searches 300] [--json]
 */
import { spawnSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { migrate } from '../src/app.ts'
import { loadCatalogue, searchLessons, storeSearch, storeVersions } from '../src/content/index.ts'
import { connectDatabase, type Db } from '../src/platform/db/index.ts'
import { removeEmbeddedPostgres, startEmbeddedPostgres } from '../src/platform/embedded/index.ts'
import { mulberry32, writeCurriculum } from './support/curriculum.ts'
import { show, spreadOf } from './support/statistics.ts'

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    searches: { type: 'string', default: '300' },
    json: { type: 'boolean', default: false },
  },
})

const SIZE = { tracks: 20, lessonsPerTrack: 50, questionsPerLesson: 5 }

/** As `npm start` runs it; see package.json and bin/sedikit.mjs. */
const FLAGS = ['--max-semi-space-size=16', '--heap-growing-percent=25', '--input-type=module']

const CONTENT = fileURLToPath(new URL('../src/content/index.ts', import.meta.url))

interface Loaded {
  readonly ms: number
  /** Of the processor: what a machine with other work does not lengthen as much. */
  readonly cpuMs: number
  readonly peakMb: number
  readonly bareMb: number
  readonly lessons: number
  readonly questions: number
}

/** Loads the folder in a process of its own. */
function load(folder: string, cache: string): Loaded {
  const script = `
    import { enableCompileCache } from 'node:module'
    enableCompileCache(${JSON.stringify(cache)})
    const { loadCatalogue } = await import(${JSON.stringify(CONTENT)})
    const rss = () => process.resourceUsage().maxRSS / 1024
    const bareMb = rss()
    const before = process.cpuUsage()
    const start = performance.now()
    const loaded = await loadCatalogue(${JSON.stringify(folder)})
    const ms = performance.now() - start
    const { user, system } = process.cpuUsage(before)
    const cpuMs = (user + system) / 1000
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems.slice(0, 3)))
    const { lessons, questions } = loaded.catalogue
    const counts = { lessons: lessons.size, questions: questions.size }
    console.log(JSON.stringify({ ms, cpuMs, peakMb: rss(), bareMb, ...counts }))`
  const run = spawnSync(process.execPath, [...FLAGS, '--eval', script], { encoding: 'utf8' })
  if (run.status !== 0) throw new Error(run.stderr)
  return JSON.parse(run.stdout) as Loaded
}

/** What people type: each kind as often as the others, the same for the same seed. */
function queriesOf(topics: readonly string[], count: number): string[] {
  const random = mulberry32(7)
  const word = (): string => topics[Math.floor(random() * topics.length)] ?? 'data'
  const everywhere = ['data', 'AI', 'warga', 'surat', 'chatbot', 'prompt', 'kantor', 'data pribadi']
  const mistyped = (): string => {
    const whole = word()
    const at = 1 + Math.floor(random() * (whole.length - 2))
    return whole.slice(0, at) + whole.slice(at + 1)
  }
  const kinds: readonly (() => string)[] = [
    word,
    () => everywhere[Math.floor(random() * everywhere.length)] ?? 'data',
    () => `${word()} ${word()}`,
    () => `bagaimana cara ${word()} untuk warga`,
    () => word().slice(0, 5),
    () => '"data pribadi"',
    mistyped,
    () => `${mistyped()} ${word()}`,
    () => `zxqwv${word().slice(0, 2)}qx`,
  ]
  return Array.from({ length: count }, (_, index) => kinds[index % kinds.length]?.() ?? word())
}

async function searches(db: Db, queries: readonly string[], trackIds: readonly string[]) {
  const times: number[] = []
  const counts = { found: 0, corrected: 0, nothing: 0 }
  for (const query of queries) {
    const start = performance.now()
    const options = { trackIds, locale: 'id', offset: 0, limit: 5 } as const
    const result = await searchLessons(db, query, options)
    times.push(performance.now() - start)
    if (result.kind !== 'found') counts.nothing++
    else if (result.found.corrected) counts.corrected++
    else counts.found++
  }
  const sorted = times.toSorted((a, b) => a - b)
  const p95 = sorted[Math.floor((sorted.length - 1) * 0.95)] ?? Number.NaN
  return { ms: spreadOf(times), p95, ...counts }
}

const folder = await mkdtemp(join(tmpdir(), 'sedikit-bench-'))
const dataDir = join(folder, 'postgres')
try {
  const lessonsDir = join(folder, 'lessons')
  const topics = await writeCurriculum(lessonsDir, SIZE)
  const cache = join(folder, 'compiled')
  // A round that is not counted: it fills the cache of what was compiled.
  load(lessonsDir, cache)
  const rounds = Array.from({ length: Number(values.rounds) }, () => load(lessonsDir, cache))

  const loaded = await loadCatalogue(lessonsDir)
  if (!loaded.ok) throw new Error('The curriculum is not whole')
  const postgres = await startEmbeddedPostgres({ dataDir })
  const database = connectDatabase(postgres.appUrl)
  try {
    await migrate(postgres, undefined)
    const { db } = database
    const { catalogue } = loaded
    const timed = async (work: () => Promise<unknown>): Promise<number> => {
      const start = performance.now()
      await work()
      return performance.now() - start
    }
    const storeVersionsMs = await timed(() => storeVersions(db, catalogue, new Date(0)))
    const storeSearchMs = await timed(() => storeSearch(db, catalogue))
    const storeAgainMs = await timed(() => storeSearch(db, catalogue))
    const trackIds = catalogue.tracks.map(({ id }) => id)
    const queries = queriesOf(topics, Number(values.searches))
    // What is compiled and cached after the first ones is so for everybody who searches later.
    await searches(db, queries.slice(0, 30), trackIds)
    const search = await searches(db, queries, trackIds)
    const result = {
      lessons: rounds[0]?.lessons,
      questions: rounds[0]?.questions,
      loadMs: spreadOf(rounds.map(({ ms }) => ms)),
      loadCpuMs: spreadOf(rounds.map(({ cpuMs }) => cpuMs)),
      peakMb: spreadOf(rounds.map(({ peakMb }) => peakMb)),
      bareMb: spreadOf(rounds.map(({ bareMb }) => bareMb)),
      storeVersionsMs,
      storeSearchMs,
      storeAgainMs,
      search,
    }
    if (values.json) console.log(JSON.stringify(result))
    else {
      console.log(`${result.lessons} lessons, ${result.questions} questions`)
      console.log(`load          ${show(result.loadMs)} ms`)
      console.log(`  processor   ${show(result.loadCpuMs)} ms`)
      console.log(`memory        ${show(result.peakMb)} MB at the highest`)
      console.log(`  of these    ${show(result.bareMb)} MB before anything is loaded`)
      console.log(`keep          ${storeVersionsMs.toFixed(0)} ms every wording`)
      console.log(`              ${storeSearchMs.toFixed(0)} ms what is searched`)
      console.log(`              ${storeAgainMs.toFixed(0)} ms the same again`)
      console.log(`search        ${show(search.ms, 1)} ms, 95 of 100 in ${search.p95.toFixed(1)}`)
      console.log(
        `              ${search.found} found, ${search.corrected} corrected, ${search.nothing} nothing`,
      )
    }
  } finally {
    await database.close()
    await postgres.stop()
    await removeEmbeddedPostgres(dataDir)
  }
} finally {
  await rm(folder, { recursive: true, force: true })
}
