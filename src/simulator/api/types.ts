import type { MessageKind } from '../ledger/entry.ts'
import type { Webhook } from '../updates/webhook.ts'
import type { LongPoll } from '../updates/long-poll.ts'
import type { Bot } from '../world/state.ts'
import type { Params } from './params.ts'

/** A bot with its two ways of getting updates. */
export interface BotSession {
  readonly bot: Bot
  readonly longPoll: LongPoll
  readonly webhook: Webhook
}

/** One call of a Bot API method. */
export interface Call extends BotSession {
  readonly params: Params
  /** What is aborted when the caller has left; made only for those who wait for it. */
  gone(): AbortSignal
}

/** What the ledger keeps of an accepted call. */
export interface Effect {
  chatId?: number
  messageId?: number
  messageIds?: readonly number[]
  kind?: MessageKind
  text?: string
  pollId?: string
  silent?: boolean
}

export interface Outcome {
  /** What stands under `result` in the response. */
  readonly result: unknown
  /** Missing for calls that only read. */
  readonly effect?: Effect
}

/** A method refuses by throwing a Refusal. */
export type Method = (call: Call) => Outcome | Promise<Outcome>
