import type { IncomingMessage, ServerResponse } from 'node:http'

import { messageOf } from '../../platform/errors.ts'
import { readBody } from '../http/body.ts'
import { mayControl } from '../http/guard.ts'
import { respondJson } from '../http/respond.ts'
import type { Route } from '../http/server.ts'
import { showEvents } from './events.ts'
import { addFaults, clearFaults, listFaults, setLimits } from './faults.ts'
import { showFile } from './files.ts'
import { actInGroup, createGroup, groupMessages } from './groups.ts'
import { showCounts, showLedger } from './ledger.ts'
import { actAsPerson, createPerson, listPeople, personMessages, showPerson } from './people.ts'
import { showState } from './state.ts'
import { ControlError } from './types.ts'
import type { ControlHandler, ControlParts } from './types.ts'

/** Method and path; `:id` is handed to the handler. */
const HANDLERS: readonly (readonly [string, RegExp, ControlHandler])[] = [
  ['GET', /^\/sim\/state$/u, showState],
  ['GET', /^\/sim\/events$/u, showEvents],
  ['GET', /^\/sim\/people$/u, listPeople],
  ['POST', /^\/sim\/people$/u, createPerson],
  ['GET', /^\/sim\/people\/(\d+)$/u, showPerson],
  ['GET', /^\/sim\/people\/(\d+)\/messages$/u, personMessages],
  ['POST', /^\/sim\/people\/(\d+)\/actions$/u, actAsPerson],
  ['POST', /^\/sim\/groups$/u, createGroup],
  ['GET', /^\/sim\/groups\/(-\d+)\/messages$/u, groupMessages],
  ['POST', /^\/sim\/groups\/(-\d+)\/actions$/u, actInGroup],
  ['GET', /^\/sim\/ledger$/u, showLedger],
  ['GET', /^\/sim\/ledger\/counts$/u, showCounts],
  ['GET', /^\/sim\/faults$/u, listFaults],
  ['POST', /^\/sim\/faults$/u, addFaults],
  ['DELETE', /^\/sim\/faults$/u, clearFaults],
  ['PUT', /^\/sim\/limits$/u, setLimits],
  ['GET', /^\/sim\/files\/([\w-]+)$/u, showFile],
]

/** Everything below /sim: people, their actions, faults, the ledger, state and events. */
export function controlRoute(parts: ControlParts): Route {
  return (request, response, url) => {
    if (url.pathname !== '/sim' && !url.pathname.startsWith('/sim/')) return false
    if (!mayControl(request, parts.host)) {
      respondJson(response, 403, { error: 'this page may not control the simulator' })
      return true
    }
    readBody(request, (body) => {
      try {
        if (body === undefined) throw new ControlError(413, 'the request is too large')
        handle(parts, request, response, url, body)
      } catch (error) {
        answerError(response, error)
      }
    })
    return true
  }
}

function handle(
  parts: ControlParts,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  body: Buffer,
): void {
  const method = request.method ?? 'GET'
  let pathIsKnown = false
  for (const [wanted, pattern, handler] of HANDLERS) {
    const match = pattern.exec(url.pathname)
    if (match === null) continue
    pathIsKnown = true
    if (wanted !== method) continue
    const result = handler({
      ...parts,
      request,
      response,
      url,
      bot: chosenBot(parts, url),
      id: match[1] ?? '',
      body: parseJson(body),
    })
    if (result !== undefined) respondJson(response, 200, result)
    return
  }
  throw pathIsKnown
    ? new ControlError(405, `${method} is not for ${url.pathname}`)
    : new ControlError(404, `there is nothing at ${url.pathname}`)
}

function chosenBot({ sessions }: ControlParts, url: URL): ControlHandlerBot {
  const wanted = url.searchParams.get('bot')
  for (const { bot } of sessions.values()) {
    if (wanted === null || String(bot.me.id) === wanted) return bot
  }
  throw new ControlError(404, `there is no bot ${wanted ?? ''}`)
}

type ControlHandlerBot = Parameters<ControlHandler>[0]['bot']

function parseJson(body: Buffer): unknown {
  if (body.length === 0) return undefined
  try {
    return JSON.parse(body.toString('utf8')) as unknown
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    throw new ControlError(400, 'the body is not JSON')
  }
}

/** What a person cannot do is thrown by the driver with a reason: a conflict, not a mistake. */
function answerError(response: ServerResponse, error: unknown): void {
  const status = error instanceof ControlError ? error.status : 409
  respondJson(response, status, { error: messageOf(error) })
}
