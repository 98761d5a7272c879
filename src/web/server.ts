import { fastify, type FastifyError, type FastifyInstance } from 'fastify'
import { randomUUID, timingSafeEqual } from 'node:crypto'
import { UserError } from '../platform/errors.ts'
import { loggedAs } from '../platform/log-context.ts'
import type { Logger } from '../platform/logger.ts'
import type { SystemStatus } from '../reports/index.ts'
import { addDashboard, type DashboardOptions } from './dashboard/add-dashboard.ts'
import { addHealth, type Health, type MetricsAccess } from './health/index.ts'
import { limitRequests } from './limits/index.ts'
import { addQueueBoard } from './queue-board/add-queue-board.ts'
import { addEntry, type SessionDependencies, type SessionOf } from './session/index.ts'
import { addPlainAnswers } from './plain-answers.ts'
import { addressOf, addSecurityHeaders } from './security/index.ts'
import { addDownloads, type FetchExport } from './download.ts'
import { addVerification, type CheckCertificate } from './verification.ts'

export interface WebOptions {
  readonly host: string
  readonly port: number
  /** Set: updates come by webhook, and this is the secret that Telegram sends along. */
  readonly webhookSecret: string | undefined
  /** Resolves once the update is stored. */
  readonly receive: (update: unknown) => Promise<void>
  /** Told of every update that was not taken, and why. */
  readonly onRefused: (refusal: Refusal) => void
  /** What a certificate's code says. */
  readonly checkCertificate: CheckCertificate
  /** What a link to an export leads to. */
  readonly fetchExport: FetchExport
  /** Language of a page for whoever wishes none. */
  readonly locale: 'id' | 'en'
  readonly log: Logger
  /** Told of the status of every answer. */
  readonly onAnswered: (status: number) => void
  readonly health: Health
  readonly metricsAccess: MetricsAccess
  /** Who may look at pages that are not for everybody. */
  readonly session: SessionDependencies
  readonly sessionOf: SessionOf
  /** For the admins' board. */
  readonly systemStatus: () => Promise<SystemStatus>
  readonly dashboard: Omit<DashboardOptions, 'sessionOf' | 'fallback'>
  /** Requests of one address a minute; Infinity: no limit. */
  readonly requestsPerMinute: number
  /** Proxies whose word on a visitor's address is taken; see Config. */
  readonly trustedProxies: string
  /** How long a client may take; as `PATIENCE` says where it is left out. */
  readonly patience?: Patience
}

/** How long a client may take, in elapsed milliseconds. */
export interface Patience {
  /** For the head of a request. */
  readonly headMs: number
  /** For a request as a whole. */
  readonly requestMs: number
  /** Between two moments at which anything is sent or read: of who asks and does not listen, too. */
  readonly idleMs: number
  /** Between two looks at who takes too long. */
  readonly lookMs: number
}

/** Reasons why an update is not taken. What was not stored Telegram brings again; the rest is none of its. */
export const refusals = ['not stored', 'wrong secret', 'too large', 'no JSON', 'no object'] as const

export interface Refusal {
  readonly reason: (typeof refusals)[number]
  readonly error?: unknown
}

export interface WebServer {
  readonly port: number
  close(): Promise<void>
}

/** Where Telegram pushes updates to, below PUBLIC_URL. */
export const WEBHOOK_PATH = '/telegram'

/** The same as an address; PUBLIC_URL may have a path of its own, which a proxy takes away. */
export function webhookUrl(publicUrl: string): string {
  return new URL(`.${WEBHOOK_PATH}`, publicUrl.replace(/\/*$/, '/')).href
}

/** An update is small; Telegram's largest are a few dozen kilobytes. */
const BODY_LIMIT = 1024 * 1024

/** Ends whoever sends a byte now and then, to hold a connection; Telegram's requests take moments. */
const PATIENCE: Patience = { headMs: 10_000, requestMs: 15_000, idleMs: 60_000, lookMs: 5000 }

/** Seconds after which Telegram may come again with what could not be stored. */
const RETRY_AFTER_S = '2'

/** @throws UserError when the port is taken */
export async function startWeb(options: WebOptions): Promise<WebServer> {
  const app = createServer(options)
  await addRoutes(app, options)
  try {
    await app.listen({ host: options.host, port: options.port })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
      throw new UserError(`Port ${options.port} on ${options.host} is taken.`, {
        hint: 'Set PORT to another one, or to 0 for any free one.',
        cause: error,
      })
    }
    throw error
  }
  const address = app.server.address()
  const port = typeof address === 'object' && address !== null ? address.port : options.port
  return { port, close: () => app.close() }
}

/** Without routes yet. */
export function createServer({
  trustedProxies,
  patience = PATIENCE,
}: Pick<WebOptions, 'trustedProxies' | 'patience'>): FastifyInstance {
  const { headMs, requestMs, idleMs, lookMs } = patience
  return fastify({
    bodyLimit: BODY_LIMIT,
    rewriteUrl: addressOf,
    requestTimeout: requestMs,
    connectionTimeout: idleMs,
    http: { headersTimeout: headMs, connectionsCheckingInterval: lookMs },
    // An id of our own for each request, whatever it brings along.
    genReqId: () => randomUUID(),
    trustProxy: trustedProxies.split(',').map((entry) => entry.trim()),
  })
}

/** Everything that the server answers; first what goes for all of it. */
export async function addRoutes(app: FastifyInstance, options: WebOptions): Promise<void> {
  nameRequests(app, options)
  await addSecurityHeaders(app, options.session)
  limitRequests(app, {
    most: options.requestsPerMinute,
    free: ['/healthz', WEBHOOK_PATH],
    fallback: options.locale,
  })
  addPlainAnswers(app, { log: options.dashboard.log, fallback: options.locale })
  addHealth(app, options.health, options.metricsAccess)
  addVerification(app, options.checkCertificate, options.locale)
  await addEntry(app, options.session, options.locale)
  addQueueBoard(app, { ...options, fallback: options.locale })
  await addDashboard(app, {
    ...options.dashboard,
    sessionOf: options.sessionOf,
    fallback: options.locale,
  })
  addDownloads(app, options.fetchExport, options.locale)
  if (options.webhookSecret !== undefined) await addWebhook(app, options.webhookSecret, options)
}

/** Every line that a request causes bears its id. Addresses are not logged: some hold a link's secret. */
function nameRequests(app: FastifyInstance, { log, onAnswered }: WebOptions): void {
  app.addHook('onRequest', (request, response, done) => {
    response.raw.setHeader('x-request-id', request.id)
    loggedAs({ requestId: request.id }, done)
  })
  // The body comes in by events of the connection, which many requests share.
  app.addHook('preValidation', (request, _response, done) => {
    loggedAs({ requestId: request.id }, done)
  })
  app.addHook('onResponse', (request, response, done) => {
    const { method, routeOptions, id: requestId } = request
    const { statusCode: status, elapsedTime: ms } = response
    log.debug({ requestId, method, route: routeOptions.url, status, ms }, 'a request is answered')
    onAnswered(status)
    done()
  })
}

/** 200 means stored, and nothing else does. */
async function addWebhook(
  app: FastifyInstance,
  secret: string,
  { receive, onRefused }: WebOptions,
): Promise<void> {
  // Its errors are Telegram's to understand, and those of the pages are not.
  await app.register(async (hook) => {
    hook.setErrorHandler(async (error: FastifyError, _request, response) => {
      const reason = unreadable[error.code] ?? 'not stored'
      onRefused({ reason, error })
      if (reason !== 'not stored') {
        return response.code(error.statusCode ?? 400).send({ error: reason })
      }
      // Telegram keeps what we cannot store, and comes again.
      return response.code(503).header('retry-after', RETRY_AFTER_S).send()
    })
    // Ahead of the body: whoever does not know the secret has nothing read.
    hook.addHook('onRequest', async (request, response) => {
      if (equal(request.headers['x-telegram-bot-api-secret-token'], secret)) return
      onRefused({ reason: 'wrong secret' })
      await response.code(401).send()
    })
    hook.post(WEBHOOK_PATH, async ({ body }, response) => {
      if (typeof body !== 'object' || body === null || Array.isArray(body)) {
        onRefused({ reason: 'no object' })
        return response.code(400).send({ error: 'no object' })
      }
      await receive(body)
      return response.code(200).send()
    })
    await Promise.resolve()
  })
}

/** What Fastify's errors say about a body, by their codes. */
const unreadable: Readonly<Record<string, Refusal['reason']>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'too large',
  FST_ERR_CTP_INVALID_JSON_BODY: 'no JSON',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'no JSON',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'no JSON',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'no JSON',
}

function equal(given: string | string[] | undefined, secret: string): boolean {
  if (typeof given !== 'string') return false
  const a = Buffer.from(given)
  const b = Buffer.from(secret)
  return a.length === b.length && timingSafeEqual(a, b)
}
