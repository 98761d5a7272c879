/**
 * What an organisation of 6,000 needs on one working morning: everybody's lesson with its quiz, sent
 * with the limits off, then everybody's answer within the same moment. Once as one process with the
 * queues on Postgres, as `npm start` runs it; once as bot, worker and web with Redis beside them, as
 * compose.yaml does. Memory of all processes together, Postgres' and Redis' included (what they share
 * counts once); seconds of the processor; what the database grew by, and what that makes of a year.
 * The simulated Telegram is a process of its own and is not counted.
 *
 *     node bench/sizing.ts [--people 6000] [--shape one|parts] [--patience 110] [--json]
 *
 * `--patience` seconds are given to each of its waits; a machine that is busy may need more.
 * Linux only: it reads /proc.
 */
import { parseArgs } from 'node:util'
import { sql } from 'drizzle-orm'
import type { Role } from '../src/app.ts'
import { connectDatabase, rowsOf, type Db } from '../src/platform/db/index.ts'
import { elapsedMs, pause } from '../src/platform/elapsed.ts'
import { addCrowd } from '../test/support/crowd.ts'
import { openContender, type Contender } from './support/contender.ts'
import { figure, report, type Figure } from './support/figure.ts'
import { CIVIL_START, LESSONS, START_FLAGS, UNLIMITED } from './support/ours.ts'
import { familyOf, memoryTogether, parentOf, processorTogether } from './support/processes.ts'
import { openStand, type Stand } from './support/stand.ts'
import { openTelegram, type Telegram } from './support/telegram.ts'

const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '6000' },
    shape: { type: 'string' },
    patience: { type: 'string', default: '110' },
    json: { type: 'boolean', default: false },
  },
})
const people = Number(values.people)

const TOKEN = '123456:demo'
const FIRST = 1_000_000

/** What is judged: a machine of two cores and 2 GB, of which the system itself takes a part. */
const MACHINE_MB = 2048
const FOR_ALL_MB = 1536

/** Bulk messages a second that SEND_RATE lets through where nothing is set. */
const SEND_RATE = 28

const WORKING_DAYS = 240
/** Of RETENTION_MESSAGES_DAYS (90), those on which anything is sent. */
const KEPT_DAYS = 64

const SAMPLE_MS = 500
/** Longest wait for the outbox to be empty: on a quiet machine it takes less than half a minute. */
const PATIENCE_MS = Number(values.patience) * 1000

const shapes = { one: [undefined], parts: [['bot'], ['worker'], ['web']] } as const
type Shape = keyof typeof shapes
const names = { one: 'one process', parts: 'bot, worker and web, with Redis' } as const

interface Running {
  readonly ours: readonly Contender[]
  readonly postgres: number
  readonly redis: number | undefined
  readonly db: Db
}

async function open(stand: Stand, telegram: Telegram, shape: Shape): Promise<Running> {
  const { ownerUrl, appUrl } = await stand.database()
  const ours: Contender[] = []
  for (const only of shapes[shape] as readonly (readonly Role[] | undefined)[]) {
    const settings = {
      token: TOKEN,
      apiRoot: telegram.apiRoot,
      sendRate: UNLIMITED,
      appUrl,
      ownerUrl,
      lessonsDir: LESSONS,
      civilStart: CIVIL_START,
      ...(shape === 'parts' ? { redisUrl: stand.redisUrl } : {}),
      ...(only === undefined ? {} : { only: [...only] }),
    }
    const one = await openContender('app.ts', settings, START_FLAGS)
    ours.push(one)
    stand.alsoClose(() => one.close())
  }
  const database = connectDatabase(ownerUrl, { max: 1, name: 'sedikit-bench' })
  stand.alsoClose(() => database.close())
  const [row] = await rowsOf<{ pid: number }>(database.db, sql`select pg_backend_pid() as pid`)
  return {
    ours,
    postgres: await parentOf(row?.pid ?? 0),
    redis: shape === 'parts' ? stand.redisPid : undefined,
    db: database.db,
  }
}

interface Look {
  readonly ours: number
  readonly postgres: number
  readonly redis: number
}

async function look(running: Running): Promise<Look> {
  return {
    ours: await memoryTogether(running.ours.map(({ pid }) => pid)),
    postgres: await memoryTogether(await familyOf(running.postgres)),
    redis: running.redis === undefined ? 0 : await memoryTogether([running.redis]),
  }
}

const total = ({ ours, postgres, redis }: Look): number => ours + postgres + redis

/** Looks again and again until it is told to end. @returns the look with the most memory in all */
async function highest(running: Running, ending: AbortSignal): Promise<Look> {
  let most = await look(running)
  while (!ending.aborted) {
    await pause(SAMPLE_MS, ending)
    const now = await look(running)
    if (total(now) > total(most)) most = now
  }
  return most
}

async function processor(running: Running): Promise<{ ours: number; postgres: number }> {
  return {
    ours: await processorTogether(running.ours.map(({ pid }) => pid)),
    postgres: await processorTogether(await familyOf(running.postgres)),
  }
}

interface Disk {
  /** Bytes of the tables of messages and updates, which are kept for some months. */
  readonly messages: number
  /** Bytes of everything else. */
  readonly rest: number
  /** Bytes that went through the write-ahead log since the server began. */
  readonly log: number
}

async function disk(db: Db): Promise<Disk> {
  const [row] = await rowsOf<{ messages: string; rest: string; log: string }>(
    db,
    sql`
    select
      coalesce(sum(pg_total_relation_size(oid)) filter (where relname ~ '^(outbox|inbox)'), 0)::text
        as messages,
      coalesce(sum(pg_total_relation_size(oid)) filter (where relname !~ '^(outbox|inbox)'), 0)::text
        as rest,
      pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::text as log
    from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`,
  )
  return {
    messages: Number(row?.messages),
    rest: Number(row?.rest),
    log: Number(row?.log),
  }
}

async function drained(db: Db): Promise<void> {
  const started = elapsedMs()
  for (;;) {
    const [row] = await rowsOf<{ waiting: number; sent: number }>(
      db,
      sql`select count(*) filter (where state in ('pending', 'sending'))::int as waiting,
        count(*) filter (where state = 'sent')::int as sent from outbox`,
    )
    if (row?.waiting === 0 && row.sent > 0) return
    if (elapsedMs() - started > PATIENCE_MS) throw new Error(`${row?.waiting} messages still wait`)
    await pause(SAMPLE_MS / 2)
  }
}

async function measure(shape: Shape): Promise<Figure[]> {
  const stand = await openStand()
  try {
    const telegram = await openTelegram([TOKEN])
    stand.alsoClose(telegram.close)
    await telegram.open(FIRST, people)
    const running = await open(stand, telegram, shape)
    const idle = await look(running)
    const before = await processor(running)
    const ending = new AbortController()
    const most = highest(running, ending.signal)
    const begun = elapsedMs()
    await addCrowd(running.db, { count: people, firstId: FIRST, dueAt: new Date(CIVIL_START) })
    const diskBefore = await disk(running.db)
    await running.ours[shape === 'one' ? 0 : 1]?.ask({ do: 'tick' })
    await drained(running.db)
    const deliveredS = (elapsedMs() - begun) / 1000
    const votes = {
      token: TOKEN,
      first: FIRST,
      count: people,
      perSecond: 0,
      patienceMs: PATIENCE_MS,
    }
    const answered = await telegram.process.ask({ do: 'vote', ...votes })
    if (answered['replies'] !== people) {
      throw new Error(`${answered['replies']} of ${people} were answered`)
    }
    await drained(running.db)
    ending.abort()
    const [after, diskAfter, high] = [await processor(running), await disk(running.db), await most]
    const sent = await telegram.accepted()
    return figuresOf({
      shape,
      idle,
      high,
      before,
      after,
      diskBefore,
      diskAfter,
      deliveredS,
      sent,
      answered,
    })
  } finally {
    await stand.close()
  }
}

interface Seen {
  readonly shape: Shape
  readonly idle: Look
  readonly high: Look
  readonly before: { ours: number; postgres: number }
  readonly after: { ours: number; postgres: number }
  readonly diskBefore: Disk
  readonly diskAfter: Disk
  readonly deliveredS: number
  readonly sent: number
  readonly answered: Readonly<Record<string, number>>
}

function figuresOf(seen: Seen): Figure[] {
  const { shape, idle, high, before, after, diskBefore, diskAfter } = seen
  const name = (what: string): string => `sizing for ${people}, ${what}, ${names[shape]}`
  const backend = shape === 'one' ? 'postgres' : 'redis'
  const rounded = (look: Look): Record<string, number> => ({
    'MB of ours': Math.round(look.ours),
    'of Postgres': Math.round(look.postgres),
    'of Redis': Math.round(look.redis),
  })
  const messages = (diskAfter.messages - diskBefore.messages) / 1e6
  const rest = (diskAfter.rest - diskBefore.rest) / 1e6
  const ours = after.ours - before.ours
  const postgres = after.postgres - before.postgres
  return [
    figure({
      name: name('memory idle'),
      unit: 'MB',
      backend,
      values: [total(idle)],
      notes: rounded(idle),
    }),
    figure({
      name: name('memory at its highest'),
      unit: 'MB',
      backend,
      values: [total(high)],
      goal: `under ${FOR_ALL_MB} of a machine's ${MACHINE_MB} MB`,
      meets: ({ value }) => value < FOR_ALL_MB,
      notes: rounded(high),
    }),
    figure({
      name: name('processor for the morning'),
      unit: 's of one core',
      backend,
      values: [ours + postgres],
      goal: `under a fifth of two cores while SEND_RATE's ${SEND_RATE} a second send it`,
      meets: ({ value }) => value < ((2 * people) / SEND_RATE) * 2 * 0.2,
      notes: { ours: Math.round(ours), Postgres: Math.round(postgres) },
    }),
    figure({
      name: name('delivered, limits off'),
      unit: 's to lesson and quiz on every phone',
      backend,
      values: [seen.deliveredS],
      notes: {
        'messages in all': seen.sent,
        [`minutes at ${SEND_RATE} a second`]: Math.round((2 * people) / SEND_RATE / 6) / 10,
        's until every answer had its reply': Math.round((seen.answered['ms'] ?? 0) / 100) / 10,
      },
    }),
    figure({
      name: name('growth of the database'),
      unit: 'MB a working day',
      backend,
      values: [messages + rest],
      notes: {
        'of it messages, kept for 90 days': Math.round(messages * 10) / 10,
        'MB of log written': Math.round((diskAfter.log - diskBefore.log) / 1e5) / 10,
        'MB after a year': Math.round(messages * KEPT_DAYS + rest * WORKING_DAYS),
      },
    }),
  ]
}

const wanted = (Object.keys(shapes) as Shape[]).filter(
  (shape) => values.shape === undefined || values.shape === shape,
)
const figures: Figure[] = []
for (const shape of wanted) figures.push(...(await measure(shape)))
report(figures, values.json)
if (figures.some(({ met }) => met === false)) process.exitCode = 1
