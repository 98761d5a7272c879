import { Redis } from 'ioredis'
import { messageOf } from '../errors.ts'

/** What a Redis says of itself, or why it says nothing. */
export type RedisAnswer =
  | {
      readonly kind: 'told'
      /** The lines of INFO, by their names. */
      readonly info: Readonly<Record<string, string>>
      /** When it writes snapshots, as in its configuration; undefined where it may not be asked. */
      readonly save: string | undefined
    }
  | { readonly kind: 'shut'; readonly code: string; readonly message: string }

/** Asks a Redis how it is set up, and changes nothing. Never rejects for what the server does. */
export async function askRedis(url: string, timeoutMs: number): Promise<RedisAnswer> {
  const redis = new Redis(url, {
    lazyConnect: true,
    connectTimeout: timeoutMs,
    commandTimeout: timeoutMs,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
  })
  let first: unknown
  redis.on('error', (error: unknown) => {
    first ??= error
  })
  try {
    await redis.connect()
    const info = linesOf(await redis.info())
    return { kind: 'told', info, save: await snapshotsOf(redis) }
  } catch (error) {
    const reason = first ?? error
    return { kind: 'shut', code: codeOf(reason), message: messageOf(reason) }
  } finally {
    redis.disconnect()
  }
}

/** A Redis that is hired often forbids CONFIG. */
async function snapshotsOf(redis: Redis): Promise<string | undefined> {
  const answer: unknown = await redis.config('GET', 'save').catch(() => undefined)
  return Array.isArray(answer) && typeof answer[1] === 'string' ? answer[1] : undefined
}

function linesOf(info: string): Record<string, string> {
  const lines: Record<string, string> = {}
  for (const line of info.split(/\r?\n/)) {
    const [, name, value] = /^([^#:]+):(.*)$/.exec(line) ?? []
    if (name !== undefined && value !== undefined) lines[name] = value
  }
  return lines
}

/** The system's code, or the word with which Redis begins a refusal: NOAUTH, WRONGPASS, LOADING. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return ''
  if ('code' in error && typeof error.code === 'string') return error.code
  return (
    /^[A-Z]{4,}/.exec(error.message)?.[0] ?? (/timed out/.test(error.message) ? 'ETIMEDOUT' : '')
  )
}
