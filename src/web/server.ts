import { fastify, type FastifyInstance } from 'fastify'
import { timingSafeEqual } from 'node:crypto'
import { UserError } from '../platform/errors.ts'
import { addVerification, type CheckCertificate } from './verification.ts'

export interface WebOptions {
  readonly host: string
  readonly port: number
  /** Set: updates come by webhook, and this is the secret that Telegram sends along. */
  readonly webhookSecret: string | undefined
  /** Resolves once the update is stored. */
  readonly receive: (update: unknown) => Promise<void>
  /** Told of an update that could not be stored; Telegram brings it again. */
  readonly onRefused: (error: unknown) => void
  /** What a certificate's code says. */
  readonly checkCertificate: CheckCertificate
  /** Language of a page for whoever wishes none. */
  readonly locale: 'id' | 'en'
  /** What is worth knowing; rejects while the process cannot do its work, e.g. without its database. */
  readonly ready: () => Promise<object>
}

export interface WebServer {
  readonly port: number
  close(): Promise<void>
}

/** Where Telegram pushes updates to, below PUBLIC_URL. */
export const WEBHOOK_PATH = '/telegram'

/** An update is small; Telegram's largest are a few dozen kilobytes. */
const BODY_LIMIT = 1024 * 1024

/** @throws UserError when the port is taken */
export async function startWeb(options: WebOptions): Promise<WebServer> {
  const app = fastify({ bodyLimit: BODY_LIMIT })
  app.get('/healthz', () => ({ ok: true }))
  app.get('/readyz', async (_request, response) => {
    try {
      return { ok: true, ...(await options.ready()) }
    } catch {
      return response.code(503).send({ ok: false })
    }
  })
  addVerification(app, options.checkCertificate, options.locale)
  if (options.webhookSecret !== undefined) addWebhook(app, options.webhookSecret, options)
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

function addWebhook(
  app: FastifyInstance,
  secret: string,
  { receive, onRefused }: WebOptions,
): void {
  app.post(WEBHOOK_PATH, async (request, response) => {
    if (!equal(request.headers['x-telegram-bot-api-secret-token'], secret)) {
      return response.code(401).send()
    }
    try {
      await receive(request.body)
      return await response.code(200).send()
    } catch (error) {
      // Telegram keeps what we cannot store, and comes again.
      onRefused(error)
      return response.code(503).header('retry-after', '2').send()
    }
  })
}

function equal(given: string | string[] | undefined, secret: string): boolean {
  if (typeof given !== 'string') return false
  const a = Buffer.from(given)
  const b = Buffer.from(secret)
  return a.length === b.length && timingSafeEqual(a, b)
}
