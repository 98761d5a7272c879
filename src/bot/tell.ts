import { openMoment } from '../learning/index.ts'
import { insertMessages } from '../messaging/index.ts'
import type { Person } from '../people/index.ts'
import { REPLY_HELD_MS, type Scope } from './scope.ts'
import type { ViewArgs, ViewName } from './views/catalogue.ts'

/** A weekend and a leave of a week are waited out. */
const WORTH_MS = 14 * 24 * 3600_000

/**
 * Tells somebody what they did not ask for: silently, not in the hours when nothing comes, and once
 * for each dedupe key.
 */
export async function tell<N extends ViewName>(
  scope: Pick<Scope, 'tx' | 'now' | 'replies'>,
  person: Pick<Person, 'id' | 'chatId'>,
  message: {
    readonly kind: N
    readonly args: ViewArgs<N>
    readonly dedupeKey: string
    /** Not before this civil moment. */
    readonly notBefore?: Date
  },
): Promise<void> {
  const { tx, now, replies } = scope
  const wished = message.notBefore ?? now
  const notBefore = await openMoment(tx, person.id, wished)
  const rows = await insertMessages(
    tx,
    [
      {
        lane: 'announcement',
        kind: message.kind,
        args: message.args,
        personId: person.id,
        chatId: person.chatId,
        notBefore,
        waitsFor: 'hours',
        notAfter: new Date(notBefore.getTime() + WORTH_MS),
        dedupeKey: message.dedupeKey,
      },
    ],
    notBefore <= now ? { now, heldMs: REPLY_HELD_MS } : { now },
  )
  if (notBefore <= now) replies.push(...rows)
}
