import type { Logger } from '../platform/logger.ts'

export interface HaltNotice {
  /** Telegram has refused the token in a call of this process. */
  refused(reason: string): void
  /** The ledger says that this process is to send nothing. */
  found(
    lease: { readonly kind: 'halted'; readonly reason: string } | { readonly kind: 'outdated' },
  ): void
  /** Something may be sent again. */
  over(): void
}

/**
 * Says once in the log that nothing is sent any more, why, and what mends it; not for each of the
 * thousands of messages that wait.
 */
export function createHaltNotice(log: Pick<Logger, 'fatal'>): HaltNotice {
  let said = false

  function say(fields: Readonly<Record<string, unknown>>, text: string): void {
    if (!said) log.fatal(fields, text)
    said = true
  }

  return {
    refused(reason) {
      say(
        { reason },
        'Telegram refuses the bot’s token: nothing is sent any more, by any process, and everything is kept. Copy the token from @BotFather into BOT_TOKEN and start again.',
      )
    },
    found(lease) {
      if (lease.kind === 'halted') this.refused(lease.reason)
      else {
        say(
          {},
          'The bot was started with another token since: this process sends nothing any more. Stop it, or start it with the token in use.',
        )
      }
    },
    over() {
      said = false
    },
  }
}
