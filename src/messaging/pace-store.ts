import { sql } from 'drizzle-orm'
import { type Db, rowsOf } from '../platform/db/index.ts'
import { elapsedNowMs } from './lease-store.ts'

/** How sending stands, for whoever looks after it. */
export interface SendingState {
  /** Why nothing is sent at all; null: it is. */
  readonly halted: string | null
  /** For how long bulk still rests after a 429, in milliseconds; 0: it does not. */
  readonly pausedMs: number
  /** Bulk messages a second that the adaptive mode has found; null: it never ran. */
  readonly foundRate: number | null
}

/** @returns one state for each bot that ever sent from this database */
export async function readSending(db: Db, botId?: number): Promise<SendingState[]> {
  const rows = await rowsOf<{ halted: string | null; paused: number; rate: number | null }>(
    db,
    sql`
    select halted, greatest(0, paused_until_ms - ${elapsedNowMs}) as paused, rate from pace
    where ${botId === undefined ? sql`true` : sql`bot_id = ${botId}`} order by bot_id`,
  )
  return rows.map(({ halted, paused, rate }) => ({
    halted,
    pausedMs: Math.ceil(paused),
    foundRate: rate === null ? null : Math.round(rate * 10) / 10,
  }))
}
