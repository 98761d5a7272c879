import { cancelMessages, type NewMessage } from '../messaging/index.ts'
import type { Db } from '../platform/db/index.ts'

/** What the views of a lesson and its quiz need; references only. */
export interface LessonArgs extends Record<string, unknown> {
  readonly deliveryId: number
  readonly lessonId: string
  readonly lessonHash: string
  readonly questionId: string
  readonly questionHash: string
  readonly position: number
  readonly cause: 'due' | 'catch_up' | 'asked' | 'again'
  /** Reviews that follow in the same bundle. */
  readonly reviews: number
  /** Reviews that are due too and left for later days; reckoned for a catch-up alone. */
  readonly waiting: number
  /** Lessons of a week that come together with this one, the first of them; 1: it comes alone. */
  readonly week?: number
  /** The quiz asks how sure the person is. */
  readonly confidence?: boolean
}

export interface LessonRecipient {
  readonly personId: string
  readonly chatId: number
  /** The person's civil day. */
  readonly day: string
  readonly notAfter: Date
}

/** An open lesson and its quiz once more, as the person asked. */
export function lessonBundle(to: LessonRecipient, args: LessonArgs, tries: number): NewMessage[] {
  return (['lesson', 'quiz'] as const).map((kind) => ({
    lane: 'reply',
    kind,
    args,
    personId: to.personId,
    chatId: to.chatId,
    notAfter: to.notAfter,
    soundDay: to.day,
    dedupeKey: messageKey(kind, args.deliveryId, tries),
  }))
}

/** The same as deliver-store.ts gives the messages of a lesson that is opened. */
function messageKey(kind: 'lesson' | 'quiz', deliveryId: number, tries: number): string {
  return `${kind}:${deliveryId}:${tries}`
}

/** What still waits to be sent of a delivery is not sent any more: it was answered, or comes anew. */
export function withdrawLesson(
  tx: Db,
  delivery: Withdrawn,
  reason: string,
  now: Date,
): Promise<void> {
  return cancelMessages(tx, keysOf(delivery), reason, now)
}

interface Withdrawn {
  readonly id: number
  readonly tries: number
}

/** The keys of all messages that a delivery has had. */
export function keysOf({ id, tries }: Withdrawn): string[] {
  return Array.from({ length: tries }, (_, i) => [
    messageKey('lesson', id, i + 1),
    messageKey('quiz', id, i + 1),
  ]).flat()
}
