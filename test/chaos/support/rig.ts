import { sql } from 'drizzle-orm'
import { readFile } from 'node:fs/promises'
import { expect, inject } from 'vitest'
import { insertMessages, type NewMessage } from '../../../src/messaging/index.ts'
import { systemClock } from '../../../src/platform/clock.ts'
import { elapsedMs } from '../../../src/platform/elapsed.ts'
import { connectDatabase, rowsOf, type Db } from '../../../src/platform/db/index.ts'
import {
  DEFAULT_TOKEN,
  startSimulator,
  type Simulator,
  type SimulatorOptions,
} from '../../../src/simulator/index.ts'
import { cloneDatabase } from '../../support/database.ts'
import { end, startCommand, type Running } from '../../support/journey-process.ts'
import { hurry, note, openChats } from '../../support/ledger-notes.ts'
import { tcpProxy, type TcpProxy } from '../../support/tcp-proxy.ts'
import { until } from '../../support/until.ts'
import type { Backend } from '../../support/world.ts'
import { full, seed } from './length.ts'
import { freePort, ownPostgres, ownRedis, type OwnPostgres, type OwnRedis } from './servers.ts'
import { lineOf, peakOf, sumsOf, type LedgerRow, type Stall, type Sums } from './sums.ts'

export const WEBHOOK_SECRET = 'a-secret_of-ours'

/** A process of the app that was started as people start it: `sedikit start`. */
export interface AppProcess {
  readonly webPort: number
  /** What it wrote to its log so far. */
  log(): string
  isRunning(): boolean
  /** SIGSTOP: it lives, holds all its connections, and does nothing. */
  freeze(): void
  thaw(): void
  /** kill -9; resolves when it is gone. */
  kill(): Promise<void>
  /** Memory that it occupies, in megabytes. */
  memoryMb(): Promise<number>
}

export interface RigOptions {
  readonly backend: Backend
  readonly sendRate?: number
  readonly faults?: SimulatorOptions['faults']
  readonly limits?: SimulatorOptions['limits']
  /** A Postgres that may be killed, in the place of the one that all tests share; migrated or empty. */
  readonly ownPostgres?: 'migrated' | 'empty'
  readonly logLevel?: 'debug' | 'info'
}

export interface Rig {
  readonly simulator: Simulator
  /** Between the app and Telegram. */
  readonly telegram: TcpProxy
  /** Between the app and its database. */
  readonly database: TcpProxy
  readonly postgres: OwnPostgres | undefined
  readonly redis: OwnRedis | undefined
  readonly ownerUrl: string
  /** Past every proxy. */
  readonly db: Db
  readonly processes: readonly AppProcess[]
  /** The first that runs is where updates are pushed to. `env` over what the rig gives. */
  start(env?: Readonly<Record<string, string>>): Promise<AppProcess>
  /** People who have opened the bot; what they wrote for that is taken from Telegram's queue. */
  crowd(count: number): Promise<number[]>
  put(messages: readonly NewMessage[]): Promise<number[]>
  /** The marks of what Telegram accepted, in order, each as often as it was accepted. */
  readonly arrivals: readonly string[]
  /** When this process, and so the simulated Telegram, did not run. */
  readonly stalls: readonly Stall[]
  /** Of the messages whose marks begin with `prefix`. */
  sums(prefix?: string): Promise<Sums>
  /** Rows that a worker has leased. */
  inFlight(): Promise<number>
  /** Waits for `count` more messages than had arrived when it was called first. */
  arrived(count: number): Promise<void>
  /**
   * Does it in the very moment in which that many more messages have arrived: however slowly this
   * process gets its turn, what comes after them comes after it.
   */
  onArrival(count: number, act: () => void): void
  /** Waits until no row is on its way; in the short run backoffs and holds of the queue are cut. */
  ended(timeoutMs?: number): Promise<void>
  close(): Promise<void>
}

const DAY_MS = 24 * 3600_000

/** Elapsed milliseconds within which a process must run. */
const START_MS = 240_000

/** And within which what was broken must have come right; most of it does in a moment. */
const PATIENCE_MS = 180_000

/** A message that says its mark, for the day that the system's clock has. */
export function mail(lane: NewMessage['lane'], chatId: number, mark: string): NewMessage {
  return note(lane, chatId, mark, { notAfter: new Date(systemClock.now().getTime() + DAY_MS) })
}

/**
 * The whole system in parts that can be broken one by one: processes of the app, a Redis and perhaps
 * a Postgres of its own, proxies between, and a simulated Telegram that keeps count.
 */
export async function openRig(options: RigOptions): Promise<Rig> {
  const postgres =
    options.ownPostgres === undefined
      ? undefined
      : await ownPostgres(options.ownPostgres === 'migrated')
  const cloned =
    postgres === undefined
      ? await cloneDatabase(inject('ownerUrl'), inject('appUrl'))
      : { ...postgres, drop: () => postgres.stop() }
  const urls = { ownerUrl: cloned.ownerUrl, appUrl: cloned.appUrl }
  const redis = options.backend === 'redis' ? await ownRedis() : undefined
  const simulator = await startSimulator({
    clock: systemClock,
    seed,
    limits: options.limits ?? { globalPerSecond: null, chatPerSecond: null },
    faults: options.faults ?? [],
  })
  // Kept as they come: who looks through all of the simulator's account at every turn slows it down,
  // and what a slow Telegram receives in one moment was not sent in one.
  const arrivals: string[] = []
  const awaited = new Map<number, (() => void)[]>()
  simulator.ledger.subscribe(({ kind, text }) => {
    const mark = kind === null ? undefined : /\[([\w-]+)\]/.exec(text ?? '')?.[1]
    if (mark === undefined) return
    arrivals.push(mark)
    for (const act of awaited.get(arrivals.length) ?? []) act()
  })
  const stalls = watchStalls()
  const telegram = await tcpProxy(simulator.url)
  const database = postgres?.proxy ?? (await tcpProxy(urls.appUrl))
  const own = connectDatabase(urls.appUrl, { max: 3 })
  const processes: (AppProcess & { readonly running: Running })[] = []
  const webPort = await freePort()
  let crowded = 0

  async function start(env: Readonly<Record<string, string>> = {}): Promise<AppProcess> {
    const first = !processes.some((one) => one.isRunning() && one.webPort === webPort)
    const port = first ? webPort : await freePort()
    const running = startCommand(['start'], {
      BOT_TOKEN: DEFAULT_TOKEN,
      TELEGRAM_API_ROOT: telegram.urlThrough(simulator.url).replace(/\/$/, ''),
      DATABASE_URL: database.urlThrough(urls.appUrl),
      DATABASE_OWNER_URL: urls.ownerUrl,
      PUBLIC_URL: `http://127.0.0.1:${webPort}`,
      WEBHOOK_SECRET,
      PORT: String(port),
      SEND_RATE: String(options.sendRate ?? SEND_RATE),
      LOG_LEVEL: options.logLevel ?? 'debug',
      ...(redis === undefined ? {} : { REDIS_URL: redis.url }),
      ...env,
    })
    const one = { ...processOf(running, port), running }
    processes.push(one)
    // Several at once, on a machine that has others to serve: patience.
    await until(
      () => {
        if (!one.isRunning()) throw new Error(`ended while it started: ${one.log()}`)
        return /is running/.test(running.stdout())
      },
      'a process that runs',
      START_MS,
    )
    return one
  }

  const ledger = async (): Promise<LedgerRow[]> => {
    const rows = await rowsOf<{ mark: string; state: string; resends: number }>(
      own.db,
      sql`
      select btrim(args -> 'variables' ->> 'most', '[]') as mark, state, uncertain_resends as resends
      from outbox where kind = 'note' and args ->> 'key' = 'name-too-long'`,
    )
    return rows
  }

  return {
    simulator,
    telegram,
    database,
    postgres,
    redis,
    ownerUrl: urls.ownerUrl,
    db: own.db,
    processes,
    arrivals,
    stalls: stalls.seen,
    start,
    async crowd(count) {
      const ids = openChats(simulator, 10_000 + crowded, count)
      crowded += count
      if (!processes.some((one) => one.isRunning())) await confirmAll(simulator)
      return ids
    },
    put: (messages) => insertMessages(own.db, messages, { now: systemClock.now() }),
    async sums(prefix = '') {
      const rows = await ledger()
      return sumsOf(
        rows.filter(({ mark }) => mark.startsWith(prefix)),
        arrivals.filter((mark) => mark.startsWith(prefix)),
      )
    },
    async inFlight() {
      const [row] = await rowsOf<{ n: number }>(
        own.db,
        sql`select count(*)::int as n from outbox where state = 'sending'`,
      )
      return row?.n ?? 0
    },
    async arrived(count) {
      const goal = arrivals.length + count
      await until(() => arrivals.length >= goal, `${count} messages that arrive`, PATIENCE_MS)
    },
    onArrival(count, act) {
      const at = arrivals.length + count
      awaited.set(at, [...(awaited.get(at) ?? []), act])
    },
    ended: (timeoutMs = PATIENCE_MS) =>
      until(
        async () => {
          if (!full) await hurry(own.db, true)
          const [row] = await rowsOf<{ open: boolean }>(
            own.db,
            sql`select exists (select from outbox where state in ('pending', 'sending')) as open`,
          )
          return row?.open === false
        },
        'an end of every row',
        timeoutMs,
      ),
    async close() {
      stalls.stop()
      await Promise.all(processes.map(({ running }) => end(running)))
      await own.close()
      await telegram.close()
      await simulator.close()
      await redis?.stop()
      if (postgres === undefined) await database.close()
      await cloned.drop()
    },
  }
}

const PROBE_MS = 10

/** Looks at itself so often that what it misses is no more than a network's jitter. */
function watchStalls(): { readonly seen: readonly Stall[]; stop(): void } {
  const seen: Stall[] = []
  let last = elapsedMs()
  const probe = setInterval(() => {
    const now = elapsedMs()
    if (now - last > 3 * PROBE_MS) seen.push({ from: last, to: now })
    last = now
  }, PROBE_MS)
  return {
    seen,
    stop: () => {
      clearInterval(probe)
    },
  }
}

function processOf(running: Running, webPort: number): AppProcess {
  const { process: child } = running
  const isRunning = (): boolean => child.exitCode === null && child.signalCode === null
  return {
    webPort,
    isRunning,
    log: () => running.stdout() + running.stderr(),
    freeze: () => void child.kill('SIGSTOP'),
    thaw: () => void child.kill('SIGCONT'),
    async kill() {
      child.kill('SIGKILL')
      await running.finished
    },
    async memoryMb() {
      const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '')
      return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024
    },
  }
}

/** Telegram forgets what is confirmed: what the crowd wrote to be reachable is not this test's matter. */
async function confirmAll(simulator: Simulator): Promise<void> {
  const api = `${simulator.url}/bot${DEFAULT_TOKEN}/getUpdates`
  const answer = (await (await fetch(`${api}?offset=-1`)).json()) as {
    result: { update_id: number }[]
  }
  const [last] = answer.result
  if (last !== undefined) await fetch(`${api}?offset=${last.update_id + 1}`)
}

/** The default of `SEND_RATE`, and what Telegram takes in a second without a 429. */
const SEND_RATE = 28
export const TELEGRAMS_LIMIT = 30

/** The moments are those of arrival, on a machine whose processes wait for each other. */
const JITTER = 1.1

export interface Promises {
  /** Messages in any sliding second; not asserted where it is left out. */
  readonly limit?: number
  /** Of the messages whose marks begin with it; of all where it is left out. */
  readonly prefix?: string
}

/** What the suite is about: nothing lost, nothing twice but by policy, pace kept, no token told. */
export async function expectAllAccounted(
  rig: Rig,
  name: string,
  { limit, prefix }: Promises = {},
): Promise<Sums> {
  const sums = await rig.sums(prefix)
  const moments = rig.simulator.ledger.entries({ sent: true }).map(({ elapsed }) => elapsed)
  const peak = peakOf(moments, rig.stalls)
  console.log(`${name}: ${lineOf(sums)}; busiest second ${peak}; seed ${seed}`)
  expect(sums).toMatchObject({ open: 0, lost: 0, unaccounted: 0 })
  expect(sums.duplicates).toBeLessThanOrEqual(sums.resent)
  if (limit !== undefined) expect(peak).toBeLessThanOrEqual(limit * JITTER)
  const secret = DEFAULT_TOKEN.split(':')[1] ?? DEFAULT_TOKEN
  for (const one of rig.processes) expect(one.log()).not.toContain(`:${secret}`)
  return sums
}
