import type { ServerResponse } from 'node:http'

import type { Answer } from '../api/dispatch.ts'

/**
 * Answers, or cuts the connection so that the caller cannot tell what became of its request.
 *
 * @param at what Telegram's clock says; that of this machine where it is left out
 */
export function respond(response: ServerResponse, answer: Answer, at?: Date): void {
  if (response.destroyed || response.writableEnded) return
  if (answer.cut) {
    response.socket?.resetAndDestroy()
    return
  }
  const length = Buffer.byteLength(answer.body)
  const headers = ['content-type', 'application/json', 'content-length', String(length)]
  if (answer.retryAfter !== undefined) headers.push('retry-after', String(answer.retryAfter))
  if (at !== undefined) headers.push('date', at.toUTCString())
  // Pure ASCII, which most answers are, is written several times faster as Latin-1.
  const encoding = length === answer.body.length ? 'latin1' : 'utf8'
  response.writeHead(answer.status, headers).end(answer.body, encoding)
}

export function respondJson(response: ServerResponse, status: number, value: unknown): void {
  respond(response, { cut: false, status, body: JSON.stringify(value), retryAfter: undefined })
}
