import type { CallOutcome, TelegramRequest } from '../platform/telegram/index.ts'
import type { LeasedRow, Rendered } from './message.ts'
import { transition, type Transition } from './transition.ts'

type Sent = Extract<Rendered, { readonly send: TelegramRequest }>

/**
 * The request of this try. What has a lesser form (the text of a picture) is tried in its full form
 * once: a network that lost it, or a Telegram that had no room for it, gets the lesser one next.
 */
export function requestOf({ send, instead }: Sent, { spent }: Pick<LeasedRow, 'spent'>) {
  return instead !== undefined && spent > 0 ? instead : send
}

/** What the outcome makes of the row: the full form that was refused leaves its lesser one to try. */
export function nextOf(
  rendered: Sent,
  row: Pick<LeasedRow, 'lane' | 'spent' | 'uncertainResends'>,
  outcome: CallOutcome,
): Transition {
  const refused = outcome.kind === 'refused'
  if (!refused || rendered.instead === undefined || row.spent > 0) return transition(row, outcome)
  const { reason } = outcome
  return { to: 'pending', reason, retryInMs: 0, spends: true, uncertainResend: false }
}
