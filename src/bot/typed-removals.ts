import { insertMessages, type Ended } from '../messaging/index.ts'
import type { Db } from '../platform/db/index.ts'

/** A word about what could not be done is worth sending for an hour. */
const WORTH_MS = 3600_000

/** Telegram would not delete what the person typed: she is told, and how to do it by hand. */
export async function typedRemovalsEnded(
  tx: Db,
  ended: readonly Ended[],
  now: Date,
): Promise<void> {
  const refused = ended.filter(
    ({ kind, state, unreachable }) =>
      kind === 'typed-removal' && (state === 'failed' || state === 'uncertain') && !unreachable,
  )
  if (refused.length === 0) return
  await insertMessages(
    tx,
    refused.map(({ id, personId, chatId, args }) => ({
      lane: 'reply',
      kind: 'note',
      args: {
        key: 'typed-not-deleted',
        ...(args['locale'] === undefined ? {} : { locale: args['locale'] }),
      },
      personId,
      chatId,
      notAfter: new Date(now.getTime() + WORTH_MS),
      dedupeKey: `typed-not-deleted:${id}`,
    })),
    { now },
  )
}
