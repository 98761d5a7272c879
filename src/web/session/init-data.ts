import { createHmac, timingSafeEqual } from 'node:crypto'

/** Who opened a Mini App, and when, as Telegram has signed it. */
export type InitData =
  | { readonly kind: 'valid'; readonly telegramId: number; readonly signedAt: Date }
  /** Nothing that Telegram's app sends. */
  | { readonly kind: 'malformed' }
  /** Signed by somebody else, for another bot, or changed since. */
  | { readonly kind: 'forged' }
  /** Signed too long ago, or later than now. */
  | { readonly kind: 'aged' }

export interface InitDataOptions {
  readonly token: string
  readonly now: Date
  /** Milliseconds for which a signature holds; an hour by default. */
  readonly maxAgeMs?: number
}

/** As long as a session by a link. */
const MAX_AGE_MS = 3600_000

/** Clocks differ; so far ahead of ours Telegram's may be. */
const AHEAD_MS = 60_000

/** Telegram's own data has about five hundred characters. */
const LONGEST = 8192

/**
 * Checks the `initData` of a Mini App as Telegram says: all fields but `hash`, sorted by name, as lines
 * `name=value`, are signed by HMAC-SHA-256, with the HMAC of the bot's token under the key "WebAppData"
 * as the key. What the person may is not in it, and asked at every request.
 *
 * Source: https://core.telegram.org/bots/webapps#validating-data-received-via-the-mini-app
 *
 * @param raw the query string, as `Telegram.WebApp.initData` gives it
 */
export function checkInitData(raw: string, options: InitDataOptions): InitData {
  if (raw.length > LONGEST) return { kind: 'malformed' }
  const fields = [...new URLSearchParams(raw)]
  const named = new Map(fields)
  // A name that stands twice would be read in two ways.
  if (named.size !== fields.length) return { kind: 'malformed' }
  const hash = named.get('hash') ?? ''
  if (!/^[0-9a-f]{64}$/.test(hash)) return { kind: 'malformed' }
  const lines = fields
    .filter(([name]) => name !== 'hash')
    .map(([name, value]) => `${name}=${value}`)
  const signed = sign(lines.toSorted().join('\n'), options.token)
  if (!timingSafeEqual(signed, Buffer.from(hash, 'hex'))) return { kind: 'forged' }
  // From here on it is Telegram's; still nothing of it is taken for granted.
  const signedAt = momentIn(named.get('auth_date'))
  const telegramId = userIn(named.get('user'))
  if (signedAt === undefined || telegramId === undefined) return { kind: 'malformed' }
  const age = options.now.getTime() - signedAt.getTime()
  if (age > (options.maxAgeMs ?? MAX_AGE_MS) || age < -AHEAD_MS) return { kind: 'aged' }
  return { kind: 'valid', telegramId, signedAt }
}

function sign(text: string, token: string): Buffer {
  const key = createHmac('sha256', 'WebAppData').update(token).digest()
  return createHmac('sha256', key).update(text).digest()
}

function momentIn(seconds: string | undefined): Date | undefined {
  return seconds !== undefined && /^\d{1,12}$/.test(seconds)
    ? new Date(Number(seconds) * 1000)
    : undefined
}

/** The id in the JSON of `user`; a Mini App that was opened in a channel has none. */
function userIn(json: string | undefined): number | undefined {
  try {
    const user: unknown = JSON.parse(json ?? '')
    if (typeof user !== 'object' || user === null || !('id' in user)) return undefined
    return Number.isSafeInteger(user.id) && Number(user.id) > 0 ? Number(user.id) : undefined
  } catch {
    return undefined
  }
}
