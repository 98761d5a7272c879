import { workingMoment } from '../learning/index.ts'
import type { Db } from '../platform/db/index.ts'
import {
  changeAnnouncement,
  listClosed,
  takeAnnouncement,
  type Announcement,
} from './announcements-store.ts'
import { CLOSED } from './words.ts'

/** Whether the closing hour holds it, rather than its author. */
export function isClosed({ state, reason }: Pick<Announcement, 'state' | 'reason'>): boolean {
  return state === 'paused' && reason === CLOSED
}

/**
 * Holds one that keeps to working hours when these are over, and lets it go on when they begin again.
 * The hours are the author's, as where the moment was chosen.
 */
export async function keepHours(db: Db, announcement: Announcement, now: Date): Promise<void> {
  const { id, authorId } = announcement
  if (authorId === null || !isConcerned(announcement, now)) return
  const open = await workingMoment(db, authorId, now)
  await db.transaction(async (tx) => {
    const found = await takeAnnouncement(tx, id)
    if (found === undefined || !isConcerned(found, now)) return
    if (open > now) {
      const held = { state: 'paused', reason: CLOSED, sendAt: open, unsettled: true } as const
      await changeAnnouncement(tx, id, held)
    } else if (isClosed(found)) {
      await changeAnnouncement(tx, id, { state: 'sending', reason: null, unsettled: true })
    }
  })
}

/**
 * After a change of calendars: those that the closing hour holds go on when their authors' hours begin
 * now. Run again it changes nothing.
 *
 * @returns announcements that go on at another moment now
 */
export async function renewClosed(db: Db, now: Date): Promise<number> {
  let moved = 0
  for (const { id, authorId, sendAt } of await listClosed(db)) {
    if (authorId === null) continue
    const open = await workingMoment(db, authorId, now)
    if (sendAt?.getTime() === open.getTime() || (sendAt !== null && sendAt <= now)) continue
    await db.transaction(async (tx) => {
      const found = await takeAnnouncement(tx, id)
      if (found === undefined || !isClosed(found)) return
      await changeAnnouncement(tx, id, { sendAt: open, unsettled: true })
      moved++
    })
  }
  return moved
}

/** Held until a moment that has come, or on its way. */
function isConcerned(announcement: Announcement, now: Date): boolean {
  const { state, inHours, startsAt, sendAt } = announcement
  if (!inHours) return false
  if (isClosed(announcement)) return sendAt === null || sendAt <= now
  return state === 'sending' || (state === 'undoable' && startsAt !== null && startsAt <= now)
}
