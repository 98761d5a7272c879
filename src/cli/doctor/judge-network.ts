import type { BotAnswer } from './ask-bot.ts'
import type { PathFault } from './open-path.ts'
import type { ProxySetting } from './read-proxy.ts'
import { found, type Finding, type Reason } from './reasons.ts'

export interface NetworkFacts {
  /** Undefined where the address of the Bot API cannot be read. */
  readonly apiRoot: string | undefined
  readonly proxy: ProxySetting
  /** Undefined where nothing was asked. */
  readonly answer: BotAnswer | undefined
}

/** Whether Telegram is reached, and at which step of the way it ends where it is not. */
export function judgeNetwork({ apiRoot, proxy, answer }: NetworkFacts): readonly Finding[] {
  const onWay = answer?.kind === 'shut' && answer.fault.at === 'proxy' ? answer.fault : undefined
  return [judgeProxy(proxy, apiRoot, onWay), judgeTarget(apiRoot, answer)]
}

function judgeProxy(
  proxy: ProxySetting,
  apiRoot: string | undefined,
  fault: PathFault | undefined,
): Finding {
  if (proxy.kind === 'none') return found('proxy/none')
  if (proxy.kind === 'malformed') return found('proxy/malformed')
  if (proxy.kind === 'scheme') return found('proxy/scheme', { scheme: proxy.scheme })
  const values = { proxy: proxy.shown, host: hostOf(apiRoot) }
  if (proxy.kind === 'passedBy') return found('proxy/passedBy', values)
  if (fault === undefined) return found('proxy/fine', values)
  return found(proxyReason(fault), { ...values, code: fault.code })
}

function proxyReason({ step, code }: PathFault): Reason {
  if (step === 'lookup') return 'proxy/unknownHost'
  if (code === 'ETIMEDOUT') return 'proxy/silent'
  if (step === 'connect') return 'proxy/refused'
  if (code === '407') return 'proxy/unauthorised'
  return /^\d{3}$/.test(code) ? 'proxy/forbids' : 'proxy/noProxy'
}

function judgeTarget(apiRoot: string | undefined, answer: BotAnswer | undefined): Finding {
  if (apiRoot === undefined) return found('network/malformed')
  const host = hostOf(apiRoot)
  if (answer === undefined) return found('network/behindProxy', { host })
  if (answer.kind === 'answer') {
    return found('network/fine', { host, ms: Math.round(answer.tookMs) })
  }
  if (answer.kind === 'foreign') {
    return found('network/noBotApi', { host, code: answer.status })
  }
  const { fault } = answer
  if (fault.at === 'proxy') return found('network/behindProxy', { host })
  return found(targetReason(fault), { host, code: fault.code, issuer: fault.issuer ?? '?' })
}

const untrusted = new Set([
  'SELF_SIGNED_CERT_IN_CHAIN',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'CERT_UNTRUSTED',
  'CERT_SIGNATURE_FAILURE',
  'INVALID_CA',
])

/** Names of errors: errno(3), getaddrinfo(3), and X509_V_ERR of OpenSSL as Node spells them. */
function targetReason({ step, code }: PathFault): Reason {
  if (step === 'lookup') {
    return code === 'EAI_AGAIN' || code === 'ETIMEDOUT'
      ? 'network/noResolver'
      : 'network/unknownHost'
  }
  if (code === 'ECONNREFUSED') return 'network/refused'
  if (code === 'ETIMEDOUT') return 'network/silent'
  if (code === 'ENETUNREACH' || code === 'EHOSTUNREACH' || code === 'EADDRNOTAVAIL') {
    return 'network/unreachable'
  }
  if (code === 'ECONNRESET' || code === 'EPIPE') return 'network/cut'
  if (step === 'tls') {
    if (code === 'CERT_NOT_YET_VALID' || code === 'CERT_HAS_EXPIRED')
      return 'network/certificateTime'
    if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') return 'network/otherName'
    return untrusted.has(code) ? 'network/intercepted' : 'network/notTls'
  }
  return code.startsWith('HPE_') ? 'network/noBotApi' : 'network/broken'
}

function hostOf(apiRoot: string | undefined): string {
  return apiRoot === undefined ? '' : new URL(apiRoot).host
}
