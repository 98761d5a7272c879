import { Agent as HttpAgent } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'
import { HttpError, type Transformer } from 'grammy'

/** By which way Telegram is reached, as HTTPS_PROXY and NO_PROXY say. */
export interface ProxySettings {
  readonly httpsProxy?: string | undefined
  readonly noProxy?: string | undefined
}

/** As many as one worker holds in flight, and some for what it looks up meanwhile. */
const MOST_SOCKETS = 320

const settings = { keepAlive: true, maxSockets: MOST_SOCKETS, scheduling: 'lifo' } as const

/**
 * The proxy that stands between us and the Bot API; undefined: none does. It is for https alone: a
 * Bot API server without TLS is one of ours, nearby, and a proxy would read the token along.
 */
export function proxyFor(
  apiRoot: string,
  { httpsProxy, noProxy }: ProxySettings,
): string | undefined {
  const { protocol, hostname, port } = new URL(apiRoot)
  if (protocol !== 'https:' || httpsProxy === undefined) return undefined
  return isExempt(hostname, port || '443', noProxy ?? '') ? undefined : httpsProxy
}

/**
 * Whether NO_PROXY names the host: `*`, a host with all below it (with or without a leading dot or
 * `*.`), each with a port where that matters. The usual reading, which curl and Go share.
 */
export function isExempt(hostname: string, port: string, noProxy: string): boolean {
  const host = hostname.toLowerCase().replaceAll(/[[\]]/g, '')
  return noProxy
    .toLowerCase()
    .split(/[\s,]+/)
    .some((entry) => {
      if (entry === '*') return true
      const [, name = '', only] =
        /^(?:\*?\.)?(.+?)(?::(\d+))?$/.exec(entry.replaceAll(/[[\]]/g, '')) ?? []
      if (name === '' || (only !== undefined && only !== port)) return false
      return host === name || host.endsWith(`.${name}`)
    })
}

/** Connections that stay open to the Bot API, through the proxy where there is one. */
export function agentFor(apiRoot: string, proxy: string | undefined): HttpAgent | HttpsAgent {
  if (new URL(apiRoot).protocol !== 'https:') return new HttpAgent(settings)
  return new HttpsAgent(
    proxy === undefined ? settings : { ...settings, proxyEnv: { HTTPS_PROXY: proxy } },
  )
}

/** A proxy that is in the way: nothing came as far as Telegram. */
export class ProxyError extends Error {
  /** Of its own, or of the system: ECONNREFUSED, ENOTFOUND … */
  readonly code: string

  constructor(code: string, message: string) {
    super(message)
    this.name = 'ProxyError'
    this.code = code
  }
}

/** Errors of a connection that never came about: with a proxy it is the proxy that we connect to. */
const NOT_CONNECTED = /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ENETUNREACH|EHOSTUNREACH)$/

/** Says of an error of the network whether it was the proxy, and what mends it. */
export function proxyErrorOf(error: unknown, proxy: string): ProxyError | undefined {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return
  const { code } = error
  const { host } = new URL(proxy)
  const say = (text: string): ProxyError =>
    new ProxyError(code, `the proxy ${host} (HTTPS_PROXY) ${text}`)
  if (NOT_CONNECTED.test(code)) return say(`cannot be reached (${code})`)
  if (code !== 'ERR_PROXY_TUNNEL') return
  const status = /HTTP\/\S+ (\d{3})/.exec(error.message)?.[1]
  if (status === '407') return say('wants another user or password (407)')
  if (status !== undefined) return say(`lets nothing through to Telegram (${status})`)
  return say('does not answer as a proxy does')
}

/** Tells errors of the proxy apart from those of Telegram, for every call of an Api. */
export function tellProxyErrors(proxy: string): Transformer {
  return async (prev, method, payload, signal) => {
    try {
      return await prev(method, payload, signal)
    } catch (error) {
      if (!(error instanceof HttpError)) throw error
      const told = proxyErrorOf(error.error, proxy)
      throw told === undefined ? error : new HttpError(`${method}: ${told.message}`, told)
    }
  }
}
