import { GrammyError } from 'grammy'
import type { UserFromGetMe } from 'grammy/types'
import { pause } from '../elapsed.ts'
import { UserError } from '../errors.ts'
import type { Logger } from '../logger.ts'
import type { TelegramClient } from './client.ts'
import { outcomeOfError } from './outcome.ts'

/** Longest wait between two tries while Telegram is out of reach. */
const LONGEST_WAIT_MS = 30_000

/**
 * Asks Telegram who the bot is. A network that is away is waited for; a token that is refused is
 * not.
 *
 * @throws UserError when Telegram refuses the token
 */
export async function identify(
  telegram: TelegramClient,
  log: Logger,
  signal: AbortSignal,
): Promise<UserFromGetMe> {
  for (let tries = 0; ; tries++) {
    try {
      return await telegram.getMe()
    } catch (error) {
      const outcome = outcomeOfError(error)
      if (
        outcome.kind === 'unauthorized' ||
        (error instanceof GrammyError && error.error_code < 429)
      ) {
        throw new UserError('Telegram refuses BOT_TOKEN.', {
          hint: 'Copy it again from @BotFather (/mybots, API Token), or try without one: npm run demo',
        })
      }
      signal.throwIfAborted()
      log.warn({ outcome }, 'Telegram cannot be reached; trying again')
      await pause(Math.min(LONGEST_WAIT_MS, 500 * 2 ** tries), signal)
    }
  }
}
