import { eq, sql } from 'drizzle-orm'
import { findPeople, rolesOf, type Person } from '../people/index.ts'
import { rowsOf, type Db } from '../platform/db/index.ts'
import {
  changeAnnouncement,
  isUnderWay,
  takeAnnouncement,
  type Announcement,
} from './announcements-store.ts'
import { countAudience, reachesAll } from './audience-store.ts'
import { UNDO_MS } from './decide.ts'
import { announcementApprovals, announcements } from './schema.ts'
import { CLOSED, type Correction, type NeededApproval } from './words.ts'

/** What came of a decision about an announcement; never more than one of two at once succeeds. */
export type Decided =
  /** On its way; or waiting for its moment, or for somebody's word. */
  | { readonly is: 'undoable' | 'scheduled' | 'awaiting_approval' }
  | { readonly is: 'refused' }
  /** Its audience is not the one that was shown: it is shown anew. */
  | { readonly is: 'changed' }
  | { readonly is: 'empty' }
  /** Decided already, or no longer what the button was about. */
  | { readonly is: 'stale' }
  | { readonly is: 'forbidden' }

export interface Confirmation {
  readonly id: number
  readonly authorId: string
  /** The preview below which it was pressed. */
  readonly revision: number
  readonly sendAt: Date | null
  readonly inHours: boolean
  readonly needs: NeededApproval
}

/** The author's word, given to what the preview showed and to nothing else. */
export async function confirm(tx: Db, wish: Confirmation, now: Date): Promise<Decided> {
  const draft = await takeAnnouncement(tx, wish.id)
  const isShown =
    draft?.state === 'draft' &&
    draft.authorId === wish.authorId &&
    draft.revision === wish.revision &&
    draft.previewedHash !== null &&
    (draft.kind === 'poll' || draft.previewIds.length > 0)
  if (!isShown) return { is: 'stale' }
  const { reached, hash } = await countAudience(tx, wish.authorId, draft.audience, now)
  if (reached === 0) return { is: 'empty' }
  if (hash !== draft.previewedHash) return { is: 'changed' }
  const { sendAt, inHours, needs } = wish
  const waits = needs !== 'none'
  await changeAnnouncement(tx, draft.id, { sendAt, inHours, needs, confirmedAt: now })
  if (waits) {
    await changeAnnouncement(tx, draft.id, { state: 'awaiting_approval' })
    return { is: 'awaiting_approval' }
  }
  return { is: await start(tx, draft.id, sendAt, now) }
}

async function start(
  tx: Db,
  id: number,
  sendAt: Date | null,
  now: Date,
): Promise<'undoable' | 'scheduled'> {
  if (sendAt !== null && sendAt > now) {
    await changeAnnouncement(tx, id, { state: 'scheduled' })
    return 'scheduled'
  }
  await changeAnnouncement(tx, id, {
    state: 'undoable',
    startsAt: new Date(now.getTime() + UNDO_MS),
    unsettled: true,
  })
  return 'undoable'
}

/**
 * Somebody else's word on an announcement that needs it. It has to be somebody who reaches the whole
 * audience; an admin, where a person would get a third one on a day.
 */
export async function decideApproval(
  tx: Db,
  {
    id,
    personId,
    approved,
  }: { readonly id: number; readonly personId: string; readonly approved: boolean },
  now: Date,
): Promise<Decided> {
  const waiting = await takeAnnouncement(tx, id)
  if (waiting?.state !== 'awaiting_approval' || waiting.authorId === null) return { is: 'stale' }
  if (!(await mayApprove(tx, waiting, personId, now))) return { is: 'forbidden' }
  await tx
    .insert(announcementApprovals)
    .values({ announcementId: id, personId, approved, at: now })
    .onConflictDoNothing()
  if (!approved) {
    await changeAnnouncement(tx, id, { state: 'cancelled', reason: 'refused', endedAt: now })
    return { is: 'refused' }
  }
  return { is: await start(tx, id, waiting.sendAt, now) }
}

export async function mayApprove(
  db: Db,
  { authorId, audience, needs }: Announcement,
  personId: string,
  now: Date,
): Promise<boolean> {
  if (authorId === null || personId === authorId) return false
  const { admin, coordinates } = await rolesOf(db, personId)
  if (admin) return true
  if (needs === 'admin' || coordinates.length === 0) return false
  return reachesAll(db, { viewerId: personId, authorId }, audience, now)
}

/**
 * Ends what has not ended. What is in flight arrives; nothing else does, from the moment at which
 * this is committed.
 *
 * @returns the state before it; undefined: there was nothing to cancel
 */
export async function cancel(
  tx: Db,
  id: number,
  reason: string,
  now: Date,
): Promise<Announcement['state'] | undefined> {
  const found = await takeAnnouncement(tx, id)
  if (found === undefined || (found.state !== 'draft' && !isUnderWay(found))) return undefined
  await changeAnnouncement(tx, id, {
    state: 'cancelled',
    reason,
    endedAt: now,
    unsettled: found.startsAt !== null,
  })
  return found.state
}

/**
 * Stops for a while, or lets it go on; what the closing hour held goes on outside working hours then,
 * since that is what the button below those words means.
 *
 * @returns whether there was anything to stop or to go on
 */
export async function setPaused(tx: Db, id: number, paused: boolean): Promise<boolean> {
  const rows = await tx
    .update(announcements)
    .set({
      state: paused ? 'paused' : 'sending',
      reason: null,
      unsettled: true,
      inHours: sql`${announcements.inHours} and ${announcements.reason} is distinct from ${CLOSED}`,
    })
    .where(
      sql`${announcements.id} = ${id} and ${
        paused
          ? sql`${announcements.state} in ('sending', 'undoable')`
          : eq(announcements.state, 'paused')
      }`,
    )
    .returning({ id: announcements.id })
  return rows.length > 0
}

/** Who may give the word that an announcement needs, and can be asked; at most so many. */
const MOST_ASKED = 10

export async function approversOf(
  db: Db,
  announcement: Announcement,
  now: Date,
): Promise<Person[]> {
  const rows = await rowsOf<{ person_id: string }>(
    db,
    sql`select distinct person_id from roles order by person_id`,
  )
  const able: string[] = []
  for (const { person_id: personId } of rows) {
    if (able.length < MOST_ASKED && (await mayApprove(db, announcement, personId, now))) {
      able.push(personId)
    }
  }
  return [...(await findPeople(db, able)).values()].filter(
    (person) => person.joinStep === null && person.unreachableSince === null,
  )
}

/** A new wording. @returns the kind that cannot be edited, or that there is nothing to correct */
export async function correct(
  tx: Db,
  id: number,
  correction: Correction,
): Promise<'corrected' | 'poll' | 'stale'> {
  const found = await takeAnnouncement(tx, id)
  if (found === undefined || found.queuedAt === null || found.state === 'recalled') return 'stale'
  if (found.kind === 'poll') return 'poll'
  const version = found.version + 1
  await changeAnnouncement(tx, id, { version, correction, unsettled: true })
  return 'corrected'
}

/** Takes back every copy that Telegram still lets a bot delete, and ends what has not gone. */
export async function recall(tx: Db, id: number, now: Date): Promise<boolean> {
  const found = await takeAnnouncement(tx, id)
  if (found === undefined || found.queuedAt === null || found.state === 'recalled') return false
  await changeAnnouncement(tx, id, {
    state: 'recalled',
    recalledAt: now,
    endedAt: found.endedAt ?? now,
    unsettled: true,
  })
  return true
}
