/**
 * One process as `npm start` starts it, for an hour under a steady mild load: people ask for their
 * lesson, answer its quiz, look at their hill, search, ask for help; browsers and probes ask the web
 * server. Each minute the memory, the open descriptors and the threads of the process are looked at.
 * It is flat when over the last two thirds none of them grows by more than is tolerated, or by no
 * more than chance explains (see support/slope.ts).
 *
 *     node bench/soak.ts [--minutes 60] [--perSecond 1] [--json]
 *
 * Postgres' memory is told and not judged. Linux only: it reads /proc.
 */
import { parseArgs } from 'node:util'
import { connectDatabase, rowsOf, type Db } from '../src/platform/db/index.ts'
import { elapsedMs, pause } from '../src/platform/elapsed.ts'
import { systemClock } from '../src/platform/clock.ts'
import { sql } from 'drizzle-orm'
import { writeSetting } from '../src/learning/index.ts'
import { addCrowd } from '../test/support/crowd.ts'
import {
  descriptorsOf,
  familyOf,
  memoryTogether,
  parentOf,
  threadsOf,
} from './support/processes.ts'
import { isFlat, lastTwoThirds, slopeOf, type Slope } from './support/slope.ts'
import { freePort, openStand } from './support/stand.ts'
import { endProcess, memoryOf, running, spawnStart } from './support/started.ts'
import { openTelegram } from './support/telegram.ts'

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '60' },
    perSecond: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
  },
})
const minutes = Number(values.minutes)
const perSecond = Number(values.perSecond)

const TOKEN = '123456:demo'
const FIRST = 1_000_000

/** Each minute, or oftener where the run is so short that there would be too few. */
const SAMPLE_MS = Math.min(60_000, (minutes * 60_000) / 18)

/** What may come over the time that is judged and is no leak: caches fill, the heap settles. */
const TOLERATED = { 'memory, MB': 6, descriptors: 2, threads: 1 }

type Watched = keyof typeof TOLERATED

interface Sample {
  readonly hours: number
  readonly postgres: number
  readonly seen: Readonly<Record<Watched, number>>
}

/** What people type beside their lessons, in turn. */
const WORDS = ['/progres', '/bantuan', '/cari data', '/jadwal', '/peringkat', '/latihan']

/** What a browser or a probe asks for. */
const PATHS = ['/healthz', '/readyz', '/dasbor/', '/v/TIDAKADA', '/nowhere']

const stand = await openStand()
const failures: string[] = []
const samples: Sample[] = []
let asked = 0
let answers = 0

async function sampleOf(pid: number, postgres: number, since: number): Promise<Sample> {
  return {
    hours: (elapsedMs() - since) / 3_600_000,
    postgres: await memoryTogether(await familyOf(postgres)),
    seen: {
      'memory, MB': (await memoryOf(pid)).now,
      descriptors: await descriptorsOf(pid),
      threads: await threadsOf(pid),
    },
  }
}

/** One thing after another, `perSecond`, until the time is over; what fails is counted and told. */
async function load(ending: AbortSignal, telegram: Ask, web: string): Promise<void> {
  const begun = elapsedMs()
  for (let turn = 0; !ending.aborted; turn++) {
    const person = FIRST + Math.floor(turn / 3)
    try {
      if (turn % 3 === 0) {
        await telegram({ do: 'learn', first: person, count: 1 })
        answers++
      }
      if (turn % 3 === 1) {
        const text = WORDS[person % WORDS.length] ?? ''
        await telegram({ do: 'type', text, first: person, count: 1, replies: 1 })
      }
      if (turn % 3 === 2) {
        for (const path of PATHS) await (await fetch(`${web}${path}`)).arrayBuffer()
      }
      asked++
    } catch (error) {
      failures.push(`${turn}: ${error instanceof Error ? error.message : String(error)}`)
    }
    const due = begun + ((turn + 1) / perSecond) * 1000
    if (due > elapsedMs()) await pause(due - elapsedMs(), ending)
  }
}

/** Longest wait for the last answer to be graded. */
const PATIENCE_MS = 60_000

/** What was answered is there, each of it once. */
async function allGraded(db: Db): Promise<void> {
  const started = elapsedMs()
  for (;;) {
    const [row] = await rowsOf<{ there: number; early: number }>(
      db,
      sql`select (select count(*)::int from answers) as there,
        (select count(*)::int from early_answers join polls using (poll_id)) as early`,
    )
    if (row?.there === answers) return
    if (elapsedMs() - started > PATIENCE_MS) {
      failures.push(
        `${answers} answers were given and ${row?.there} are there; ${row?.early} came ahead of their poll and stayed`,
      )
      return
    }
    await pause(500)
  }
}

type Ask = (order: Readonly<Record<string, string | number>>) => Promise<unknown>

try {
  const telegram = await openTelegram([TOKEN])
  stand.alsoClose(telegram.close)
  const people = Math.ceil((minutes * 60 * perSecond) / 3) + 1
  await telegram.open(FIRST, people)
  const { ownerUrl, appUrl } = await stand.database()
  const database = connectDatabase(ownerUrl, { max: 1, name: 'sedikit-bench' })
  stand.alsoClose(() => database.close())
  // Nothing is due by itself while it runs: the lessons are asked for.
  const dueAt = new Date(systemClock.now().getTime() + 7 * 24 * 3_600_000)
  await addCrowd(database.db, { count: people, firstId: FIRST, dueAt })
  for (const name of ['assessment.asked', 'confidence.asked'] as const) {
    await writeSetting(database.db, name, false, systemClock.now())
  }
  const [row] = await rowsOf<{ pid: number }>(database.db, sql`select pg_backend_pid() as pid`)
  const postgres = await parentOf(row?.pid ?? 0)
  const port = await freePort()
  const child = spawnStart({
    env: {
      BOT_TOKEN: TOKEN,
      TELEGRAM_API_ROOT: telegram.apiRoot,
      DATABASE_URL: appUrl,
      DATABASE_OWNER_URL: ownerUrl,
      PORT: String(port),
    },
  })
  stand.alsoClose(() => endProcess(child, 'SIGTERM'))
  await running(child)
  const ending = new AbortController()
  const loading = load(
    ending.signal,
    (order) => telegram.process.ask(order),
    `http://127.0.0.1:${port}`,
  )
  const since = elapsedMs()
  for (let n = 1; elapsedMs() - since < minutes * 60_000; n++) {
    await pause(since + n * SAMPLE_MS - elapsedMs())
    const sample = await sampleOf(child.pid ?? 0, postgres, since)
    samples.push(sample)
    console.error(JSON.stringify(sample))
  }
  ending.abort()
  await loading
  await allGraded(database.db)
} finally {
  await stand.close()
}

/** Hours from the first to the last. */
const spanOf = (points: readonly (readonly [number, number])[]): number =>
  (points.at(-1)?.[0] ?? 0) - (points[0]?.[0] ?? 0)

const judged = (Object.keys(TOLERATED) as Watched[]).map((name) => {
  const points = lastTwoThirds(samples).map(({ hours, seen }) => [hours, seen[name]] as const)
  const slope: Slope = slopeOf(points)
  return {
    name,
    first: samples[0]?.seen[name],
    last: samples.at(-1)?.seen[name],
    highest: Math.max(...samples.map(({ seen }) => seen[name])),
    perHour: slope.perUnit,
    error: slope.error,
    flat: isFlat(slope, spanOf(points), TOLERATED[name]),
  }
})
const flat = judged.every((one) => one.flat)
if (values.json) {
  console.log(
    JSON.stringify({ minutes, perSecond, asked, failures: failures.length, flat, judged, samples }),
  )
} else {
  for (const one of judged) {
    const grows = `${one.perHour.toFixed(2)} an hour, give or take ${(2 * one.error).toFixed(2)}`
    console.log(
      `${one.name}: ${one.first?.toFixed(0)} at first, ${one.last?.toFixed(0)} at last, ${one.highest.toFixed(0)} at its highest; grows by ${grows}: ${one.flat ? 'flat' : 'NOT FLAT'}`,
    )
  }
  console.log(
    `soak: ${minutes} minutes, ${asked} things asked, ${failures.length} failed: ${flat && failures.length === 0 ? 'flat' : 'NOT FLAT'}`,
  )
}
for (const failure of failures.slice(0, 5)) console.error(failure)
if (!flat || failures.length > 0) process.exitCode = 1
