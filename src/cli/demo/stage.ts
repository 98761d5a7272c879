import { randomInt } from 'node:crypto'
import { join } from 'node:path'
import { openDatabases, startApp, type App, type Databases } from '../../app.ts'
import { movableClock, type MovableClock } from '../../platform/clock.ts'
import type { Config } from '../../platform/config.ts'
import { removeEmbeddedPostgres } from '../../platform/embedded/index.ts'
import type { Logger } from '../../platform/logger.ts'
import {
  DEFAULT_TOKEN,
  startSimulator,
  type MemoryBounds,
  type Route,
  type Simulator,
} from '../../simulator/index.ts'
import { LESSONS_DIR } from '../paths.ts'
import { botConfig } from './bot-config.ts'

/** The demo's own token; it takes no other. */
export const DEMO_TOKEN = DEFAULT_TOKEN

/** Bulk messages a second: the most that can be set, and far above Telegram's 30. */
export const SEND_RATE = 1000

/** Telegram's limits are lifted: weeks are to pass in seconds. */
const NO_LIMITS = { globalPerSecond: null, chatPerSecond: null }

/**
 * What a demo's database need not do: survive a power cut. Without it a week of a thousand people
 * passes in about half the time.
 */
const THROWAWAY = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }

export interface StageOptions {
  /** Civil time at which the demo begins. */
  readonly start: Date
  readonly seed: number
  /** Keeps what an earlier demo left in its database. */
  readonly keep: boolean
  /** Takes up the lessons whenever their files change. */
  readonly watch: boolean
  readonly dataDir: string
  readonly log: Logger
}

/** Telegram, simulated, on a clock that is moved by hand. */
export interface Telegram {
  readonly clock: MovableClock
  readonly simulator: Simulator
}

export async function openTelegram(
  options: StageOptions,
  at: {
    readonly host?: string
    readonly port?: number
    readonly routes?: readonly Route[]
    readonly memory?: Partial<MemoryBounds>
  } = {},
): Promise<Telegram> {
  const clock = movableClock(options.start)
  const { host, port, routes, memory } = at
  const simulator = await startSimulator({
    clock,
    tokens: [DEMO_TOKEN],
    limits: NO_LIMITS,
    // A kept database knows ids that the same seed would give out again.
    seed: options.keep ? randomInt(2 ** 31) : options.seed,
    ...(host === undefined ? {} : { host }),
    ...(port === undefined ? {} : { port }),
    ...(routes === undefined ? {} : { routes }),
    ...(memory === undefined ? {} : { memory }),
  })
  return { clock, simulator }
}

/** The database of a demo, which outlives its bot. */
export async function openStore(options: StageOptions, telegram: Telegram): Promise<Databases> {
  const { dataDir, keep, log } = options
  if (!keep) await removeEmbeddedPostgres(join(dataDir, 'postgres'))
  return openDatabases({ config: configOf(telegram), dataDir, log, postgresSettings: THROWAWAY })
}

function configOf({ simulator }: Telegram): Config {
  return botConfig({ token: DEMO_TOKEN, telegramApiRoot: simulator.url, sendRate: SEND_RATE })
}

/** The whole app on its embedded parts, talking to the simulated Telegram. */
export async function openApp(options: StageOptions, telegram: Telegram): Promise<App> {
  const { dataDir, keep, log } = options
  if (!keep) await removeEmbeddedPostgres(join(dataDir, 'postgres'))
  return startApp({
    config: configOf(telegram),
    clock: telegram.clock,
    log,
    dataDir,
    lessonsDir: LESSONS_DIR,
    watchLessons: options.watch,
    chatGapMs: 0,
    // Civil time is moved by hand, and whoever moves it calls the tick.
    tickMs: 3_600_000,
    postgresSettings: THROWAWAY,
  })
}
