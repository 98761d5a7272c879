import { createServer } from 'node:http'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'

import type { Clock } from '../../platform/clock.ts'
import { refusalAnswer } from '../api/dispatch.ts'
import { text } from '../api/params.ts'
import type { Dispatcher } from '../api/dispatch.ts'
import type { BotSession } from '../api/types.ts'
import { Refusal } from '../refusal.ts'
import type { FileStore } from '../world/files.ts'
import { parseParams, readBody } from './body.ts'
import { download } from './download.ts'
import { respond } from './respond.ts'

/** A page or an API beside Telegram's: says whether it takes the request. */
export type Route = (request: IncomingMessage, response: ServerResponse, url: URL) => boolean

export interface ServerParts {
  clock: Clock
  sessions: ReadonlyMap<string, BotSession>
  dispatcher: Dispatcher
  files: FileStore
  /** Asked in order for what is not Telegram's. */
  routes: readonly Route[]
  /** Mistakes of the simulator itself; the request is answered with 500. */
  onError(error: unknown): void
}

const NOT_FOUND = new Refusal(404, 'Not Found')
const UNAUTHORIZED = new Refusal(401, 'Unauthorized')
const TOO_LARGE = new Refusal(413, 'Request Entity Too Large')

export function createHttpServer(parts: ServerParts): Server {
  return createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
    try {
      route(parts, request, response)
    } catch (error) {
      fail(parts, response, error)
    }
  })
}

function route(parts: ServerParts, request: IncomingMessage, response: ServerResponse): void {
  const target = request.url ?? '/'
  if (target.startsWith('/bot')) {
    botCall(parts, request, response, target.slice(4))
    return
  }
  if (target.startsWith('/file/bot')) {
    const path = target.slice(9).split('?', 1)[0] ?? ''
    const slash = path.indexOf('/')
    const session = parts.sessions.get(decode(path.slice(0, slash)))
    if (session === undefined) respond(response, refusalAnswer(UNAUTHORIZED))
    else download(response, parts.files, decode(path.slice(slash + 1)))
    return
  }
  const url = URL.canParse(target, 'http://simulator')
    ? new URL(target, 'http://simulator')
    : undefined
  if (url !== undefined && parts.routes.some((take) => take(request, response, url))) return
  respond(response, refusalAnswer(NOT_FOUND))
}

/** `rest` is what follows `/bot`: the token, a slash, the method, perhaps a query. */
function botCall(
  parts: ServerParts,
  request: IncomingMessage,
  response: ServerResponse,
  rest: string,
): void {
  const slash = rest.indexOf('/')
  if (slash === -1) {
    respond(response, refusalAnswer(NOT_FOUND))
    return
  }
  const token = rest.slice(0, slash)
  const session = parts.sessions.get(token) ?? parts.sessions.get(decode(token))
  const queryAt = rest.indexOf('?', slash)
  const method = queryAt === -1 ? rest.slice(slash + 1) : rest.slice(slash + 1, queryAt)
  const query = queryAt === -1 ? '' : rest.slice(queryAt + 1)
  readBody(request, (body) => {
    try {
      if (session === undefined) respond(response, refusalAnswer(UNAUTHORIZED))
      else if (body === undefined) respond(response, refusalAnswer(TOO_LARGE))
      else answer(parts, session, method, query, request, response, body)
    } catch (error) {
      fail(parts, response, error)
    }
  })
}

function answer(
  parts: ServerParts,
  session: BotSession,
  method: string,
  query: string,
  request: IncomingMessage,
  response: ServerResponse,
  body: Buffer,
): void {
  const params = parseParams(query, request.headers['content-type'] ?? '', body)
  const name = method === '' ? text(params, 'method') : method
  const outcome = parts.dispatcher.dispatch(session, name, params, () => goneSignal(response))
  if (outcome instanceof Promise) {
    outcome.then(
      (later) => respond(response, later, parts.clock.now()),
      (error: unknown) => fail(parts, response, error),
    )
  } else respond(response, outcome, parts.clock.now())
}

function goneSignal(response: ServerResponse): AbortSignal {
  const controller = new AbortController()
  response.once('close', () => controller.abort())
  return controller.signal
}

function fail(parts: ServerParts, response: ServerResponse, error: unknown): void {
  if (error instanceof Refusal) {
    respond(response, refusalAnswer(error))
    return
  }
  parts.onError(error)
  respond(response, refusalAnswer(new Refusal(500, 'Internal Server Error')))
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch (error) {
    if (!(error instanceof URIError)) throw error
    return part
  }
}
