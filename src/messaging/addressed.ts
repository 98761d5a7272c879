import type { TelegramRequest } from '../platform/telegram/index.ts'
import type { LeasedRow } from './message.ts'

/** Only the first message of a person's day makes a sound. */
export function isSilent(row: LeasedRow): boolean {
  if (row.soundDay === null) return true
  return row.chatSoundDay !== null && row.chatSoundDay >= row.soundDay
}

/** Whether it brings a new message, which may make a sound; an edit makes none. */
export function sends({ method }: TelegramRequest): boolean {
  return /^(send|copy|forward)/.test(method)
}

/** Paid broadcast is for what brings a message; the Bot API knows it for these methods alone. */
function mayBePaid({ method }: TelegramRequest): boolean {
  return (method.startsWith('send') && method !== 'sendChatAction') || method === 'copyMessage'
}

/** Messages of an album at the most (Bot API). */
const ALBUM = 10

/** How many messages a row brings at once: an album's copy says it in its arguments. */
export function weightOf({ args }: Pick<LeasedRow, 'args'>): number {
  const { messages } = args
  return typeof messages === 'number' && messages >= 1 ? Math.min(ALBUM, messages) : 1
}

export function addressed(
  request: TelegramRequest,
  chatId: number,
  silent: boolean,
  paid: boolean,
): TelegramRequest {
  return {
    method: request.method,
    payload: {
      // A menu is set for a scope, which names its chat itself.
      ...(request.method.startsWith('set') ? {} : { chat_id: chatId }),
      ...(sends(request) && silent ? { disable_notification: true } : {}),
      ...(paid && mayBePaid(request) ? { allow_paid_broadcast: true } : {}),
      ...request.payload,
    },
  }
}

export function idsOf(result: unknown): { messageId: number | null; pollId: string | null } {
  if (typeof result !== 'object' || result === null) return { messageId: null, pollId: null }
  const message = result as { message_id?: unknown; poll?: { id?: unknown } }
  return {
    messageId: typeof message.message_id === 'number' ? message.message_id : null,
    pollId: typeof message.poll?.id === 'string' ? message.poll.id : null,
  }
}
