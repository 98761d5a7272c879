import { inject } from 'vitest'
import { loadLessons, startApp, type App, type AppOptions } from '../../src/app.ts'
import type { Catalogue } from '../../src/content/index.ts'
import { writeSetting } from '../../src/learning/index.ts'
import { addUnit, createInvite, findRootUnit } from '../../src/people/index.ts'
import { movableClock, type MovableClock } from '../../src/platform/clock.ts'
import { parseConfig } from '../../src/platform/config.ts'
import { silentLogger } from '../../src/platform/logger.ts'
import { startSimulator, type SimulatedPerson, type Simulator } from '../../src/simulator/index.ts'
import { cloneDatabase } from './database.ts'
import { until } from './until.ts'

export type Backend = 'postgres' | 'redis'

/** The backends that a queue-facing suite runs on; where Redis is missing the setup has said so. */
export const backends: readonly Backend[] =
  inject('redisUrl') === undefined ? ['postgres'] : ['postgres', 'redis']

export interface World {
  readonly clock: MovableClock
  readonly simulator: Simulator
  readonly app: App
  /** The database, as the app's role. */
  readonly appUrl: string
  /** Starts another app on the same database, after `app.stop()` or beside it. */
  startApp(overrides?: Partial<AppOptions>): Promise<App>
  /** An invitation to the organisation's only unit. */
  invite(options?: { uses?: number; days?: number }): Promise<string>
  /** Waits until nothing is unhandled and nothing due is unsent. */
  idle(): Promise<void>
  /** Moves civil time through every due moment up to `to`, each until the ledgers are idle. */
  advance(to: string | Date): Promise<void>
  /** A person who has joined: taps through all steps and has the first lesson. */
  joined(id: number, firstName?: string): Promise<SimulatedPerson>
  close(): Promise<void>
}

export interface WorldOptions {
  readonly backend?: Backend
  readonly start?: string
  readonly lessonsDir?: string
  readonly env?: Readonly<Record<string, string>>
  readonly app?: Partial<AppOptions>
  /**
   * Whether what measures is asked (forms, surveys, how sure one is). Off where a suite is about
   * something else: its polls would stand between the lessons'.
   */
  readonly measured?: boolean
  readonly limits?: { globalPerSecond: number | null; chatPerSecond: number | null }
}

export const LESSONS = new URL('../../lessons', import.meta.url).pathname

let shippedOnce: Promise<Catalogue> | undefined

function shippedLessons(): Promise<Catalogue> {
  shippedOnce ??= loadLessons(LESSONS)
  return shippedOnce
}

/** A whole system on real Postgres (and Redis), with a simulated Telegram and a clock that stands. */
export async function openWorld(options: WorldOptions = {}): Promise<World> {
  // Monday, 09.30 in Makassar.
  const clock = movableClock(new Date(options.start ?? '2026-11-23T01:30:00Z'))
  const database = await cloneDatabase(inject('ownerUrl'), inject('appUrl'))
  const simulator = await startSimulator({
    clock,
    limits: options.limits ?? { globalPerSecond: null, chatPerSecond: null },
  })
  const redisUrl = inject('redisUrl')
  const apps: App[] = []
  const start = async (overrides: Partial<AppOptions> = {}): Promise<App> => {
    const given = [options.lessonsDir, options.app?.lessonsDir, overrides.lessonsDir]
    const shipped = given.every((folder) => folder === undefined)
    const app = await startApp({
      // Read once for all that are started here: a third of a second each.
      ...(shipped ? { catalogue: await shippedLessons() } : {}),
      config: parseConfig({
        BOT_TOKEN: '123456:demo',
        TELEGRAM_API_ROOT: simulator.url,
        DATABASE_URL: database.appUrl,
        DATABASE_OWNER_URL: database.ownerUrl,
        PORT: '0',
        SEND_RATE: '1000',
        // A journey does in a second what takes a person an hour.
        UPDATES_PER_MINUTE: 'off',
        REQUESTS_PER_MINUTE: 'off',
        ...(options.backend === 'redis' && redisUrl !== undefined ? { REDIS_URL: redisUrl } : {}),
        ...options.env,
      }),
      clock,
      log: silentLogger,
      dataDir: '/nonexistent',
      lessonsDir: options.lessonsDir ?? LESSONS,
      chatGapMs: 0,
      queuePrefix: new URL(database.appUrl).pathname.slice(1),
      // Time is moved by hand: the tick is called, not waited for.
      tickMs: 3_600_000,
      ...options.app,
      ...overrides,
    })
    apps.push(app)
    return app
  }
  const app = await start()
  if (options.measured !== true) {
    await writeSetting(app.db, 'assessment.asked', false, clock.now())
    await writeSetting(app.db, 'confidence.asked', false, clock.now())
  }
  const current = (): App => apps.at(-1) ?? app
  await addUnit(app.db, { name: 'Pemerintah Kabupaten Contoh', now: clock.now() })

  const idle = (): Promise<void> =>
    until(
      async () => simulator.pendingUpdates() === 0 && (await current().isIdle()),
      'idle ledgers',
    )
  const settle = async (): Promise<void> => {
    await current().tick()
    await idle()
  }
  const world: World = {
    clock,
    simulator,
    app,
    appUrl: database.appUrl,
    startApp: start,
    idle,
    async invite({ uses = 1000, days = 30 } = {}) {
      const unit = await findRootUnit(app.db)
      return createInvite(
        current().db,
        {
          grants: 'unit',
          unitId: unit?.id ?? null,
          maxUses: uses,
          expiresAt: new Date(clock.now().getTime() + days * 24 * 3600_000),
          createdBy: null,
        },
        clock.now(),
      )
    },
    async advance(to) {
      const target = new Date(to)
      for (;;) {
        await settle()
        const next = await current().nextDueAt()
        if (next === undefined || next > target) break
        clock.moveTo(next)
      }
      clock.moveTo(target)
      await settle()
    },
    async joined(id, firstName = 'Siti') {
      const person = simulator.person({ id, firstName, languageCode: 'id' })
      person.start(await world.invite())
      await idle()
      for (const button of ['Setuju, mulai', 'Ibu', 'Guru & pendidikan']) {
        const message = person.messages().findLast((m) => m.buttons !== undefined)
        if (message === undefined) throw new Error('nothing to tap')
        person.press(message.id, button)
        await idle()
      }
      return person
    },
    async close() {
      await Promise.all(apps.map((running) => running.stop()))
      await simulator.close()
      await database.drop()
    },
  }
  return world
}
