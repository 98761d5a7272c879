import { createHash } from 'node:crypto'
import { Api, InputFile, type ApiClientOptions, type RawApi } from 'grammy'
import type { User, UserFromGetMe } from 'grammy/types'
import { after } from '../elapsed.ts'
import { downloadFile, type Downloaded } from './download.ts'
import { createJsonFetch } from './json-fetch.ts'
import { outcomeOfError, type CallOutcome } from './outcome.ts'
import { agentFor, proxyFor, tellProxyErrors, type ProxySettings } from './proxy.ts'

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
  /** A file that somebody sent, of at most so many bytes. */
  download(fileId: string, most: number): Promise<Downloaded>
  getMe(signal: AbortSignal): Promise<UserFromGetMe>
}

export interface TelegramOptions extends ProxySettings {
  readonly token: string
  readonly apiRoot: string
  /** Seconds after which a call without an answer is given up as uncertain. */
  readonly timeoutSeconds?: number
}

/** The client's own patience with a call of `call`, which gives up by itself: elapsed seconds. */
const NEVER_S = 600

/**
 * A process that was frozen (SIGSTOP, a laptop that sleeps) wakes with its timers run out, before it
 * has read what came meanwhile. So long it reads, before a call is given up: elapsed milliseconds.
 */
const READING_MS = 250

/** Long enough for a slow link and for long polling's own wait, short enough for a lease. */
const TIMEOUT_S = 45

export function createTelegram(options: TelegramOptions): TelegramClient {
  const { apiRoot, token } = options
  const proxy = proxyFor(apiRoot, options)
  const agent = agentFor(apiRoot, proxy)
  // Without a proxy grammY's own agent will do, and calls of `call` have one apart from polling.
  const way = proxy === undefined ? {} : { baseFetchConfig: { agent } }
  const open = (client: ApiClientOptions): Api => {
    const made = new Api(token, { ...way, ...client, apiRoot })
    if (proxy !== undefined) made.config.use(tellProxyErrors(proxy))
    return made
  }
  const api = open({ timeoutSeconds: options.timeoutSeconds ?? TIMEOUT_S })
  const patienceMs = (options.timeoutSeconds ?? TIMEOUT_S) * 1000
  const raws = {
    files: rawOf(open({ timeoutSeconds: NEVER_S })),
    json: rawOf(open({ timeoutSeconds: NEVER_S, fetch: createJsonFetch(apiRoot, agent) })),
  }
  return {
    api,
    botId: Number(token.split(':', 1)[0]),
    tokenMark: createHash('sha256').update(token).digest('hex').slice(0, 16),
    async call({ method, payload }, signal) {
      const invoke = raws[hasFile(payload) ? 'files' : 'json'][method]
      if (invoke === undefined) throw new TypeError(`The Bot API has no method ${method}`)
      const patience = holdPatience(patienceMs)
      try {
        const either =
          signal === undefined ? patience.over : AbortSignal.any([patience.over, signal])
        return { kind: 'ok', result: await invoke(payload, either) }
      } catch (error) {
        return outcomeOfError(error)
      } finally {
        patience.end()
      }
    },
    download: (fileId, most) => downloadFile({ api, apiRoot, token, agent }, fileId, most),
    getMe: (signal) => api.getMe(forApi(signal)),
  }
}

/** The client's types know the signal of an old stand-in only; it takes the real one. */
export function forApi(signal: AbortSignal): NonNullable<Parameters<Api['getMe']>[0]> {
  return signal as unknown as NonNullable<Parameters<Api['getMe']>[0]>
}

type Raw = Record<string, (payload: unknown, signal?: AbortSignal) => Promise<unknown>>

/** The methods by name, as the ledger knows them. */
function rawOf(api: Api): Raw {
  return api.raw as unknown as Raw
}

/** Whether a request brings a file along, anywhere in it. */
function hasFile(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  return value instanceof InputFile || Object.values(value).some(hasFile)
}

/**
 * Its signal aborts after so many elapsed milliseconds, in which the process was awake at the end;
 * not when it was ended. Most calls end in time, and what they cost counts: see `after`.
 */
function holdPatience(ms: number): { readonly over: AbortSignal; end(): void } {
  const over = new AbortController()
  let callOff = after(ms, () => {
    callOff = after(READING_MS, () => {
      over.abort()
    })
  })
  return {
    over: over.signal,
    end: () => {
      callOff()
    },
  }
}
