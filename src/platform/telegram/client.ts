import { createHash } from 'node:crypto'
import { Api, type RawApi } from 'grammy'
import type { User, UserFromGetMe } from 'grammy/types'
import { outcomeOfError, type CallOutcome } from './outcome.ts'

/** A method and its parameters, ready for the Bot API. */
export interface TelegramRequest {
  readonly method: keyof RawApi
  readonly payload: Readonly<Record<string, unknown>>
}

export interface TelegramClient {
  readonly api: Api
  /** The bot's own user: from the token, without a call. */
  readonly botId: User['id']
  /** Tells this token from another one of the same bot, and does not give it away. */
  readonly tokenMark: string
  /** Calls once, never repeats by itself: the ledger decides about another try. */
  call(request: TelegramRequest, signal?: AbortSignal): Promise<CallOutcome>
  getMe(): Promise<UserFromGetMe>
}

export interface TelegramOptions {
  readonly token: string
  readonly apiRoot: string
  /** Seconds after which a call without an answer is given up as uncertain. */
  readonly timeoutSeconds?: number
}

/** Long enough for a slow link and for long polling's own wait, short enough for a lease. */
const TIMEOUT_S = 45

export function createTelegram(options: TelegramOptions): TelegramClient {
  const api = new Api(options.token, {
    apiRoot: options.apiRoot,
    timeoutSeconds: options.timeoutSeconds ?? TIMEOUT_S,
  })
  const raw = api.raw as unknown as Record<
    string,
    (payload: unknown, signal?: AbortSignal) => Promise<unknown>
  >
  return {
    api,
    botId: Number(options.token.split(':', 1)[0]),
    tokenMark: createHash('sha256').update(options.token).digest('hex').slice(0, 16),
    async call({ method, payload }, signal) {
      const invoke = raw[method]
      if (invoke === undefined) throw new TypeError(`The Bot API has no method ${method}`)
      try {
        return { kind: 'ok', result: await invoke(payload, signal) }
      } catch (error) {
        return outcomeOfError(error)
      }
    },
    getMe: () => api.getMe(),
  }
}
