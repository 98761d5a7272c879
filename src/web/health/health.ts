import { createHash, timingSafeEqual } from 'node:crypto'
import { EXPOSITION_TYPE } from '../../platform/metrics/index.ts'

/** What a process cannot work without, and is not there. */
export type MissingPart = 'database' | 'migrations' | 'queues'

/** What `/readyz` says. */
export interface Readiness {
  readonly missing: readonly MissingPart[]
  /** A halt (the token is refused) stops sending alone: updates are still taken in and kept. */
  readonly sending: 'on' | 'paused' | 'halted'
  /** Jobs in our queues that are none of ours; null: the queues do not answer. */
  readonly parkedJobs: number | null
}

/** How a process is, for whoever asks. */
export interface Health {
  ready(): Promise<Readiness>
  /** In the format of Prometheus. */
  metrics(): Promise<string>
}

/** Who may read the metrics. */
export interface MetricsAccess {
  /** Whoever has it may, from wherever; without one, only who asks from this machine. */
  readonly token: string | undefined
  /**
   * The port is meant for everybody: a proxy in front of it comes from this machine too, so that
   * without a token nobody may.
   */
  readonly isPublic: boolean
}

/** Of a request, what the answer depends on. */
export interface HealthRequest {
  readonly path: string
  readonly remoteAddress: string | undefined
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
}

export interface HealthAnswer {
  readonly status: number
  readonly type: string
  readonly body: string
}

export const HEALTH_PATHS = ['/healthz', '/readyz', '/metrics'] as const

const LOOPBACK = /^(?:127\.|::1$|::ffff:127\.)/

/** What a proxy adds: then whoever asks is not who it comes from. */
const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via']

/** @returns undefined where the path is none of ours */
export async function answerHealth(
  health: Health,
  access: MetricsAccess,
  request: HealthRequest,
): Promise<HealthAnswer | undefined> {
  switch (request.path) {
    case '/healthz':
      return json(200, { ok: true })
    case '/readyz': {
      const { missing, ...rest } = await health.ready()
      return missing.length === 0
        ? json(200, { ok: true, ...rest })
        : json(503, { ok: false, missing })
    }
    case '/metrics':
      return mayRead(access, request)
        ? { status: 200, type: EXPOSITION_TYPE, body: await health.metrics() }
        : json(access.token === undefined ? 403 : 401, { ok: false })
    default:
      return undefined
  }
}

/** Whether the request may read the metrics: a pure rule. */
export function mayRead(
  { token, isPublic }: MetricsAccess,
  { remoteAddress, headers }: HealthRequest,
): boolean {
  if (token !== undefined) return equal(headers['authorization'], `Bearer ${token}`)
  if (isPublic || remoteAddress === undefined) return false
  return LOOPBACK.test(remoteAddress) && !FORWARDED.some((name) => headers[name] !== undefined)
}

function json(status: number, content: object): HealthAnswer {
  return { status, type: 'application/json; charset=utf-8', body: JSON.stringify(content) }
}

/** Digests have one length, so that nothing is told by how long it takes. */
function equal(given: string | string[] | undefined, expected: string): boolean {
  if (typeof given !== 'string') return false
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(expected))
}
