import { firstTeachingMoment } from '../learning/index.ts'
import { alreadyWaits, insertMessages } from '../messaging/index.ts'
import { decidersOf } from '../people/index.ts'
import type { Db } from '../platform/db/index.ts'

/** What the note names: those whose pause came by itself since then. */
export interface PausedNoteArgs extends Record<string, unknown> {
  readonly since: string
}

/** A note is worth reading over a weekend and a day off. */
const WORTH_MS = 5 * 24 * 3600_000

const KIND = 'paused-note'

/**
 * Announces to the coordinators of these units, or of the nearest above that has some, that pauses have
 * begun by themselves: in one note a day, at the hour of their own lesson on their next working day,
 * silently. It is filled in when it is sent, so that one that waits already tells of later pauses too.
 */
export async function tellCoordinators(
  tx: Db,
  unitIds: readonly (string | null)[],
  now: Date,
): Promise<void> {
  const coordinators = new Map<string, number>()
  for (const unitId of new Set(unitIds)) {
    for (const { id, chatId } of await decidersOf(tx, unitId, [])) coordinators.set(id, chatId)
  }
  for (const [personId, chatId] of [...coordinators].toSorted(byId)) {
    if (await alreadyWaits(tx, { personId, kind: KIND })) continue
    const notBefore = await firstTeachingMoment(tx, personId, now)
    const note = {
      lane: 'announcement',
      kind: KIND,
      args: { since: now.toISOString() } satisfies PausedNoteArgs,
      personId,
      chatId,
      notBefore,
      waitsFor: 'lesson',
      notAfter: new Date(notBefore.getTime() + WORTH_MS),
      dedupeKey: `${KIND}:${personId}:${now.getTime()}`,
    } as const
    await insertMessages(tx, [note], { now })
  }
}

function byId([a]: readonly [string, number], [b]: readonly [string, number]): number {
  return a < b ? -1 : 1
}
