import { sql } from 'drizzle-orm'
import { arrayOf, at, elapsedIn, elapsedNow, type Db, rowsOf } from '../platform/db/index.ts'
import { START, steppedBack } from './adaptive-rate.ts'
import { elapsedNowMs } from './lease-store.ts'
import type { LeasedRow } from './message.ts'
import type { Transition } from './transition.ts'

/** The result of one leased row, ready to be written down. */
export interface RowResult {
  readonly row: LeasedRow
  /** The call's outcome in a word, or `not_called`. */
  readonly outcome: string
  readonly next: Transition | { readonly to: 'cancelled'; readonly reason: string }
  readonly messageId: number | null
  readonly pollId: string | null
  /** Whether the message went out with a sound. */
  readonly sounded: boolean
  /** The message as Telegram returned it. */
  readonly result: unknown
}

export interface RecordOptions {
  readonly worker: string
  readonly now: Date
  /** Elapsed milliseconds between two messages to one chat. */
  readonly chatGapMs: number
}

/**
 * Writes the results of leased rows. A result whose lease was taken away meanwhile is late: it is
 * kept as an attempt, and when it says `sent` while nobody has tried again, the row is `sent` too.
 *
 * @returns the results that changed their row, i.e. all but the late ones
 */
export async function writeResults(
  tx: Db,
  results: readonly RowResult[],
  options: RecordOptions,
): Promise<RowResult[]> {
  const matched = await moveRows(tx, results, options)
  const changed = results.filter((result) => matched.has(result.row.id))
  // Sent together, one wait for both. A late result says nothing of its chat: another has it in flight.
  await Promise.all([
    writeAttempts(tx, results, matched, options),
    spaceChats(tx, changed, options.chatGapMs),
  ])
  return changed
}

async function moveRows(
  tx: Db,
  results: readonly RowResult[],
  options: RecordOptions,
): Promise<Set<number>> {
  const column = <T>(pick: (result: RowResult) => T): T[] => results.map(pick)
  const moved = await rowsOf<{ id: string }>(
    tx,
    sql`
    update outbox o
    set state = r.state, reason = r.reason, message_id = coalesce(r.message_id, o.message_id),
      spent = o.spent + r.spends, uncertain_resends = o.uncertain_resends + r.resends,
      retry_at = case when r.retry_ms is null then null
        else ${elapsedNow} + make_interval(secs => r.retry_ms / 1000.0) end,
      lease_until = null, leased_by = null,
      finished_at = case when r.state = 'pending' then null else ${at(options.now)} end
    from unnest(
      ${arrayOf(
        column((r) => r.row.id),
        'bigint',
      )},
      ${arrayOf(
        column((r) => r.row.attempt),
        'int',
      )},
      ${arrayOf(
        column((r) => r.next.to),
        'text',
      )},
      ${arrayOf(
        column((r) => ('reason' in r.next ? r.next.reason : null)),
        'text',
      )},
      ${arrayOf(
        column((r) => r.messageId),
        'bigint',
      )},
      ${arrayOf(
        column((r) => (r.next.to === 'pending' && !r.next.spends ? 0 : 1)),
        'int',
      )},
      ${arrayOf(
        column((r) => (r.next.to === 'pending' && r.next.uncertainResend ? 1 : 0)),
        'int',
      )},
      ${arrayOf(
        column((r) => (r.next.to === 'pending' ? r.next.retryInMs : null)),
        'float8',
      )}
    ) as r(id, attempt, state, reason, message_id, spends, resends, retry_ms)
    where o.id = r.id and o.attempt = r.attempt
      and (o.state = 'sending' or (r.state = 'sent' and o.state in ('pending', 'uncertain')))
    returning o.id`,
  )
  return new Set(moved.map((row) => Number(row.id)))
}

async function writeAttempts(
  tx: Db,
  results: readonly RowResult[],
  matched: ReadonlySet<number>,
  options: RecordOptions,
): Promise<void> {
  const called = results.filter((result) => result.outcome !== 'not_called')
  if (called.length === 0) return
  const column = <T>(pick: (result: RowResult) => T): T[] => called.map(pick)
  await tx.execute(sql`
    insert into outbox_attempts
      (outbox_id, attempt, worker, outcome, message_id, poll_id, error, late, at)
    select r.id, r.attempt, ${options.worker}, r.outcome, r.message_id, r.poll_id, r.error, r.late,
      ${at(options.now)}
    from unnest(
      ${arrayOf(
        column((r) => r.row.id),
        'bigint',
      )},
      ${arrayOf(
        column((r) => r.row.attempt),
        'int',
      )},
      ${arrayOf(
        column((r) => r.outcome),
        'text',
      )},
      ${arrayOf(
        column((r) => r.messageId),
        'bigint',
      )},
      ${arrayOf(
        column((r) => r.pollId),
        'text',
      )},
      ${arrayOf(
        column((r) => ('reason' in r.next ? r.next.reason : null)),
        'text',
      )},
      ${arrayOf(
        column((r) => !matched.has(r.row.id)),
        'boolean',
      )}
    ) as r(id, attempt, outcome, message_id, poll_id, error, late)
    -- A row that was erased while its call was in the air takes its result with it.
    where exists (select 1 from outbox o where o.id = r.id)
    on conflict (outbox_id, attempt) do update
    set outcome = excluded.outcome, message_id = excluded.message_id, poll_id = excluded.poll_id,
      error = excluded.error, late = true, at = excluded.at
    where excluded.message_id is not null or outbox_attempts.outcome = 'uncertain'`)
}

/**
 * A chat may get its next message one gap after this one; a row that was not called holds nobody up.
 * In order of the chat, as everywhere: two workers must not lock the same chats crosswise.
 */
async function spaceChats(tx: Db, results: readonly RowResult[], chatGapMs: number): Promise<void> {
  const called = results.filter(({ outcome }) => outcome !== 'not_called')
  if (called.length === 0) return
  const chats = called.map(({ row }) => row.chatId)
  const days = called.map((r) => (r.sounded && r.next.to === 'sent' ? r.row.soundDay : null))
  await tx.execute(sql`
    insert into chat_pace as c (chat_id, free_at, sound_day)
    select r.chat_id, ${elapsedIn(chatGapMs)}, max(r.sound_day)
    from unnest(${arrayOf(chats, 'bigint')}, ${arrayOf(days, 'date')}) as r(chat_id, sound_day)
    group by r.chat_id order by r.chat_id
    on conflict (chat_id) do update set free_at = excluded.free_at,
      sound_day = coalesce(excluded.sound_day, c.sound_day)`)
}

/**
 * 429: no bulk message of any worker goes out for that long; a longer pause is not shortened. The
 * rate that the adaptive mode had found was too high, and is stepped back once.
 */
export async function pausePace(tx: Db, botId: number, ms: number): Promise<void> {
  const [pace] = await rowsOf<{
    rate: number | null
    stepped: number
    paused: number
    now: number
  }>(
    tx,
    sql`
    select rate, stepped_at_ms as stepped, paused_until_ms as paused, ${elapsedNowMs} as now
    from pace where bot_id = ${botId} for update`,
  )
  if (pace === undefined) return
  const { rate, stepped, paused, now } = pace
  const found = { rate: rate ?? START, steppedAtMs: stepped, pausedUntilMs: paused }
  const next = steppedBack(found, now)
  await tx.execute(sql`
    update pace
    set paused_until_ms = ${Math.max(paused, now + ms)}::float8,
      rate = case when rate is null then null else ${next.rate}::float8 end,
      stepped_at_ms = ${next.steppedAtMs}::float8
    where bot_id = ${botId}`)
}

/**
 * Nothing goes out until the next start with a token that works. What a process with an older token
 * hears is about that token alone.
 */
export async function haltPace(
  tx: Db,
  botId: number,
  tokenMark: string | null,
  reason: string,
): Promise<void> {
  await tx.execute(sql`
    update pace set halted = ${reason}
    where bot_id = ${botId} and halted is null
      and token_mark is not distinct from ${tokenMark}::text`)
}
