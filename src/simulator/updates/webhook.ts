import type { Clock } from '../../platform/clock.ts'
import { elapsedMs } from '../../platform/elapsed.ts'
import { messageOf } from '../../platform/errors.ts'
import { createPoster } from './post.ts'
import type { QueuedUpdate, UpdateQueue } from './queue.ts'

/** How long one push may take, in ms of elapsed time. */
const PUSH_TIMEOUT_MS = 60_000
/** Seconds; delays double up to here (WebhookActor.h, WEBHOOK_MAX_RESEND_TIMEOUT). */
const MAX_DELAY_S = 60
const MAX_RETRY_AFTER_S = 3600

export interface WebhookSettings {
  url: string
  secret: string
  /** How many pushes may be under way at once. */
  connections: number
}

export interface WebhookState {
  url: string
  has_custom_certificate: boolean
  pending_update_count: number
  last_error_date?: number
  last_error_message?: string
  max_connections?: number
  ip_address?: string
}

export interface Webhook {
  set(settings: WebhookSettings): void
  remove(): void
  info(): WebhookState
  close(): Promise<void>
}

interface Retry {
  failures: number
  delayS: number
  /** Elapsed ms. */
  readyAt: number
}

/**
 * Pushes updates to a bot: those of one key one after another, others side by side; what is not
 * answered with 2xx is pushed again with growing delay (or after `Retry-After`) until it expires.
 * `reply` gets the method call that a bot may put into its answer.
 */
export function createWebhook(
  queue: UpdateQueue,
  clock: Clock,
  reply: (body: { method: unknown }) => void,
): Webhook {
  let settings: WebhookSettings | undefined
  let lastError: { date: number; message: string } | undefined
  let stop = new AbortController()
  let timer: NodeJS.Timeout | undefined
  let pumping: NodeJS.Immediate | undefined
  const poster = createPoster(PUSH_TIMEOUT_MS)
  const busyKeys = new Set<string>()
  const retries = new Map<number, Retry>()
  const underway = new Set<Promise<void>>()

  /** Starts what can be started now, and comes back when the next retry is due. */
  function pump(): void {
    pumping = undefined
    clearTimeout(timer)
    if (settings === undefined) return
    const now = elapsedMs()
    const seen = new Set<string>(busyKeys)
    let next = Number.POSITIVE_INFINITY
    for (const queued of queue.waiting()) {
      if (busyKeys.size >= settings.connections) break
      if (seen.has(queued.key)) continue
      seen.add(queued.key)
      const readyAt = retries.get(queued.update.update_id)?.readyAt ?? 0
      if (readyAt > now) next = Math.min(next, readyAt)
      else start(queued, settings)
    }
    if (Number.isFinite(next)) timer = setTimeout(pump, Math.max(1, next - now))
  }

  function schedule(): void {
    pumping ??= setImmediate(pump)
  }

  function start(queued: QueuedUpdate, current: WebhookSettings): void {
    busyKeys.add(queued.key)
    const { signal } = stop
    const work = push(queued, current, signal).finally(() => {
      underway.delete(work)
      // After a change of the webhook the keys are no longer this push's.
      if (signal.aborted) return
      busyKeys.delete(queued.key)
      schedule()
    })
    underway.add(work)
  }

  async function push(
    queued: QueuedUpdate,
    current: WebhookSettings,
    signal: AbortSignal,
  ): Promise<void> {
    const id = queued.update.update_id
    try {
      const answer = await poster.post(
        current.url,
        {
          'content-type': 'application/json',
          ...(current.secret !== '' && { 'x-telegram-bot-api-secret-token': current.secret }),
        },
        JSON.stringify(queued.update),
        signal,
      )
      if (signal.aborted) return
      if (answer.status < 200 || answer.status > 299) {
        const reason = `Wrong response from the webhook: ${answer.status} ${answer.reason}`
        fail(id, reason, answer.retryAfter)
        return
      }
      queue.forget(id)
      retries.delete(id)
      takeReply(answer.body)
    } catch (error) {
      if (!signal.aborted) fail(id, messageOf(error), 0)
    }
  }

  /** The first failure is tried again at once, then after 2, 4, 8… seconds. */
  function fail(id: number, message: string, retryAfterS: number): void {
    lastError = { date: Math.floor(clock.now().getTime() / 1000), message: message.trim() }
    const before = retries.get(id) ?? { failures: 0, delayS: 1, readyAt: 0 }
    const asked = Math.min(MAX_RETRY_AFTER_S, retryAfterS)
    const delayS =
      asked === 0 && before.failures > 0 ? Math.min(MAX_DELAY_S, before.delayS * 2) : before.delayS
    const waitS = asked > 0 ? asked : before.failures > 0 ? delayS : 0
    retries.set(id, { failures: before.failures + 1, delayS, readyAt: elapsedMs() + waitS * 1000 })
  }

  function takeReply(body: string): void {
    if (!body.startsWith('{')) return
    let parsed: unknown
    try {
      parsed = JSON.parse(body)
    } catch (error) {
      // An answer that is not JSON is no method call; Telegram passes over it.
      if (!(error instanceof SyntaxError)) throw error
      return
    }
    if (typeof parsed === 'object' && parsed !== null && 'method' in parsed) {
      reply(parsed)
    }
  }

  function halt(): void {
    stop.abort()
    stop = new AbortController()
    clearTimeout(timer)
    clearImmediate(pumping)
    pumping = undefined
    busyKeys.clear()
    retries.clear()
    lastError = undefined
  }

  return {
    set: (next) => {
      halt()
      settings = next
      queue.onPush = schedule
      schedule()
    },
    remove: () => {
      if (settings === undefined) return
      halt()
      settings = undefined
      queue.onPush = undefined
    },
    info: () => ({
      url: settings?.url ?? '',
      has_custom_certificate: false,
      pending_update_count: queue.waiting().length,
      ...(lastError !== undefined && {
        last_error_date: lastError.date,
        last_error_message: lastError.message,
      }),
      ...(settings !== undefined && {
        max_connections: settings.connections,
        ip_address: '127.0.0.1',
      }),
    }),
    close: async () => {
      halt()
      settings = undefined
      queue.onPush = undefined
      await Promise.all(underway)
      poster.close()
    },
  }
}
