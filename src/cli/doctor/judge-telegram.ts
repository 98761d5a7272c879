import { z } from 'zod'
import type { BotAnswer } from './ask-bot.ts'
import { found, type Finding } from './reasons.ts'

export interface TelegramFacts {
  /** Whether there is a token, by its form. */
  readonly token: 'there' | 'missing' | 'malformed'
  /** The address that Telegram should push to; undefined: we poll. */
  readonly webhookUrl: string | undefined
  /** Whether Telegram itself is asked, which pushes to https alone. */
  readonly isTelegram: boolean
  readonly me: BotAnswer | undefined
  readonly webhook: BotAnswer | undefined
  /** Undefined where nothing was asked. */
  readonly polling: BotAnswer | undefined
  /** Whether a process of this database has the place of the poller. */
  readonly isOursPolling: boolean
  readonly now: Date
}

/** Updates that wait: so many have come together only where nobody fetches them fast enough. */
const BACKLOG = 100

/** Minutes within which a push that failed is one that fails now. */
const FRESH_MIN = 10

export function judgeTelegram(facts: TelegramFacts): readonly Finding[] {
  return [judgeToken(facts), judgeWebhook(facts), judgePolling(facts)]
}

const meShape = z.object({ username: z.string() })

function judgeToken({ token, me }: TelegramFacts): Finding {
  if (token !== 'there') return found(`token/${token}`)
  if (me?.kind !== 'answer') return found('token/unreached')
  const bot = meShape.safeParse(me.result)
  if (me.ok && bot.success) return found('token/fine', { username: bot.data.username })
  if (me.code === 429) return found('token/busy', { seconds: me.retryAfterS ?? 1 })
  if (me.code >= 500) return found('token/unavailable', { code: me.code })
  return found('token/refused', { code: me.code, said: me.description })
}

const webhookShape = z.object({
  url: z.string(),
  pending_update_count: z.number(),
  last_error_date: z.number().optional(),
  last_error_message: z.string().optional(),
})

function judgeWebhook({ webhook, webhookUrl, isTelegram, now }: TelegramFacts): Finding {
  if (webhookUrl !== undefined && isTelegram && !webhookUrl.startsWith('https:')) {
    return found('webhook/plain', { url: webhookUrl })
  }
  const info = webhook?.kind === 'answer' ? webhookShape.safeParse(webhook.result) : undefined
  if (info?.success !== true) return found('webhook/unreached')
  const { url, pending_update_count: pending } = info.data
  // Of an address that is not ours the name alone is shown: its path may be a secret.
  const values = { url: webhookUrl ?? '', theirs: hostOf(url), pending }
  if (webhookUrl === undefined) {
    return url === '' ? found('webhook/none', values) : found('webhook/foreign', values)
  }
  if (url === '') return found('webhook/notSet', values)
  if (url !== webhookUrl) return found('webhook/elsewhere', values)
  const { last_error_date: failedAt, last_error_message: said = '' } = info.data
  if (failedAt !== undefined) {
    const minutes = Math.max(0, Math.round(now.getTime() / 60_000 - failedAt / 60))
    const more = { ...values, minutes, said }
    const isFresh = minutes <= FRESH_MIN && pending > 0
    if (isFresh && /ssl|certificate|tls/i.test(said)) return found('webhook/certificate', more)
    return found(isFresh ? 'webhook/failing' : 'webhook/failedOnce', more)
  }
  return found(pending >= BACKLOG ? 'webhook/backlog' : 'webhook/fine', values)
}

function judgePolling(facts: TelegramFacts): Finding {
  const { webhookUrl, webhook, polling, isOursPolling } = facts
  const info = webhook?.kind === 'answer' ? webhookShape.safeParse(webhook.result) : undefined
  if (webhookUrl !== undefined || (info?.success === true && info.data.url !== '')) {
    return found('polling/byWebhook')
  }
  if (isOursPolling) return found('polling/own')
  if (polling?.kind !== 'answer') return found('polling/unreached')
  if (polling.code === 409) return found('polling/other')
  if (!polling.ok) return found('polling/unreached')
  const waiting = Array.isArray(polling.result) && polling.result.length > 0
  return found(waiting ? 'polling/waiting' : 'polling/fine')
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url
}
