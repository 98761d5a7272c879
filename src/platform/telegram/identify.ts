import type { UserFromGetMe } from 'grammy/types'
import type { Logger } from '../logger.ts'
import type { TelegramClient } from './client.ts'
import { insist } from './insist.ts'

/**
 * Asks Telegram who the bot is. A network that is away is waited for, within bounds; a token that is
 * refused is not.
 *
 * @throws UserError when Telegram refuses the token, or cannot be reached for too long
 */
export function identify(
  telegram: TelegramClient,
  log: Logger,
  signal: AbortSignal,
): Promise<UserFromGetMe> {
  return insist({
    method: 'getMe',
    ask: (ended) => telegram.getMe(ended),
    hint: 'A bot that was logged out belongs to the Bot API server that it moved to: see TELEGRAM_API_ROOT.',
    log,
    signal,
  })
}
