import type { Config } from '../platform/config.ts'
import { UserError } from '../platform/errors.ts'
import { createLogger } from '../platform/logger.ts'
import { createTelegram, identify } from '../platform/telegram/index.ts'

/** Somebody waits at the shell: longer than a slow link, shorter than patience. */
const TELEGRAM_S = 10

/**
 * The name that stands in the bot's links; undefined without a token.
 *
 * @throws UserError when Telegram refuses the token, or does not answer in time
 */
export async function botUsername(config: Config): Promise<string | undefined> {
  if (config.botToken === undefined) return undefined
  const telegram = createTelegram({
    ...config,
    token: config.botToken,
    apiRoot: config.telegramApiRoot,
    timeoutSeconds: TELEGRAM_S,
  })
  const signal = AbortSignal.timeout(TELEGRAM_S * 1000)
  try {
    return (await identify(telegram, createLogger(config.logLevel), signal)).username
  } catch (error) {
    if (error instanceof UserError || !signal.aborted) throw error
    throw new UserError(`Telegram did not answer within ${TELEGRAM_S} seconds.`, {
      hint: 'Try again later, or without BOT_TOKEN.',
      cause: error,
    })
  }
}
