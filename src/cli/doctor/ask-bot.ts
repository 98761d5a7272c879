import { request, type IncomingMessage } from 'node:http'
import { z } from 'zod'
import { elapsedMs } from '../../platform/elapsed.ts'
import { openPath, type Path, type PathFault, type PathOptions } from './open-path.ts'

/** Elapsed milliseconds for an answer, beside what Telegram is asked to hold it back. */
const ANSWER_MS = 7000

/** Bytes; the answers that are asked for here are small. */
const MOST_BYTES = 1024 * 1024

/** What a Bot API server says, or how far the question came. */
export type BotAnswer =
  | {
      readonly kind: 'answer'
      readonly ok: boolean
      readonly code: number
      readonly description: string
      readonly result: unknown
      readonly retryAfterS: number | undefined
      /** Its clock, by its header. */
      readonly date: Date | undefined
      /** Elapsed milliseconds from the question to the answer. */
      readonly tookMs: number
    }
  /** Somebody answers, and it is no Bot API. */
  | { readonly kind: 'foreign'; readonly status: number }
  | { readonly kind: 'shut'; readonly fault: PathFault }

const shape = z.object({
  ok: z.boolean(),
  result: z.unknown().optional(),
  error_code: z.number().optional(),
  description: z.string().optional(),
  parameters: z.object({ retry_after: z.number().optional() }).optional(),
})

export interface Question {
  readonly apiRoot: string
  readonly token: string
  readonly method: 'getMe' | 'getWebhookInfo' | 'getUpdates'
  readonly parameters?: Readonly<Record<string, number>>
  /** Milliseconds for which the answer may be held back. */
  readonly heldMs?: number
  readonly proxy?: PathOptions['proxy']
}

/** Asks once, over a connection of its own; never rejects for what the network or the server does. */
export async function askBot(question: Question): Promise<BotAnswer> {
  const root = new URL(question.apiRoot)
  const secure = root.protocol === 'https:'
  const port = Number(root.port || (secure ? 443 : 80))
  const target = { host: root.hostname, port }
  const { proxy } = question
  const path = await openPath({ target, secure, ...(proxy === undefined ? {} : { proxy }) })
  if (path.kind === 'shut') return path
  try {
    return await exchange(path.socket, root, question)
  } finally {
    path.socket.destroy()
  }
}

type Socket = Extract<Path, { kind: 'open' }>['socket']

async function exchange(socket: Socket, root: URL, question: Question): Promise<BotAnswer> {
  const began = elapsedMs()
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(question.parameters ?? {})) {
    query.set(name, String(value))
  }
  const base = root.pathname.replace(/\/$/, '')
  const signal = AbortSignal.timeout(ANSWER_MS + (question.heldMs ?? 0))
  let response: IncomingMessage
  let text: string
  try {
    response = await new Promise<IncomingMessage>((resolve, reject) => {
      const call = request({
        createConnection: () => socket,
        method: 'GET',
        path: `${base}/bot${question.token}/${question.method}?${query.toString()}`,
        headers: { host: root.host, connection: 'close' },
        signal,
      })
      call.once('response', resolve)
      call.on('error', reject)
      call.end()
    })
    text = await read(response)
  } catch (error) {
    return { kind: 'shut', fault: { step: 'http', at: 'target', code: httpCode(error, signal) } }
  }
  const parsed = shape.safeParse(parseJson(text))
  const status = response.statusCode ?? 0
  if (!parsed.success) return { kind: 'foreign', status }
  const { ok, result, error_code: code = status, description = '', parameters } = parsed.data
  const date = Date.parse(response.headers.date ?? '')
  return {
    kind: 'answer',
    ok,
    code,
    description,
    result,
    retryAfterS: parameters?.retry_after,
    date: Number.isNaN(date) ? undefined : new Date(date),
    tookMs: elapsedMs() - began,
  }
}

async function read(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of response) {
    if (!Buffer.isBuffer(chunk)) continue
    length += chunk.length
    if (length > MOST_BYTES) break
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function httpCode(error: unknown, signal: AbortSignal): string {
  if (signal.aborted) return 'ETIMEDOUT'
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : 'UNKNOWN'
}
