import type { Db } from '../../platform/db/index.ts'
import { closeDelivery, findOpenDelivery, type Delivery } from '../deliveries-store.ts'
import { leaveTrack } from '../course-store.ts'
import { withdrawLesson } from '../open-lessons.ts'
import { isKnown } from './item-answered.ts'
import { readStanding } from './items-store.ts'

export type LeftTrack =
  /** Lessons that stood open are skipped with it; their reminders are the caller's. */
  | { readonly kind: 'left'; readonly skipped: readonly Delivery[] }
  /** The first form does not say so, or the track is over or left out already. */
  | { readonly kind: 'not_known' }

/**
 * Leaves out the rest of a track of which the first form showed that all was known. It can be taken
 * in again among the tracks.
 */
export async function leaveKnownTrack(
  tx: Db,
  personId: string,
  trackId: string,
  now: Date,
): Promise<LeftTrack> {
  const { before } = await readStanding(tx, personId, trackId)
  if (before === undefined || !isKnown(before)) return { kind: 'not_known' }
  const enrolmentId = await leaveTrack(tx, personId, trackId, now)
  if (enrolmentId === undefined) return { kind: 'not_known' }
  const skipped: Delivery[] = []
  for (;;) {
    const open = await findOpenDelivery(tx, personId)
    if (open?.enrolmentId !== enrolmentId) return { kind: 'left', skipped }
    await closeDelivery(tx, open.id, 'skipped', now)
    await withdrawLesson(tx, open, 'skipped', now)
    skipped.push(open)
  }
}
