import type { CallOutcome } from '../platform/telegram/index.ts'
import type { Lane } from './lanes.ts'

/** What a call's outcome makes of its row. */
export type Transition =
  | { readonly to: 'sent' }
  | { readonly to: 'failed'; readonly reason: string; readonly unreachable: boolean }
  | { readonly to: 'uncertain'; readonly reason: string }
  | {
      readonly to: 'pending'
      readonly reason: string
      /** Elapsed milliseconds before the next try. */
      readonly retryInMs: number
      /** Whether the attempt counts. */
      readonly spends: boolean
      readonly uncertainResend: boolean
      /** Where it goes from now on: the chat has another id. */
      readonly chatId?: number
    }

/**
 * What happens after an uncertain outcome, by lane: what a person must not miss is sent once more
 * and may arrive twice; the rest is not, and is reported.
 */
const resendsUncertain: Readonly<Record<Lane, boolean>> = {
  reply: true,
  lesson: true,
  review: true,
  announcement: false,
  nudge: false,
}

const FIRST_BACKOFF_MS = 1000
const LONGEST_BACKOFF_MS = 60_000

/** 1 s, 2 s, 4 s, … up to a minute. There is no last try: `not_after` ends it. */
export function backoffMs(spent: number): number {
  return Math.min(LONGEST_BACKOFF_MS, FIRST_BACKOFF_MS * 2 ** Math.min(spent, 16))
}

/** Wait before an uncertain message is sent once more. */
const RESEND_MS = 1000

export function transition(
  row: {
    readonly lane: Lane
    readonly chatId: number
    readonly spent: number
    readonly uncertainResends: number
  },
  outcome: CallOutcome,
): Transition {
  switch (outcome.kind) {
    case 'ok':
      return { to: 'sent' }
    case 'unreachable':
      return { to: 'failed', reason: outcome.reason, unreachable: true }
    case 'refused':
    case 'misformatted':
      return { to: 'failed', reason: outcome.reason, unreachable: false }
    case 'moved':
      // A supergroup moves nowhere: one that says so of itself will never take it.
      return outcome.chatId === row.chatId
        ? { to: 'failed', reason: outcome.reason, unreachable: false }
        : { ...again(outcome.reason, 0, true), chatId: outcome.chatId }
    case 'rate_limited':
      return again('rate limited', outcome.retryAfterMs, false)
    case 'unauthorized':
      // All is halted, so nothing is tried before a start with a good token.
      return again(outcome.reason, 0, false)
    case 'unavailable':
      return again(outcome.reason, backoffMs(row.spent), true)
    case 'uncertain':
      return afterUncertain(row, outcome.reason)
  }
}

/** Also for a row whose worker died or froze: the call may have been made or not. */
export function afterUncertain(
  row: { readonly lane: Lane; readonly uncertainResends: number },
  reason: string,
): Transition {
  return resendsUncertain[row.lane] && row.uncertainResends === 0
    ? { to: 'pending', reason, retryInMs: RESEND_MS, spends: true, uncertainResend: true }
    : { to: 'uncertain', reason }
}

function again(
  reason: string,
  retryInMs: number,
  spends: boolean,
): Extract<Transition, { to: 'pending' }> {
  return { to: 'pending', reason, retryInMs, spends, uncertainResend: false }
}
