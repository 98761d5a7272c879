import { sql } from 'drizzle-orm'
import { inject } from 'vitest'
import { limitsOf, preparePace, type createSender, type Ended } from '../../src/messaging/index.ts'
import { movableClock, type MovableClock } from '../../src/platform/clock.ts'
import { connectDatabase, type Db } from '../../src/platform/db/index.ts'
import { silentLogger } from '../../src/platform/logger.ts'
import { createTelegram, type CallOutcome } from '../../src/platform/telegram/index.ts'
import { cloneDatabase } from './database.ts'

/** The bot of the default token 123456:demo. */
export const BOT_ID = 123_456

export interface LedgerRig {
  readonly db: Db
  readonly appUrl: string
  readonly clock: MovableClock
  /** What the ledger told the others, in order. */
  readonly ended: Ended[]
  /** One worker's part of the ledger, by its name; none holds a sign of life. */
  recording(worker: string): Parameters<typeof createSender>[0]
  close(): Promise<void>
}

/** The outbox alone, on a database of its own: no app, no queue, and a Telegram that `call` plays. */
export async function openRig(
  call: (payload: Readonly<Record<string, unknown>>) => Promise<CallOutcome>,
  options: {
    readonly chatGapMs?: number
    readonly onEnded?: (ended: readonly Ended[]) => void
  } = {},
): Promise<LedgerRig> {
  const database = await cloneDatabase(inject('ownerUrl'), inject('appUrl'))
  const { db, close } = connectDatabase(database.appUrl, { max: 8 })
  const clock = movableClock(new Date('2026-11-23T01:30:00Z'))
  await preparePace(db, BOT_ID)
  const ended: Ended[] = []
  const telegram = {
    ...createTelegram({ token: '123456:demo', apiRoot: 'http://127.0.0.1:9' }),
    call: (request: { readonly payload: Readonly<Record<string, unknown>> }) =>
      call(request.payload),
  }
  return {
    db,
    appUrl: database.appUrl,
    clock,
    ended,
    recording: (worker) => ({
      db,
      clock,
      botId: BOT_ID,
      worker,
      chatGapMs: options.chatGapMs ?? 0,
      onEnded: async (_tx, rows) => {
        options.onEnded?.(rows)
        ended.push(...rows)
        await Promise.resolve()
      },
      telegram,
      limits: limitsOf(1000),
      log: silentLogger,
      render: async (rows) => {
        await Promise.resolve()
        return new Map(
          rows.map((row) => [
            row.id,
            { send: { method: 'sendMessage' as const, payload: { text: String(row.id) } } },
          ]),
        )
      },
    }),
    async close() {
      await close()
      await database.drop()
    },
  }
}

/** Lets every lease run out, as after sixty seconds of a frozen worker. */
export async function endLeases(db: Db): Promise<void> {
  await db.execute(sql`
    update outbox set lease_until = clock_timestamp() - interval '1 s' where state = 'sending'`)
  await db.execute(sql`update chat_pace set free_at = clock_timestamp() - interval '1 s'`)
}
