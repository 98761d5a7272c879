import { asc, eq } from 'drizzle-orm'
import type { Db } from '../platform/db/index.ts'
import { trackHours } from './schema.ts'

/** What a track is worth, and by which decree or rule. */
export interface TrackHours {
  readonly trackId: string
  readonly jp: number
  readonly basis: string
}

const columns = { trackId: trackHours.trackId, jp: trackHours.jp, basis: trackHours.basis }

export async function listHours(db: Db): Promise<TrackHours[]> {
  return db.select(columns).from(trackHours).orderBy(asc(trackHours.trackId))
}

export async function hoursOfTrack(db: Db, trackId: string): Promise<TrackHours | undefined> {
  const [row] = await db.select(columns).from(trackHours).where(eq(trackHours.trackId, trackId))
  return row
}

/** For certificates that are issued from now on; those that were keep what they say. */
export async function setHours(db: Db, hours: TrackHours, now: Date): Promise<void> {
  const { trackId, jp, basis } = hours
  await db
    .insert(trackHours)
    .values({ trackId, jp, basis, changedAt: now })
    .onConflictDoUpdate({ target: trackHours.trackId, set: { jp, basis, changedAt: now } })
}

/** @returns whether there was anything to remove */
export async function removeHours(db: Db, trackId: string): Promise<boolean> {
  const gone = await db
    .delete(trackHours)
    .where(eq(trackHours.trackId, trackId))
    .returning({ trackId: trackHours.trackId })
  return gone.length > 0
}
