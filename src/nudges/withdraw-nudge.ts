import { cancelMessages, insertMessages, type NewMessage } from '../messaging/index.ts'
import type { Db } from '../platform/db/index.ts'
import { fadingKey, nudgeKey, nudgeReviewKey, removalKey } from './nudge-keys.ts'
import { lastNudgeSteps } from './nudges-store.ts'

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

export interface Reminded {
  readonly deliveryId: number
  readonly personId: string
  readonly chatId: number
}

/** The people have answered or skipped: no reminder is sent any more, and the standing ones go. */
export async function withdrawNudges(tx: Db, of: readonly Reminded[], now: Date): Promise<void> {
  const steps = await lastNudgeSteps(
    tx,
    of.map(({ deliveryId }) => deliveryId),
  )
  const notAfter = new Date(now.getTime() + WORTH_MS)
  const standing = of.flatMap((one) => {
    const step = steps.get(one.deliveryId)
    return step === undefined ? [] : [{ one, step }]
  })
  if (standing.length === 0) return
  const keys = standing.flatMap(({ one: { deliveryId }, step }) => [
    nudgeKey(deliveryId, step),
    nudgeReviewKey(deliveryId, step),
  ])
  await cancelMessages(tx, keys, 'answered', now)
  const removals = standing.map(({ one, step }) => removalOf(one, step, notAfter))
  await insertMessages(tx, removals, { now })
}
