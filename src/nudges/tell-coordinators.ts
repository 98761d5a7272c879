import { civilDay, firstTeachingMoment } from '../learning/index.ts'
import { insertMessages, type NewMessage } from '../messaging/index.ts'
import { decidersOf } from '../people/index.ts'
import type { Db } from '../platform/db/index.ts'

/** What the note names: those whose pause came by itself since then. */
export interface PausedNoteArgs extends Record<string, unknown> {
  readonly since: string
}

/** A note is worth reading over a weekend and a day off. */
const WORTH_MS = 5 * 24 * 3600_000

/**
 * Announces to the coordinators of these units, or of the nearest above that has some, that pauses have
 * begun by themselves: in one note a day, at the hour of their own lesson on their next working day,
 * silently. It is filled in when it is sent, so that later pauses are in it too.
 */
export async function tellCoordinators(
  tx: Db,
  unitIds: readonly (string | null)[],
  now: Date,
): Promise<void> {
  const told = new Map<string, NewMessage>()
  for (const unitId of new Set(unitIds)) {
    for (const { id, chatId, timezone } of await decidersOf(tx, unitId, [])) {
      if (told.has(id)) continue
      const notBefore = await firstTeachingMoment(tx, id, now)
      told.set(id, {
        lane: 'announcement',
        kind: 'paused-note',
        args: { since: now.toISOString() } satisfies PausedNoteArgs,
        personId: id,
        chatId,
        notBefore,
        notAfter: new Date(notBefore.getTime() + WORTH_MS),
        dedupeKey: `paused-note:${id}:${civilDay(timezone, notBefore)}`,
      })
    }
  }
  await insertMessages(tx, [...told.values()], { now })
}
