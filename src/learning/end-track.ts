import type { Catalogue } from '../content/index.ts'
import type { Db } from '../platform/db/index.ts'
import { replanEnrolments, takeEnrolmentOf } from './enrolments-store.ts'
import { lessonsLeft } from './open-lessons.ts'
import { readProgress } from './progress-store.ts'

/**
 * Closes a person's track once its last lesson is answered or skipped, so that nothing promises
 * another one. Whoever calls it after the end, e.g. for a late answer, ends nothing twice.
 *
 * @returns how many lessons the track has, when this call has ended it
 */
export async function endTrack(
  tx: Db,
  personId: string,
  { catalogue, now }: { readonly catalogue: Catalogue; readonly now: Date },
): Promise<number | undefined> {
  // Looked at without a lock first: all but one of a track's answers stop here.
  const progress = await readProgress(tx, personId)
  const track = catalogue.tracks.find((candidate) => candidate.id === progress?.trackId)
  if (progress === undefined || track === undefined || progress.done) return undefined
  if (progress.answered + progress.skipped < track.lessons.length) return undefined
  const enrolment = await takeEnrolmentOf(tx, personId, now)
  if (enrolment === undefined || enrolment.hasOpenLesson) return undefined
  if (lessonsLeft(catalogue, enrolment.trackId, enrolment.had) > 0) return undefined
  await replanEnrolments(tx, [{ id: enrolment.id, nextDueAt: null, done: true }], now)
  return track.lessons.length
}
