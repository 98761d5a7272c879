import { GrammyError } from 'grammy'
import { pause } from '../elapsed.ts'
import { messageOf } from '../errors.ts'
import type { Logger } from '../logger.ts'
import type { TelegramClient } from './client.ts'

export interface PollerOptions {
  readonly telegram: TelegramClient
  /** Must have stored the updates when it resolves: only then they are confirmed. */
  readonly store: (updates: readonly unknown[]) => Promise<void>
  readonly log: Logger
}

export interface Poller {
  start(): void
  stop(): Promise<void>
}

/** What we handle; `poll_answer` and `my_chat_member` among it. Others are not sent to us. */
export const ALLOWED_UPDATES = [
  'message',
  'callback_query',
  'poll_answer',
  'my_chat_member',
] as const

/** Seconds for which Telegram holds an empty answer back; under the client's own timeout. */
const LONG_POLL_S = 25

/**
 * Long polling that loses nothing: an update is confirmed (by the next offset) only after it was
 * stored, so a kill in between makes Telegram send it again.
 */
export function createPoller({ telegram, store, log }: PollerOptions): Poller {
  const stopping = new AbortController()
  let loop: Promise<void> | undefined
  let offset = 0
  let failures = 0

  async function round(): Promise<void> {
    const updates = await telegram.api.getUpdates(
      { offset, timeout: LONG_POLL_S, limit: 100, allowed_updates: [...ALLOWED_UPDATES] },
      // The client's types know the signal of an old stand-in only; it takes the real one.
      stopping.signal as unknown as Parameters<typeof telegram.api.getUpdates>[1],
    )
    if (updates.length > 0) {
      await store(updates)
      offset = Math.max(...updates.map((update) => update.update_id)) + 1
    }
    failures = 0
  }

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        await round()
      } catch (error) {
        if (stopping.signal.aborted) return
        failures++
        report(error, log)
        await pause(Math.min(30_000, 250 * 2 ** failures), stopping.signal)
      }
    }
  }

  return {
    start() {
      loop ??= run()
    },
    async stop() {
      stopping.abort()
      await loop
    },
  }
}

function report(error: unknown, log: Logger): void {
  if (error instanceof GrammyError && error.error_code === 409) {
    log.error(
      'Telegram says that somebody else receives this bot’s updates (409): another process with the same token, or a webhook. We try again.',
    )
    return
  }
  log.warn({ error: messageOf(error) }, 'receiving updates failed; trying again')
}
