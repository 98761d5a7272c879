/**
 * Memory of the one Node process of `npm start`, all roles in it: idle, a minute after its start, and
 * while it answers as fast as it can; and how long it takes to start. Both sizes: embedded Postgres
 * with the queues on it, and a Postgres and a Redis that are named. Each has a copy of the program,
 * so that nobody's `.data` is touched. They are started one after another and are idle together.
 *
 *     node bench/footprint.ts [--rounds 5] [--idle 60] [--full] [--json]
 *
 * `--full` has each answer 20,000 messages instead of 2,000. Linux only: it reads /proc.
 */
import { cp, mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { pause } from '../src/platform/elapsed.ts'
import { removeEmbeddedPostgres } from '../src/platform/embedded/index.ts'
import { figure, report, type Figure } from './support/figure.ts'
import { openStand, type Stand } from './support/stand.ts'
import { endProcess, memoryOf, running, spawnStart, type Memory } from './support/started.ts'
import { openTelegram, type Telegram } from './support/telegram.ts'

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    idle: { type: 'string', default: '60' },
    full: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
})
const rounds = Number(values.rounds)
const idleMs = Number(values.idle) * 1000
const replies = values.full ? 20_000 : 2000

const FIRST = 1_000_000
const PEOPLE = 500

type Size = 'small' | 'large'

interface Measured {
  readonly size: Size
  readonly startMs: number
  readonly idle: Memory
  readonly busy: Memory
}

interface Program {
  readonly size: Size
  readonly telegram: Telegram
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

/** Started twice: the first start makes the database and compiles, the second is what counts. */
async function openProgram(stand: Stand, size: Size, root: string): Promise<Program> {
  await copyProgram(root)
  const token = '123456:demo'
  const telegram = await openTelegram([token])
  // Telegram's pace would hold the answers back; memory is what is asked.
  const env = {
    BOT_TOKEN: token,
    TELEGRAM_API_ROOT: telegram.apiRoot,
    SEND_RATE: '1000',
    ...(size === 'large' ? await largeEnv(stand) : {}),
  }
  const first = spawnStart({ root, env })
  const processes = [first]
  stand.alsoClose(async () => {
    for (const one of processes) await endProcess(one, 'SIGTERM')
    if (size === 'small') await removeEmbeddedPostgres(join(root, '.data/postgres'))
  })
  stand.alsoClose(telegram.close)
  await running(first)
  await endProcess(first, 'SIGTERM')
  const second = spawnStart({ root, env })
  processes.push(second)
  const startMs = await running(second)
  return { size, telegram, pid: second.pid ?? 0, startMs, since: performance.now() }
}

async function largeEnv(stand: Stand): Promise<Record<string, string>> {
  const { ownerUrl, appUrl } = await stand.database()
  return { DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl, REDIS_URL: stand.redisUrl }
}

/** Idle first, then with everybody writing to it, four replies each. */
async function measureOne({ size, telegram, pid, startMs, since }: Program): Promise<Measured> {
  await pause(since + idleMs - performance.now())
  const idle = await memoryOf(pid)
  const rest = { first: FIRST, count: PEOPLE }
  for (let left = replies; left > 0; left -= PEOPLE) {
    await telegram.process.ask({ do: 'type', text: '/bantuan', replies: PEOPLE, ...rest })
  }
  return { size, startMs, idle, busy: await memoryOf(pid) }
}

async function measure(): Promise<Figure[]> {
  const stand = await openStand()
  const folder = await mkdtemp(join(tmpdir(), 'sedikit-footprint-'))
  stand.alsoClose(() => rm(folder, { recursive: true, force: true }))
  const programs: Program[] = []
  try {
    for (let round = 0; round < rounds; round++) {
      for (const size of ['small', 'large'] as const) {
        programs.push(await openProgram(stand, size, join(folder, `${size}-${round}`)))
      }
    }
    const measured: Measured[] = []
    for (const program of programs) measured.push(await measureOne(program))
    return (['small', 'large'] as const).flatMap((size) =>
      figuresOf(
        size,
        measured.filter((one) => one.size === size),
      ),
    )
  } finally {
    await stand.close()
  }
}

function figuresOf(size: Size, measured: readonly Measured[]): Figure[] {
  const backend = size === 'small' ? 'postgres' : 'redis'
  const name = size === 'small' ? 'embedded Postgres' : 'Postgres and Redis'
  return [
    figure({
      name: `footprint, idle, ${name}`,
      unit: `MB, ${values.idle} s after the start`,
      backend,
      values: measured.map(({ idle }) => idle.now),
      goal: 'under 150 MB',
      meets: ({ value }) => value < 150,
      notes: { 'highest MB until then': Math.max(...measured.map(({ idle }) => idle.highest)) },
    }),
    figure({
      name: `footprint, after ${replies} answers, ${name}`,
      unit: 'MB at its highest',
      backend,
      values: measured.map(({ busy }) => busy.highest),
    }),
    figure({
      name: `footprint, start, ${name}`,
      unit: 's to "is running"',
      backend,
      values: measured.map(({ startMs }) => startMs / 1000),
    }),
  ]
}

report(await measure(), values.json)
