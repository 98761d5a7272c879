import { GrammyError } from 'grammy'
import { isDiskFull } from '../db/index.ts'
import { pause } from '../elapsed.ts'
import { messageOf } from '../errors.ts'
import type { Logger } from '../logger.ts'
import { forApi, type TelegramClient } from './client.ts'

export interface PollerOptions {
  readonly telegram: TelegramClient
  /** Must have stored the updates when it resolves: only then they are confirmed. */
  readonly store: (updates: readonly unknown[]) => Promise<void>
  readonly log: Logger
  /** Waits for so many milliseconds of elapsed time; for tests. */
  readonly wait?: (ms: number, signal: AbortSignal) => Promise<void>
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

/** Longest wait between two tries, in milliseconds of elapsed time. */
const LONGEST_WAIT_MS = 30_000

/**
 * Long polling that loses nothing: an update is confirmed (by the next offset) only after it was
 * stored, so a kill in between makes Telegram send it again.
 */
export function createPoller({ telegram, store, log, wait = pause }: PollerOptions): Poller {
  const stopping = new AbortController()
  let loop: Promise<void> | undefined
  let offset = 0
  let failures = 0
  let isAllowed = false
  const complaints = createComplaints(log)

  /** While a webhook is set, Telegram gives updates to nobody who asks. */
  async function takeWebhookAway(): Promise<void> {
    await telegram.api.deleteWebhook({}, forApi(stopping.signal))
    isAllowed = true
  }

  async function round(): Promise<void> {
    if (!isAllowed) await takeWebhookAway()
    const updates = await telegram.api.getUpdates(
      { offset, timeout: LONG_POLL_S, limit: 100, allowed_updates: [...ALLOWED_UPDATES] },
      forApi(stopping.signal),
    )
    if (updates.length > 0) {
      await store(updates)
      offset = Math.max(...updates.map((update) => update.update_id)) + 1
    }
    failures = 0
    complaints.over()
  }

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        await round()
      } catch (error) {
        if (stopping.signal.aborted) return
        failures++
        complaints.about(error)
        await wait(Math.min(LONGEST_WAIT_MS, 250 * 2 ** failures), stopping.signal)
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

/** What a lasting refusal means and what mends it, by its code. */
const lasting: Readonly<Record<number, (description: string) => string>> = {
  401: () =>
    'Telegram refuses the bot’s token (401): nothing is received any more. Copy the token from @BotFather into BOT_TOKEN and start again; until then we try again.',
  409: (description) =>
    /webhook/i.test(description)
      ? 'A webhook is set for this bot (409), and Telegram gives updates either there or here. Somebody has set it with the same token: set PUBLIC_URL and WEBHOOK_SECRET to receive by webhook, or start again, which takes it away. We try again; Telegram keeps what comes for a day.'
      : 'Somebody else receives this bot’s updates (409): a second process with the same token. Stop one of the two. We try again; Telegram keeps what comes for a day.',
}

/** @returns undefined for what passes by itself */
function explain(error: unknown): string | undefined {
  if (isDiskFull(error)) {
    return 'The disk of the database is full: nothing is received any more. Free some space there; until then we try again, and Telegram keeps what comes for a day.'
  }
  return error instanceof GrammyError ? lasting[error.error_code]?.(error.description) : undefined
}

/** Says a lasting refusal in words once, and not at each of the tries that follow. */
function createComplaints(log: Logger): { about(error: unknown): void; over(): void } {
  let said: string | undefined
  return {
    about(error) {
      const text = explain(error)
      if (text === undefined) {
        log.warn({ error: messageOf(error) }, 'receiving updates failed; trying again')
        return
      }
      if (text !== said) log.error(text)
      said = text
    },
    over() {
      if (said !== undefined) log.info('receiving updates works again')
      said = undefined
    },
  }
}
