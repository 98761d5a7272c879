import type { FastifyReply, FastifyRequest } from 'fastify'
import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { acceptsGzip } from '../../platform/page-build/index.ts'

const VARY = 'accept-encoding, authorization, cookie'

/** Below so many bytes compression costs more than it saves. */
const WORTH_ZIPPING = 1400

export interface Answer {
  readonly status: number
  readonly type: string
  readonly body: string
  readonly headers?: Readonly<Record<string, string>>
}

/** JSON as an answer. */
export function json(status: number, value: unknown): Answer {
  return { status, type: 'application/json; charset=utf-8', body: JSON.stringify(value) }
}

/** Sends an answer, or says that what was seen before has not changed. */
export async function send(
  request: FastifyRequest,
  response: FastifyReply,
  { status, type, body, headers }: Answer,
): Promise<FastifyReply> {
  const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`
  const said = {
    vary: VARY,
    ...headers,
    ...(status === 200 ? { etag: tag } : {}),
    'content-type': type,
  }
  if (status === 200 && isKnown(request.headers['if-none-match'], tag)) {
    return response.code(304).headers(said).send()
  }
  if (!acceptsGzip(request.headers['accept-encoding']) || body.length < WORTH_ZIPPING) {
    return response.code(status).headers(said).send(body)
  }
  const zipped = await promisify(gzip)(body)
  return response
    .code(status)
    .headers({ ...said, 'content-encoding': 'gzip' })
    .send(zipped)
}

/** By weak comparison, as a GET is compared (RFC 9110, 13.1.2). */
function isKnown(given: string | undefined, tag: string): boolean {
  if (given === undefined) return false
  return given.split(',').some((one) => one.trim().replace(/^W\//, '') === tag)
}
