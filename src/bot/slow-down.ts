import { insertMessages, TOO_MANY, type InboxRow } from '../messaging/index.ts'
import { findPerson } from '../people/index.ts'
import type { Db } from '../platform/db/index.ts'
import { REPLY_HELD_MS, type BotDependencies } from './scope.ts'

/** Worth saying only while it lasts. */
const WORTH_MS = 60_000

/**
 * Asks somebody who sends too much to go slowly: once, in place of the first update that was not
 * taken. What follows is not even stored until the minute is over.
 *
 * @returns outbox rows
 */
export async function askToSlowDown(
  tx: Db,
  { body }: InboxRow,
  { clock, locale }: Pick<BotDependencies, 'clock' | 'locale'>,
): Promise<number[]> {
  const telegramId = senderIn(body)
  if (telegramId === undefined) return []
  const now = clock.now()
  const person = await findPerson(tx, telegramId)
  const message = {
    lane: 'reply',
    kind: 'note',
    args: { key: 'slow-down', ...(person === undefined ? { locale } : {}) },
    personId: person?.id ?? null,
    // In a private chat the sender's id is the chat's.
    chatId: person?.chatId ?? telegramId,
    notAfter: new Date(now.getTime() + WORTH_MS),
  } as const
  return insertMessages(tx, [message], { now, heldMs: REPLY_HELD_MS })
}

/** The intake has written it; still nothing that comes from outside is taken for granted. */
function senderIn(body: unknown): number | undefined {
  const { [TOO_MANY]: told } = body as { readonly [TOO_MANY]?: { from?: { id?: unknown } } }
  const id = told?.from?.id
  return typeof id === 'number' && Number.isSafeInteger(id) && id > 0 ? id : undefined
}
