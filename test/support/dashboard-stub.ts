import { fastify, type FastifyReply, type FastifyRequest } from 'fastify'
import { createHash } from 'node:crypto'
import { silentLogger } from '../../src/platform/logger.ts'
import { addPage } from '../../src/web/dashboard/add-page.ts'
import { VIEWS } from '../../src/web/dashboard/contract.ts'
import { readDashboardPage } from '../../src/web/index.ts'
import { addSecurityHeaders } from '../../src/web/security/index.ts'

/** The dashboard's page, with answers that a test makes up: states that a real server rarely is in. */
export interface DashboardStub {
  /** Of the page; `empty` below it is a page without anything. */
  readonly url: string
  /** Requests for figures, in order: path and query below `/dasbor/`. */
  readonly asked: { readonly path: string; readonly headers: FastifyRequest['headers'] }[]
  /** Statuses of the answers, in the same order. */
  readonly statuses: number[]
  close(): Promise<void>
}

export interface StubAnswer {
  readonly status?: number
  readonly body: unknown
}

/** @param answer gives what a path is answered with, now or later; undefined: the connection breaks off */
export async function startDashboardStub(
  answer: (path: string) => StubAnswer | undefined | Promise<StubAnswer>,
): Promise<DashboardStub> {
  const app = fastify({ forceCloseConnections: true })
  await addSecurityHeaders(app, { secure: false })
  addPage(app, { readPage: () => readDashboardPage(), log: silentLogger, fallback: 'id' })
  const asked: DashboardStub['asked'] = []
  const statuses: number[] = []
  const reply = async (request: FastifyRequest, response: FastifyReply): Promise<FastifyReply> => {
    const path = request.url.replace('/dasbor/', '')
    asked.push({ path, headers: request.headers })
    const said = await answer(path)
    if (said === undefined) {
      statuses.push(0)
      request.raw.socket.destroy()
      return response.hijack()
    }
    const body = typeof said.body === 'string' ? said.body : JSON.stringify(said.body)
    const etag = `"${createHash('sha256').update(body).digest('hex').slice(0, 16)}"`
    const isKnown = request.headers['if-none-match'] === etag
    const status = isKnown ? 304 : (said.status ?? 200)
    statuses.push(status)
    return response
      .code(status)
      .headers({ etag, 'cache-control': 'no-store' })
      .type(path.startsWith('csv/') ? 'text/csv' : 'application/json')
      .send(isKnown ? undefined : body)
  }
  app.get('/dasbor/empty', { helmet: false }, (_request, response) =>
    response.type('text/html').send('<!doctype html><link rel="icon" href="data:,">'),
  )
  app.get('/dasbor/data/start', reply)
  for (const view of VIEWS) app.get(`/dasbor/data/${view}`, reply)
  app.get('/dasbor/csv/:view/:panel', reply)
  const url = `${await app.listen({ host: '127.0.0.1', port: 0 })}/dasbor/`
  return { url, asked, statuses, close: () => app.close() }
}
