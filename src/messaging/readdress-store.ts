import { and, eq, inArray, notInArray } from 'drizzle-orm'
import type { Db } from '../platform/db/index.ts'
import type { Lane } from './lanes.ts'
import { outbox } from './schema.ts'

/** What a person is owed in whatever chat; the rest answers or edits something in the old one. */
const OWED: readonly Lane[] = ['lesson', 'review', 'announcement']

/** A person has another chat: what waits and is owed goes there, what belongs to the old one goes away. */
export async function readdressMessages(
  tx: Db,
  personId: string,
  chatId: number,
  now: Date,
): Promise<void> {
  const waiting = and(eq(outbox.personId, personId), eq(outbox.state, 'pending'))
  await tx
    .update(outbox)
    .set({ state: 'cancelled', reason: 'the person has another chat', finishedAt: now })
    .where(and(waiting, notInArray(outbox.lane, [...OWED])))
  await tx
    .update(outbox)
    .set({ chatId })
    .where(and(waiting, inArray(outbox.lane, [...OWED])))
}

/** A chat has another id (a group became a supergroup): whatever waits for it goes there. */
export async function readdressChat(tx: Db, from: number, to: number): Promise<void> {
  await tx
    .update(outbox)
    .set({ chatId: to })
    .where(and(eq(outbox.chatId, from), eq(outbox.state, 'pending')))
}

/** Nothing that waits for a person is sent any more. */
export async function cancelAllMessages(
  tx: Db,
  personId: string,
  reason: string,
  now: Date,
): Promise<void> {
  await tx
    .update(outbox)
    .set({ state: 'cancelled', reason, finishedAt: now })
    .where(and(eq(outbox.personId, personId), eq(outbox.state, 'pending')))
}
