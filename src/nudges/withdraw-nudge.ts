import { cancelMessages, insertMessages, type NewMessage } from '../messaging/index.ts'
import type { Db } from '../platform/db/index.ts'
import { fadingKey, nudgeKey, nudgeReviewKey, removalKey } from './nudge-keys.ts'
import { lastNudgeStep } from './nudges-store.ts'

/** The message that takes the reminder of `step` out of the chat. */
export function removalOf(
  of: { readonly deliveryId: number; readonly personId: string; readonly chatId: number },
  step: number,
  notAfter: Date,
): NewMessage {
  return {
    lane: 'nudge',
    kind: 'nudge-removal',
    args: {
      deliveryId: of.deliveryId,
      step,
      ofKey: nudgeKey(of.deliveryId, step),
      unlessSent: fadingKey(of.deliveryId, step),
    },
    personId: of.personId,
    chatId: of.chatId,
    notAfter,
    dedupeKey: removalKey(of.deliveryId, step),
    supersedeKey: removalKey(of.deliveryId, step),
  }
}

/** A bot may delete its message for 48 hours (Telegram). */
const FADES_AFTER_MS = 46 * 3600_000

/**
 * Where the next reminder comes after a weekend, this one would be too old to be taken away by it:
 * it goes by itself before that, so that two never stand in a chat.
 */
export function fadingOf(
  of: { readonly deliveryId: number; readonly personId: string; readonly chatId: number },
  step: number,
  span: { readonly now: Date; readonly nextAt: Date | null },
): NewMessage[] {
  const { now, nextAt } = span
  if (nextAt === null || nextAt.getTime() - now.getTime() < FADES_AFTER_MS) return []
  const key = nudgeKey(of.deliveryId, step)
  return [
    {
      lane: 'nudge',
      kind: 'nudge-removal',
      args: { deliveryId: of.deliveryId, step, ofKey: key },
      personId: of.personId,
      chatId: of.chatId,
      notBefore: new Date(now.getTime() + FADES_AFTER_MS),
      notAfter: nextAt,
      dedupeKey: fadingKey(of.deliveryId, step),
      supersedeKey: removalKey(of.deliveryId, step),
    },
  ]
}

/** A removal is worth trying for a day; Telegram lets a bot delete for two. */
const WORTH_MS = 24 * 3600_000

/** The person has answered or skipped: no reminder is sent any more, and the standing one goes. */
export async function withdrawNudge(
  tx: Db,
  of: { readonly deliveryId: number; readonly personId: string; readonly chatId: number },
  now: Date,
): Promise<void> {
  const step = await lastNudgeStep(tx, of.deliveryId)
  if (step === 0) return
  await cancelMessages(
    tx,
    [nudgeKey(of.deliveryId, step), nudgeReviewKey(of.deliveryId, step)],
    'answered',
    now,
  )
  await insertMessages(tx, [removalOf(of, step, new Date(now.getTime() + WORTH_MS))], { now })
}
