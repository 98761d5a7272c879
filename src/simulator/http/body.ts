import { Buffer } from 'node:buffer'
import type { IncomingMessage } from 'node:http'

import { NO_FILES } from '../api/params.ts'
import type { Params } from '../api/params.ts'
import { isFields } from '../api/fields.ts'
import { Refusal } from '../refusal.ts'
import { boundaryOf, parseMultipart } from './multipart.ts'

/** Bytes: 50 MB of file (the Bot API's limit) and what stands around it. */
const MAX_BODY = 50 * 1024 * 1024 + 256 * 1024

/**
 * Collects the body and hands it on; `done` gets undefined when it is too large or was cut off.
 * Callbacks rather than a promise: this is on the path of every message.
 */
export function readBody(request: IncomingMessage, done: (body: Buffer | undefined) => void): void {
  const chunks: Buffer[] = []
  let size = 0
  let finished = false
  const finish = (body: Buffer | undefined): void => {
    if (finished) return
    finished = true
    done(body)
  }
  request.on('data', (chunk: Buffer) => {
    size += chunk.length
    if (size > MAX_BODY) finish(undefined)
    else if (!finished) chunks.push(chunk)
  })
  request.on('end', () => {
    const [only] = chunks
    finish(chunks.length === 1 && only !== undefined ? only : Buffer.concat(chunks))
  })
  // Also when the caller goes away in the middle.
  request.on('error', () => finish(undefined))
}

/** The parameters of a request: those of the query, then those of the body. */
export function parseParams(query: string, contentType: string, body: Buffer): Params {
  const fromQuery = query === '' ? {} : formValues(query)
  if (body.length === 0) return { values: fromQuery, files: NO_FILES }
  const kind = contentType.toLowerCase()
  if (kind.startsWith('application/json')) {
    return { values: { ...fromQuery, ...jsonValues(body) }, files: NO_FILES }
  }
  if (kind.startsWith('multipart/form-data')) {
    const boundary = boundaryOf(contentType)
    const form = boundary === undefined ? undefined : parseMultipart(body, boundary)
    if (form === undefined) throw new Refusal(400, "Bad Request: can't parse multipart content")
    return { values: { ...fromQuery, ...form.fields }, files: form.files }
  }
  if (kind.startsWith('application/x-www-form-urlencoded')) {
    return { values: { ...fromQuery, ...formValues(body.toString('utf8')) }, files: NO_FILES }
  }
  return { values: fromQuery, files: NO_FILES }
}

function jsonValues(body: Buffer): Record<string, unknown> {
  let value: unknown
  try {
    value = JSON.parse(body.toString('utf8'))
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    throw new Refusal(400, "Bad Request: can't parse request content as JSON")
  }
  if (!isFields(value)) throw new Refusal(400, 'Bad Request: request content must be a JSON object')
  return value
}

function formValues(form: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(form))
}
