import { elapsedMs, pause } from '../elapsed.ts'
import { UserError } from '../errors.ts'
import type { Logger } from '../logger.ts'
import { outcomeOfError, type CallOutcome } from './outcome.ts'

/**
 * How long a start waits for Telegram, in milliseconds of elapsed time: longer than a router takes
 * after a power cut, short enough for whoever stands before it and wonders.
 */
const PATIENCE_MS = 5 * 60_000

/** Waits between two tries: elapsed milliseconds. */
const FIRST_WAIT_MS = 500
const LONGEST_WAIT_MS = 30_000

export interface Insisted<T> {
  /** The method, as it is named in what is said. */
  readonly method: string
  /** Must bear being called again after an answer that was lost. */
  readonly ask: (signal: AbortSignal) => Promise<T>
  /** How to mend it when Telegram will never take the call. */
  readonly hint: string
  readonly log: Logger
  /** Ends the waiting; what it rejects with is then the signal's reason. */
  readonly signal: AbortSignal
  /** Elapsed milliseconds after which it is given up. */
  readonly patienceMs?: number
}

/**
 * A call that a start cannot do without. A network that is away, a 5xx and a 429 are waited for
 * within bounds; what Telegram refuses for good is not tried again.
 *
 * @throws UserError when it is refused, or when it has not come through in time
 */
export async function insist<T>(options: Insisted<T>): Promise<T> {
  const { method, ask, hint, log, signal, patienceMs = PATIENCE_MS } = options
  const since = elapsedMs()
  for (let tries = 0; ; tries++) {
    signal.throwIfAborted()
    try {
      return await ask(signal)
    } catch (error) {
      const outcome = outcomeOfError(error)
      signal.throwIfAborted()
      const waitMs = waitAfter(outcome, tries)
      if (waitMs === undefined) throw refusal(method, outcome, hint)
      if (elapsedMs() - since + waitMs > patienceMs) throw givenUp(method, outcome, patienceMs)
      log.warn({ method, outcome }, waiting(outcome))
      await pause(waitMs, signal)
    }
  }
}

/** @returns milliseconds until the next try; undefined: there is none */
function waitAfter(outcome: CallOutcome, tries: number): number | undefined {
  const backoff = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** tries)
  switch (outcome.kind) {
    case 'unavailable':
    case 'uncertain':
      return backoff
    case 'rate_limited':
      return Math.max(backoff, outcome.retryAfterMs)
    default:
      return undefined
  }
}

/** What finds out why a machine does not reach Telegram: network, proxy, token and all. */
const DOCTOR = 'npm run sedikit -- doctor'

/** One that asks for a rest is reached. */
function waiting(outcome: CallOutcome): string {
  return outcome.kind === 'rate_limited'
    ? 'Telegram asks for a rest; trying again after it'
    : `Telegram cannot be reached; trying again. To see what is in the way: ${DOCTOR}`
}

function refusal(method: string, outcome: CallOutcome, hint: string): UserError {
  if (outcome.kind === 'unauthorized') {
    return new UserError('Telegram refuses BOT_TOKEN.', {
      hint: 'Copy it again from @BotFather (/mybots, API Token), or try without one: npm run demo',
    })
  }
  return new UserError(`Telegram refuses ${method}: ${saidIn(outcome)}.`, { hint })
}

function givenUp(method: string, outcome: CallOutcome, patienceMs: number): UserError {
  const seconds = Math.round(patienceMs / 1000)
  if (outcome.kind === 'rate_limited') {
    const asked = Math.ceil(outcome.retryAfterMs / 1000)
    return new UserError(
      `Telegram wants ${asked} s of rest before it takes ${method}, which is more than a start waits for (${seconds} s).`,
      { hint: 'Start again after that. Nothing is lost: Telegram keeps what comes for a day.' },
    )
  }
  return new UserError(
    `Telegram has not taken ${method} for ${seconds} s; the last try ended with: ${saidIn(outcome)}.`,
    {
      hint: `Does this machine reach the internet, past its firewall or proxy? Does TELEGRAM_API_ROOT, if it is set, lead to a Bot API server? To see what is in the way: ${DOCTOR}. Then start again. Nothing is lost: Telegram keeps what comes for a day.`,
    },
  )
}

function saidIn(outcome: CallOutcome): string {
  return 'reason' in outcome ? outcome.reason : outcome.kind
}
