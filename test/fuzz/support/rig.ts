import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { Api } from 'grammy'
import { createReceive } from '../../../src/app/receive.ts'
import { lockInvitesOf, VOTE } from '../../../src/bot/index.ts'
import { createInboxRunner, describeUpdate } from '../../../src/messaging/index.ts'
import { connectDatabase, rowsOf, type Db } from '../../../src/platform/db/index.ts'
import { createLogger } from '../../../src/platform/logger.ts'
import { bareHandler } from '../../support/bare-handler.ts'
import { until } from '../../support/until.ts'
import type { World } from '../../support/world.ts'
import type { Cast } from './cast.ts'
import { updatesOf, type Fields } from './updates.ts'

/** Of another bot than the world's: its own inbox leaves these updates alone. */
const BOT_ID = 777

/** Updates that come together, as long polling brings them. */
const TOGETHER = 100

/** What may wait in the inbox before the next are made. */
const AHEAD = 500

export interface Fed {
  /** By kind, as they were made. */
  readonly kinds: Readonly<Record<string, number>>
  /** Different updates that can be told to be such: what has to stand in the inbox. */
  readonly stored: number
  /** What handling said to the log: warnings and errors, by their words. */
  readonly said: Readonly<Record<string, number>>
  readonly unhandled: readonly unknown[]
}

interface LogLine {
  readonly level: number
  readonly msg: string
  readonly err?: { readonly message?: string; readonly stack?: string }
}

const WARN = 40

/**
 * Feeds updates to the bot as they come from Telegram: received, masked, stored, handled in
 * transactions side by side, on a real Postgres. Only nothing is sent.
 */
export async function feed(
  world: World,
  cast: Cast,
  {
    count,
    seed,
    firstId,
  }: { readonly count: number; readonly seed: number; readonly firstId: number },
): Promise<Fed> {
  const kinds: Record<string, number> = {}
  const said: Record<string, number> = {}
  const ids = new Set<number>()
  const unhandled: unknown[] = []
  const onUnhandled = (reason: unknown): void => {
    unhandled.push(reason)
  }
  process.on('unhandledRejection', onUnhandled)
  const log = createLogger('warn', {
    write(line) {
      const { level, msg, err } = JSON.parse(line) as LogLine
      const where = err?.stack?.split('\n').find((frame) => frame.includes('/src/')) ?? ''
      const words =
        err?.message === undefined ? msg : `${msg}: ${err.message.slice(0, 120)} ${where.trim()}`
      if (level >= WARN) said[words] = (said[words] ?? 0) + 1
    },
  })
  const api = new Api('123456:demo')
  // A button's spinner is taken away by a call; here it goes nowhere.
  api.config.use(() => Promise.resolve({ ok: true, result: true } as never))
  const database = connectDatabase(world.appUrl, { max: 8 })
  const runner = createInboxRunner({
    db: database.db,
    clock: world.clock,
    botId: BOT_ID,
    handle: await bareHandler(world.clock, { log, api }),
    prepare: lockInvitesOf,
    sendReplies: () => Promise.resolve(),
    log,
    lanes: [
      { only: [VOTE], batch: 128, concurrency: 2 },
      { except: [VOTE], batch: 16, concurrency: 4 },
    ],
  })
  const receive = createReceive({
    botId: BOT_ID,
    clock: world.clock,
    log,
    config: { updatesPerMinute: Number.POSITIVE_INFINITY, dataSecret: 'x'.repeat(32) },
    toHandle: { ring: () => runner.wake() },
    counts: { received: () => undefined },
    infrastructure: { intake: { db: database.db } },
  })
  runner.start()
  try {
    const updates = updatesOf(cast)
    for (let done = 0; done < count; done += TOGETHER) {
      const made = fc.sample(updates, {
        seed: seed + done,
        numRuns: Math.min(TOGETHER, count - done),
      })
      const numbered = made.map((update, n) => numberedUpdate(update, firstId + done + n))
      for (const update of numbered) {
        const kind = Object.keys(update).find((key) => key !== 'update_id') ?? 'nothing'
        kinds[kind] = (kinds[kind] ?? 0) + 1
        const described = describeUpdate(update)
        if (described !== undefined) ids.add(described.updateId)
      }
      await receive(numbered)
      // Telegram repeats what it has no answer to.
      if (done % 1000 === 0) await receive(numbered.slice(0, 10))
      world.clock.moveTo(new Date(world.clock.now().getTime() + 30_000))
      await until(async () => (await waiting(database.db)) < AHEAD, 'the inbox to be worked off')
    }
    await until(async () => (await waiting(database.db)) === 0, 'an empty inbox', 120_000)
  } finally {
    await runner.stop()
    await database.close()
    process.off('unhandledRejection', onUnhandled)
  }
  return { kinds, stored: ids.size, said, unhandled }
}

/** As it comes over the wire: what is no JSON is gone. */
function numberedUpdate(update: Fields, id: number): Fields {
  return JSON.parse(JSON.stringify({ update_id: id, ...update })) as Fields
}

async function waiting(db: Db): Promise<number> {
  const [row] = await rowsOf<{ n: number }>(
    db,
    sql`select count(*)::int as n from inbox where state = 'new'`,
  )
  return row?.n ?? 0
}
