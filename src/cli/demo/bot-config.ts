import { parseConfig, type Config } from '../../platform/config.ts'

export const TIMEZONE = 'Asia/Makassar'

/** Nothing of the environment: a demo must not touch a database or a bot that somebody uses. */
export function botConfig(parts: {
  readonly token: string
  readonly telegramApiRoot: string
  /** Bulk messages a second. */
  readonly sendRate: number
  /** Both left out: an embedded one. */
  readonly databaseUrl?: string
  readonly databaseOwnerUrl?: string
}): Config {
  return parseConfig({
    BOT_TOKEN: parts.token,
    TELEGRAM_API_ROOT: parts.telegramApiRoot,
    PORT: '0',
    ORG_TIMEZONE: TIMEZONE,
    SEND_RATE: String(parts.sendRate),
    // Days pass in seconds here, and all come from one machine.
    UPDATES_PER_MINUTE: 'off',
    REQUESTS_PER_MINUTE: 'off',
    DATABASE_URL: parts.databaseUrl,
    DATABASE_OWNER_URL: parts.databaseOwnerUrl,
  })
}
