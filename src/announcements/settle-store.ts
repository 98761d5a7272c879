import { sql } from 'drizzle-orm'
import { rolesOf, findPeople } from '../people/index.ts'
import { insertMessages } from '../messaging/index.ts'
import { at, rowsOf, type Db } from '../platform/db/index.ts'
import { countDue, queueEdits, queueRemovals, spreadCorrection } from './after-store.ts'
import {
  changeAnnouncement,
  changeDraft,
  findAnnouncement,
  takeAnnouncement,
  type Announcement,
} from './announcements-store.ts'
import { isClosed, keepHours } from './keep-hours.ts'
import {
  cancelChunk,
  countOpen,
  countUnheld,
  holdChunk,
  NotAsShown,
  queueAll,
  releaseChunk,
} from './queue-store.ts'
import { CLOSED } from './words.ts'

/** Those with anything left to do now. */
export async function listLive(db: Db, now: Date): Promise<Announcement[]> {
  const rows = await rowsOf<{ id: string }>(
    db,
    sql`
    select id from announcements
    where (state in ('awaiting_approval', 'scheduled', 'undoable', 'sending', 'paused') or unsettled)
      and (unsettled or state in ('undoable', 'sending', 'paused')
        or (state = 'scheduled' and send_at <= ${at(now)}))
    order by id`,
  )
  const found = await Promise.all(rows.map(({ id }) => findAnnouncement(db, Number(id))))
  return found.filter((one) => one !== undefined)
}

/** When the next one goes that was put off, or goes on that the closing hour holds. */
export async function earliestScheduled(db: Db): Promise<Date | undefined> {
  const [row] = await rowsOf<{ next: string | null }>(
    db,
    sql`select min(send_at) as next from announcements
      where state = 'scheduled' or (state = 'paused' and reason = ${CLOSED})`,
  )
  return row?.next === null || row === undefined ? undefined : new Date(row.next)
}

/**
 * Brings one announcement as far as it can be now.
 *
 * @returns it as it stands then; undefined: it went back to its author
 */
export async function settle(
  db: Db,
  announcement: Announcement,
  now: Date,
): Promise<Announcement | undefined> {
  const { id } = announcement
  if (announcement.state === 'scheduled') await begin(db, id, now)
  await keepHours(db, (await findAnnouncement(db, id)) ?? announcement, now)
  const begun = await findAnnouncement(db, id)
  if (begun === undefined) return undefined
  const mayQueue = ['undoable', 'sending', 'paused'].includes(begun.state)
  if (begun.queuedAt === null && mayQueue && !(await queue(db, begun, now))) return undefined
  if (begun.version > begun.spreadVersion) await db.transaction((tx) => spreadCorrection(tx, id))
  while (await db.transaction((tx) => settleChunk(tx, id, now)));
  return findAnnouncement(db, id)
}

async function begin(db: Db, id: number, now: Date): Promise<void> {
  await db.transaction(async (tx) => {
    const found = await takeAnnouncement(tx, id)
    if (found?.state !== 'scheduled' || found.sendAt === null || found.sendAt > now) return
    await changeAnnouncement(tx, id, { state: 'sending', startsAt: now, unsettled: true })
  })
}

/** @returns whether its rows are written now */
async function queue(db: Db, announcement: Announcement, now: Date): Promise<boolean> {
  const { id, authorId } = announcement
  try {
    return await db.transaction(async (tx) => {
      const [lock] = await rowsOf<{ got: boolean }>(
        tx,
        sql`select pg_try_advisory_xact_lock(hashtextextended(${`announcement:${id}`}, 0)) as got`,
      )
      if (lock?.got !== true) return false
      // Another process may have written them while we waited.
      if ((await findAnnouncement(tx, id))?.queuedAt !== null) return true
      const roles = authorId === null ? undefined : await rolesOf(tx, authorId)
      const may = roles?.admin === true || (roles?.coordinates.length ?? 0) > 0
      if (!may) throw new NotAsShown('changed')
      await queueAll(tx, announcement, now)
      return true
    })
  } catch (error) {
    if (!(error instanceof NotAsShown)) throw error
    if (error.queued === 'changed') await handBack(db, id, now)
    return false
  }
}

/** The audience is another than the one that was shown: nothing goes, and the author is asked again. */
async function handBack(db: Db, id: number, now: Date): Promise<void> {
  await db.transaction(async (tx) => {
    const found = await takeAnnouncement(tx, id)
    if (found === undefined || found.queuedAt !== null) return
    if (!['undoable', 'sending', 'paused'].includes(found.state)) return
    const again = { sendAt: null, startsAt: null, confirmedAt: null, unsettled: false }
    await changeAnnouncement(tx, id, { ...again, state: 'draft', needs: 'none', createdAt: now })
    await changeDraft(tx, id, {})
    const { authorId } = found
    const author = authorId === null ? undefined : (await findPeople(tx, [authorId])).get(authorId)
    if (author === undefined) return
    await insertMessages(
      tx,
      [
        {
          lane: 'reply',
          kind: 'announcement-audience',
          args: { announcementId: id, note: 'announcement-changed' },
          personId: author.id,
          chatId: author.chatId,
          notAfter: new Date(now.getTime() + 24 * 3600_000),
        },
      ],
      { now },
    )
  })
}

/**
 * One piece of what is left, with the announcement locked, so that what comes in meanwhile is not
 * overlooked; small, since decisions and results wait for it.
 *
 * @returns whether to call again at once
 */
async function settleChunk(tx: Db, id: number, now: Date): Promise<boolean> {
  const found = await takeAnnouncement(tx, id)
  if (found?.queuedAt === null || found === undefined) return false
  const { state, startsAt } = found
  if (state === 'undoable' && startsAt !== null && startsAt <= now) {
    await changeAnnouncement(tx, id, { state: 'sending' })
    return true
  }
  const moved = found.unsettled ? await moveChunk(tx, found, now) : 0
  if (moved > 0) return true
  const open = await countOpen(tx, id)
  if (state === 'sending' && open === 0) {
    await changeAnnouncement(tx, id, { state: 'done', endedAt: now, unsettled: false })
  } else if (found.unsettled && found.version === found.spreadVersion) {
    const waits = await isWaited(tx, found, open)
    if (!waits) await changeAnnouncement(tx, id, { unsettled: false })
  }
  return false
}

/** While a copy is in flight, what was decided may still have to follow it. */
async function isWaited(
  tx: Db,
  { id, state, version }: Announcement,
  open: number,
): Promise<boolean> {
  if ((state === 'cancelled' || state === 'recalled') && open > 0) return true
  if (state === 'paused' && (await countUnheld(tx, id)) > 0) return true
  return version > 1 && (await countDue(tx, id)) > 0
}

async function moveChunk(tx: Db, announcement: Announcement, now: Date): Promise<number> {
  const { id, state, version } = announcement
  switch (state) {
    case 'paused':
      return holdChunk(tx, id, { until: isClosed(announcement) ? announcement.sendAt : null })
    case 'cancelled':
      return (await cancelChunk(tx, id, now)) + (version > 1 ? await queueEdits(tx, id, now) : 0)
    case 'recalled':
      return (await cancelChunk(tx, id, now)) + (await queueRemovals(tx, id, now))
    case 'sending':
      return (await releaseChunk(tx, id)) + (version > 1 ? await queueEdits(tx, id, now) : 0)
    case 'done':
      return version > 1 ? queueEdits(tx, id, now) : 0
    case 'draft':
    case 'awaiting_approval':
    case 'scheduled':
    case 'undoable':
      return 0
  }
}
