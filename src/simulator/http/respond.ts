import type { ServerResponse } from 'node:http'

import type { Answer } from '../api/dispatch.ts'

/** Answers, or cuts the connection so that the caller cannot tell what became of its request. */
export function respond(response: ServerResponse, answer: Answer): void {
  if (response.destroyed || response.writableEnded) return
  if (answer.cut) {
    response.socket?.resetAndDestroy()
    return
  }
  const headers: Record<string, string | number> = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(answer.body),
  }
  if (answer.retryAfter !== undefined) headers['retry-after'] = answer.retryAfter
  response.writeHead(answer.status, headers).end(answer.body)
}

export function respondJson(response: ServerResponse, status: number, value: unknown): void {
  respond(response, { cut: false, status, body: JSON.stringify(value), retryAfter: undefined })
}
