import { elapsedMs, pause } from '../platform/elapsed.ts'
import { messageOf } from '../platform/errors.ts'
import { loggedAs } from '../platform/log-context.ts'
import type { Logger } from '../platform/logger.ts'
import type { CallOutcome, TelegramClient, TelegramRequest } from '../platform/telegram/index.ts'
import { addressed, idsOf, isSilent, sends, weightOf } from './addressed.ts'
import type { GaitLimits } from './gait.ts'
import { createDoubt } from './doubt.ts'
import { createHaltNotice } from './halt-notice.ts'
import { inFlightOf } from './in-flight.ts'
import { LEASE_MS, leaseRows, readPauseLeft, takePlace } from './lease-store.ts'
import { nextOf, requestOf } from './lesser.ts'
import type { LeasedRow, Render, Rendered } from './message.ts'
import type { RecordDependencies } from './record.ts'
import type { RowResult } from './record-store.ts'
import { createRecorder } from './recorder.ts'
import { createThrottle } from './throttle.ts'

/** What could not be called because the database did not answer comes again after so long. */
const AGAIN_MS = 1000

/** For so long a look at the pause counts as fresh: elapsed milliseconds. */
const PAUSE_SEEN_MS = 40

/**
 * So late for its place, a message takes another: the places of other workers go on meanwhile, and
 * what a stalled process sends on top of them would pass Telegram's limit. At 29 a second, one more
 * message fits into so many milliseconds.
 */
const LATE_MS = 50

/** Other places that a message takes; a machine that is late each time must send all the same. */
const OTHER_PLACES = 2

type Timed = LeasedRow & {
  /** Elapsed time of its place in the pace, by what we know at the latest. */
  readonly place: number
  /** The same at the earliest: the lease was answered some time after it was asked for. */
  readonly earliest: number
  readonly alone: boolean
  /** Elapsed time just before it was leased. */
  readonly leasedAt: number
}

export interface SenderDependencies extends RecordDependencies {
  readonly telegram: TelegramClient
  readonly render: Render
  readonly limits: GaitLimits
  /** Told of each call to Telegram, how it ended and how long it took in elapsed milliseconds. */
  readonly onCalled?: (outcome: CallOutcome['kind'], ms: number) => void
  readonly log: Logger
}

export interface Sender {
  /**
   * Sends those of the rows that may go now, in the pace, and writes down what became of each.
   * Rows that may not go stay pending: the feeder brings them again.
   */
  send(rows: readonly number[]): Promise<void>
  /**
   * Sends replies at once, ahead of a pause and of what bulk has reserved. Those that come while
   * others are being leased go together with the next lease.
   */
  reply(rows: readonly number[]): Promise<void>
  /** Begins nothing new and waits for what is in flight. */
  stop(): Promise<void>
}

export function createSender(dependencies: SenderDependencies): Sender {
  const { db, clock, botId, worker, limits, log, render, telegram } = dependencies
  const tokenMark = dependencies.tokenMark ?? null
  const halt = createHaltNotice(log)
  const recorder = createRecorder(dependencies, log)
  const throttle = createThrottle(limits.totalPerSecond)
  const most = inFlightOf(limits.totalPerSecond)
  const stopping = new AbortController()
  const running = new Set<Promise<void>>()
  const doubt = createDoubt(db, worker, stopping.signal)
  let inFlight = 0
  /** How long bulk rests, by what this worker last heard (elapsed time). */
  let rest = { until: 0, seenAt: Number.NEGATIVE_INFINITY }

  /** Another worker may have been told to wait since the lease: looked up, but not for each row. */
  async function pauseLeft(): Promise<number> {
    if (elapsedMs() - rest.seenAt > PAUSE_SEEN_MS) {
      rest = { ...rest, seenAt: elapsedMs() }
      const left = await readPauseLeft(db, botId)
      if (left > 0) rest = { until: elapsedMs() + left, seenAt: elapsedMs() }
    }
    return rest.until - elapsedMs()
  }

  /** What throws is a mistake of ours, and that row's alone; whether it was sent, nobody knows. */
  async function called(row: LeasedRow, request: TelegramRequest): Promise<CallOutcome> {
    const { id, kind } = row
    const began = elapsedMs()
    const outcome = await tried(row, request)
    const ms = elapsedMs() - began
    log.debug({ row: id, kind, lane: row.lane, outcome: outcome.kind, ms }, 'a call has ended')
    dependencies.onCalled?.(outcome.kind, ms)
    return outcome
  }

  async function tried(row: LeasedRow, request: TelegramRequest): Promise<CallOutcome> {
    const { id, kind } = row
    try {
      const outcome = await telegram.call(request)
      if (outcome.kind === 'misformatted') {
        const { reason } = outcome
        log.warn({ row: id, kind, plain: row.plain, reason }, 'Telegram cannot read the formatting')
      }
      return outcome
    } catch (error) {
      log.error({ row: id, kind, error: messageOf(error) }, 'a call failed in an unknown way')
      return { kind: 'uncertain', reason: `the call failed: ${messageOf(error)}` }
    }
  }

  /** While the database does not answer, bulk is handed back a moment later, and a reply goes. */
  function otherPlace(row: LeasedRow, bulk: boolean): Promise<number> {
    return takePlace(db, { botId, limits, bulk, weight: weightOf(row) }).catch(() => 0)
  }

  /** Alone, the throttle is enough; and where bulk is paid for, the limit is far away. */
  function tooLate(ms: number, { alone }: Timed): boolean {
    return ms > LATE_MS && !alone && !limits.paid
  }

  /**
   * Waits for the row's place, and looks whether bulk rests then. The look comes before it is asked
   * how late it is: where the database takes its time, all that wait for it would go at once.
   *
   * @returns for how many milliseconds bulk rests; 0 or less: the row may go
   */
  async function comesItsPlace(row: Timed, bulk: boolean): Promise<number> {
    let { place, earliest } = row
    for (let taken = 0; ; taken++) {
      await pause(place - elapsedMs())
      // While the database cannot tell whether bulk rests, it rests.
      const pausedMs = bulk ? await pauseLeft().catch(() => AGAIN_MS) : 0
      const late = elapsedMs() - earliest
      if (pausedMs > 0 || taken === OTHER_PLACES || !tooLate(late, row)) return pausedMs
      const asked = elapsedMs()
      const waitMs = await otherPlace(row, bulk)
      earliest = asked + waitMs
      place = elapsedMs() + waitMs
    }
  }

  async function sendOne(row: Timed, rendered: Rendered | undefined, bulk: boolean): Promise<void> {
    if (rendered === undefined || 'cancel' in rendered) {
      await recorder.record(notCalled(row, rendered?.cancel ?? `no view renders "${row.kind}"`))
      return
    }
    if ('later' in rendered) {
      await recorder.record(handedBack(row, rendered.retryInMs, rendered.later))
      return
    }
    let pausedMs = await comesItsPlace(row, bulk)
    if (pausedMs <= 0) {
      await throttle.admit(weightOf(row))
      if (bulk) pausedMs = rest.until - elapsedMs()
    }
    if (pausedMs > 0) {
      await recorder.record(handedBack(row, pausedMs, 'paused'))
      return
    }
    // Frozen meanwhile: another worker may have taken it over, or will before the call has ended.
    if (elapsedMs() - row.leasedAt > LEASE_MS / 2) {
      await recorder.record(handedBack(row, 0, 'too late'))
      return
    }
    const silent = isSilent(row)
    const request = requestOf(rendered, row)
    const outcome = await called(row, addressed(request, row.chatId, silent, bulk && limits.paid))
    if (outcome.kind === 'rate_limited')
      rest = { until: elapsedMs() + outcome.retryAfterMs, seenAt: elapsedMs() }
    if (outcome.kind === 'unauthorized') halt.refused(outcome.reason)
    const { messageId, pollId } = idsOf(outcome.kind === 'ok' ? outcome.result : null)
    await recorder.record({
      row,
      outcome: outcome.kind,
      next: nextOf(rendered, row, outcome),
      messageId,
      pollId,
      sounded: !silent && sends(request),
      result: outcome.kind === 'ok' ? outcome.result : null,
    })
  }

  async function renderAndSend(rows: readonly Timed[], bulk: boolean): Promise<void> {
    let rendered: ReadonlyMap<number, Rendered>
    try {
      rendered = await render(rows)
    } catch (error) {
      log.error({ error: messageOf(error), rows: rows.length }, 'rendering failed')
      await Promise.all(
        rows.map((row) => recorder.record(handedBack(row, AGAIN_MS, 'not rendered'))),
      )
      return
    }
    await Promise.all(rows.map((row) => sendOne(row, rendered.get(row.id), bulk)))
  }

  async function sendBatch(
    fed: readonly number[],
    bulk: boolean,
    onLeased?: () => void,
  ): Promise<void> {
    const rows = doubt.without(fed)
    if (rows.length === 0) return
    while (!stopping.signal.aborted) {
      // Reserved before the lease: several jobs at once must not pass the bound together.
      inFlight += rows.length
      let held = rows.length
      const give = (count: number): void => {
        inFlight -= count
        held -= count
      }
      const leasedAt = elapsedMs()
      const lease = await doubt
        .leasing(rows, () =>
          leaseRows(db, { botId, worker, tokenMark, rows, bulk, limits, now: clock.now() }),
        )
        .catch((error: unknown) => {
          give(held)
          throw error
        })
        .finally(onLeased)
      give(held - (lease.kind === 'leased' ? lease.rows.length : 0))
      if (lease.kind === 'halted' || lease.kind === 'outdated') {
        halt.found(lease)
        return
      }
      halt.over()
      if (lease.kind === 'wait') {
        await pause(lease.ms, stopping.signal)
        continue
      }
      if (lease.rows.length === 0) return
      const answeredAt = elapsedMs()
      try {
        await doubt.holding(
          lease.rows.map((row) => row.id),
          () =>
            renderAndSend(
              lease.rows.map(({ waitMs, ...row }) => ({
                ...row,
                leasedAt,
                alone: lease.alone,
                earliest: leasedAt + waitMs,
                place: answeredAt + waitMs,
              })),
              bulk,
            ),
        )
      } finally {
        give(held)
      }
      return
    }
  }

  async function send(
    rows: readonly number[],
    bulk: boolean,
    onLeased?: () => void,
  ): Promise<void> {
    for (let start = 0; start < rows.length;) {
      while (inFlight >= most && running.size > 0) await Promise.race(running)
      const end = start + Math.max(1, most - inFlight)
      const batch = sendBatch(rows.slice(start, end), bulk, onLeased)
      start = end
      running.add(batch)
      try {
        await batch
      } finally {
        running.delete(batch)
      }
    }
  }

  /** Replies that gather while the ones before are being leased. */
  let gathering: { readonly rows: number[]; readonly sent: Promise<void> } | undefined
  let leased: Promise<void> = Promise.resolve()

  async function sendGathered(gathered: readonly number[], before: Promise<void>): Promise<void> {
    await before
    gathering = undefined
    const { promise, resolve } = Promise.withResolvers<undefined>()
    leased = promise
    try {
      await send(gathered, false, () => {
        resolve(undefined)
      })
    } finally {
      resolve(undefined)
    }
  }

  return {
    send: (rows) => send(rows, true),

    reply(rows) {
      if (gathering !== undefined) {
        gathering.rows.push(...rows)
        return gathering.sent
      }
      const gathered = [...rows]
      const sent = loggedAs(undefined, () => sendGathered(gathered, leased))
      gathering = { rows: gathered, sent }
      return sent
    },

    async stop() {
      stopping.abort()
      await Promise.allSettled(running).then((settled) => {
        for (const one of settled) {
          if (one.status === 'rejected') log.error({ error: String(one.reason) }, 'last batch')
        }
      })
    },
  }
}

/** Not called after all: pending again, unspent, after that long. */
function handedBack(row: LeasedRow, retryInMs: number, reason: string): RowResult {
  return {
    row,
    outcome: 'not_called',
    next: { to: 'pending', reason, retryInMs, spends: false, uncertainResend: false },
    messageId: null,
    pollId: null,
    sounded: false,
    result: null,
  }
}

function notCalled(row: LeasedRow, reason: string): RowResult {
  return {
    row,
    outcome: 'not_called',
    next: { to: 'cancelled', reason },
    messageId: null,
    pollId: null,
    sounded: false,
    result: null,
  }
}
