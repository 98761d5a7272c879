import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { UserError } from '../../platform/errors.ts'
import { plainHeaders } from '../security/index.ts'
import { answerHealth, type Health, type MetricsAccess } from './health.ts'

/** Elapsed milliseconds in which a request must have arrived whole: it has no body. */
const REQUEST_MS = 5000

export interface HealthServer {
  readonly port: number
  close(): Promise<void>
}

/**
 * The pages about this process alone, for one that serves no others: a server of Node's own, since
 * Fastify would cost more memory than the pages are worth.
 *
 * @throws UserError when the port is taken
 */
export async function serveHealth(
  health: Health,
  {
    host,
    port,
    token,
  }: { readonly host: string; readonly port: number; readonly token: string | undefined },
): Promise<HealthServer> {
  const access: MetricsAccess = { token, isPublic: false }
  const server = createServer(
    { requestTimeout: REQUEST_MS, headersTimeout: REQUEST_MS },
    (request, response) => {
      answer(health, access, request, response).catch(() => response.destroy())
    },
  )
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? taken(host, port, error) : error)
    })
    server.listen(port, host, resolve)
  })
  const address = server.address()
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve()
        })
        server.closeAllConnections()
      }),
  }
}

function taken(host: string, port: number, cause: Error): UserError {
  return new UserError(`Port ${port} on ${host} is taken.`, {
    hint: 'Set HEALTH_PORT to another one: each process on a machine needs its own.',
    cause,
  })
}

async function answer(
  health: Health,
  access: MetricsAccess,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  request.resume()
  const isRead = request.method === 'GET' || request.method === 'HEAD'
  const [path = ''] = (request.url ?? '').split('?', 1)
  const { remoteAddress } = request.socket
  const answered = isRead
    ? await answerHealth(health, access, { path, headers: request.headers, remoteAddress })
    : undefined
  const { status, type, body } = answered ?? NOT_FOUND
  response.writeHead(status, { ...plainHeaders, 'content-type': type })
  response.end(request.method === 'HEAD' ? undefined : body)
}

const NOT_FOUND = { status: 404, type: 'application/json; charset=utf-8', body: '{"ok":false}' }
