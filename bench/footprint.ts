/**
 * Memory of the one Node process of `npm start`, all roles in it: idle, a minute after its start, and
 * while it answers as fast as it can; and how long it takes to start. Both sizes: embedded Postgres
 * with the queues on it, and a Postgres and a Redis that are named. Each has a copy of the program,
 * so that nobody's `.data` is touched. They are started one after another, are idle together, each
 * looked at when its minute is over, and are loaded only when all have been.
 *
 *     node bench/footprint.ts [--rounds 5] [--loaded 2] [--idle 60] [--full] [--json]
 *
 * `--loaded` of the rounds are loaded, one of each size side by side. `--full` loads all of them, and
 * has each answer 20,000 messages instead of 2,000. Linux only: it reads /proc.
 */
import type { ChildProcess } from 'node:child_process'
import { cp, mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { pause } from '../src/platform/elapsed.ts'
import { removeEmbeddedPostgres } from '../src/platform/embedded/index.ts'
import { figure, report, type Figure } from './support/figure.ts'
import { sideBySide } from './support/side-by-side.ts'
import { openStand, type Stand } from './support/stand.ts'
import { endProcess, memoryOf, running, spawnStart, type Memory } from './support/started.ts'
import { openTelegram, type Telegram } from './support/telegram.ts'

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    loaded: { type: 'string' },
    idle: { type: 'string', default: '60' },
    full: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
})
const rounds = Number(values.rounds)
const loaded = Number(values.loaded ?? (values.full ? values.rounds : 2))
const idleMs = Number(values.idle) * 1000
const replies = values.full ? 20_000 : 2000

const FIRST = 1_000_000
const PEOPLE = 500

/** As many as a Redis has by default. */
const REDIS_DATABASES = 16

/** First starts side by side; they are not timed. */
const AT_ONCE = 4

type Size = 'small' | 'large'
const sizes: readonly Size[] = ['small', 'large']

interface Place {
  readonly size: Size
  readonly round: number
  readonly root: string
}

/** A copy of the program, with what it is started with; what it compiled and its database are there. */
interface Installed {
  readonly size: Size
  readonly root: string
  readonly env: Readonly<Record<string, string>>
  readonly telegram: Telegram
}

interface Program extends Installed {
  readonly child: ChildProcess
  readonly pid: number
  readonly startMs: number
  readonly since: number
}

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const PARTS = ['bin', 'src', 'drizzle', 'lessons', 'package.json'] as const

async function copyProgram(root: string): Promise<void> {
  for (const part of PARTS) {
    await cp(join(ROOT, part), join(root, part), { recursive: true })
  }
  await symlink(join(ROOT, 'node_modules'), join(root, 'node_modules'))
}

/** The first start makes the database and compiles; the second, which counts, finds both. */
async function install(stand: Stand, { size, round, root }: Place): Promise<Installed> {
  await copyProgram(root)
  const token = '123456:demo'
  const telegram = await openTelegram([token])
  stand.alsoClose(telegram.close)
  // Telegram's pace would hold the answers back; memory is what is asked.
  const env = {
    BOT_TOKEN: token,
    TELEGRAM_API_ROOT: telegram.apiRoot,
    SEND_RATE: '1000',
    ...(size === 'large' ? await largeEnv(stand, round) : {}),
  }
  if (size === 'small') stand.alsoClose(() => removeEmbeddedPostgres(join(root, '.data/postgres')))
  const first = spawnStart({ root, env })
  stand.alsoClose(() => endProcess(first, 'SIGTERM'))
  await running(first)
  await endProcess(first, 'SIGTERM')
  return { size, root, env, telegram }
}

async function start(stand: Stand, installed: Installed): Promise<Program> {
  const child = spawnStart(installed)
  stand.alsoClose(() => endProcess(child, 'SIGTERM'))
  const startMs = await running(child)
  return { ...installed, child, pid: child.pid ?? 0, startMs, since: performance.now() }
}

/** Databases of their own, of Redis too: those that share a queue would do each other's work. */
async function largeEnv(stand: Stand, round: number): Promise<Record<string, string>> {
  const { ownerUrl, appUrl } = await stand.database()
  const redisUrl = new URL(`/${round % REDIS_DATABASES}`, stand.redisUrl).href
  return { DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl, REDIS_URL: redisUrl }
}

async function idleMemory({ pid, since }: Program): Promise<Memory> {
  await pause(since + idleMs - performance.now())
  return memoryOf(pid)
}

/** Everybody writes to it, again and again. */
async function busyMemory({ pid, telegram }: Program): Promise<Memory> {
  const rest = { first: FIRST, count: PEOPLE }
  for (let left = replies; left > 0; left -= PEOPLE) {
    await telegram.process.ask({ do: 'type', text: '/bantuan', replies: PEOPLE, ...rest })
  }
  return memoryOf(pid)
}

async function measure(): Promise<Figure[]> {
  const stand = await openStand()
  const folder = await mkdtemp(join(tmpdir(), 'sedikit-footprint-'))
  stand.alsoClose(() => rm(folder, { recursive: true, force: true }))
  try {
    const places = Array.from({ length: rounds }, (_, round) =>
      sizes.map((size): Place => ({ size, round, root: join(folder, `${size}-${round}`) })),
    ).flat()
    const installed: Installed[] = []
    await sideBySide(AT_ONCE, places.length, async (index) => {
      const place = places[index]
      if (place !== undefined) installed[index] = await install(stand, place)
    })
    const programs: Program[] = []
    for (const one of installed) programs.push(await start(stand, one))
    const idle = await Promise.all(programs.map(idleMemory))
    const busy: Memory[] = []
    for (let first = 0; first < loaded * sizes.length; first += sizes.length) {
      const round = programs.slice(first, first + sizes.length)
      busy.push(...(await Promise.all(round.map(busyMemory))))
    }
    await Promise.all(programs.map(({ child }) => endProcess(child, 'SIGTERM')))
    return sizes.flatMap((size) => {
      const isOf = (_: unknown, index: number): boolean => programs[index]?.size === size
      return figuresOf(size, {
        startMs: programs.filter(isOf).map(({ startMs }) => startMs),
        idle: idle.filter(isOf),
        busy: busy.filter(isOf),
      })
    })
  } finally {
    await stand.close()
  }
}

interface Measured {
  readonly startMs: readonly number[]
  readonly idle: readonly Memory[]
  readonly busy: readonly Memory[]
}

function figuresOf(size: Size, { startMs, idle, busy }: Measured): Figure[] {
  const backend = size === 'small' ? 'postgres' : 'redis'
  const name = size === 'small' ? 'embedded Postgres' : 'Postgres and Redis'
  return [
    figure({
      name: `footprint, idle, ${name}`,
      unit: `MB, ${values.idle} s after the start`,
      backend,
      values: idle.map(({ now }) => now),
      goal: 'under 150 MB',
      meets: ({ value }) => value < 150,
      notes: { 'highest MB until then': Math.max(...idle.map(({ highest }) => highest)) },
    }),
    figure({
      name: `footprint, after ${replies} answers, ${name}`,
      unit: 'MB at its highest',
      backend,
      values: busy.map(({ highest }) => highest),
    }),
    figure({
      name: `footprint, start, ${name}`,
      unit: 's to "is running"',
      backend,
      values: startMs.map((ms) => ms / 1000),
    }),
  ]
}

report(await measure(), values.json)
