import { plainRequest, type CallOutcome, type TelegramRequest } from '../platform/telegram/index.ts'
import type { LeasedRow, Rendered } from './message.ts'
import { transition, type Transition } from './transition.ts'

type Sent = Extract<Rendered, { readonly send: TelegramRequest }>

/**
 * The request of this try. What has a lesser form (the text of a picture) is tried in its full form
 * once: a network that lost it, or a Telegram that had no room for it, gets the lesser one next.
 * What Telegram could not read goes as plain text from then on.
 */
export function requestOf(
  { send, instead }: Sent,
  { spent, plain }: Pick<LeasedRow, 'spent' | 'plain'>,
): TelegramRequest {
  const request = instead !== undefined && spent > 0 ? instead : send
  return plain ? plainRequest(request) : request
}

/**
 * What the outcome makes of the row: a form that was refused leaves a lesser one to try, each once,
 * so that nothing goes round in circles.
 */
export function nextOf(
  rendered: Sent,
  row: Pick<LeasedRow, 'lane' | 'chatId' | 'spent' | 'uncertainResends' | 'plain'>,
  outcome: CallOutcome,
): Transition {
  const lesser =
    (outcome.kind === 'misformatted' && !row.plain) ||
    (outcome.kind === 'refused' && rendered.instead !== undefined && row.spent === 0)
  if (!lesser) return transition(row, outcome)
  const { reason } = outcome
  return { to: 'pending', reason, retryInMs: 0, spends: true, uncertainResend: false }
}
