import { and, eq, sql } from 'drizzle-orm'
import { type Db, rowsOf } from '../platform/db/index.ts'
import { joinWho, ownTracks, unitSectors } from './learners-store.ts'
import { enrolments, trackChoices } from './schema.ts'

/** A live track as it stands for one person. */
export interface CourseTrack {
  readonly trackId: string
  readonly common: boolean
  /** In the person's course: by role, by the unit's sector, or by choice. */
  readonly own: boolean
  readonly done: boolean
  /** Known before it was taught, and left out. */
  readonly placed: boolean
  /** Lessons that the person has had, of the live ones. */
  readonly had: number
  readonly lessons: number
}

/** All live tracks in order, as they stand for a person. */
export async function readCourse(db: Db, personId: string): Promise<CourseTrack[]> {
  const rows = await rowsOf<{
    track_id: string
    common: boolean
    own: boolean
    done: boolean
    placed: boolean
    had: number
    lessons: number
  }>(
    db,
    sql`
    with recursive ${unitSectors}
    select t.track_id, t.for_kind = 'common' as common, ${ownTracks} as own,
      exists (select 1 from enrolments e where e.person_id = p.id and e.track_id = t.track_id
        and e.state = 'done') as done,
      exists (select 1 from enrolments e where e.person_id = p.id and e.track_id = t.track_id
        and e.state = 'placed') as placed,
      (select count(*)::int from live_lessons ll where ll.track_id = t.track_id) as lessons,
      (select count(*)::int from live_lessons ll join deliveries d on d.lesson_id = ll.lesson_id
        where ll.track_id = t.track_id and d.person_id = p.id
          and d.state in ('answered', 'skipped')) as had
    from people p ${joinWho} cross join live_tracks t
    where p.id = ${personId} and t.for_kind <> 'rest' order by t.position`,
  )
  return rows.map(({ track_id: trackId, ...row }) => ({ trackId, ...row }))
}

/**
 * Takes a track in, or leaves it out; a choice that says what role and unit say anyway is none. A
 * common track is for everybody and stays, unless all of it was known before.
 *
 * @returns whether the track is there to be chosen, and anything is another now
 */
export async function chooseTrack(
  tx: Db,
  personId: string,
  wish: { readonly trackId: string; readonly takes: boolean; readonly now: Date },
): Promise<boolean> {
  const { trackId, takes, now } = wish
  const before = (await readCourse(tx, personId)).find((track) => track.trackId === trackId)
  if (before === undefined || before.own === takes) return false
  if (before.common && !before.placed) return false
  const mine = and(eq(trackChoices.personId, personId), eq(trackChoices.trackId, trackId))
  await tx.delete(trackChoices).where(mine)
  if (takes) await setPlaced(tx, personId, trackId, false)
  const after = (await readCourse(tx, personId)).find((track) => track.trackId === trackId)
  if (after?.own === takes) return true
  const choice = takes ? 'added' : 'left'
  await tx.insert(trackChoices).values({ personId, trackId, choice, chosenAt: now })
  return true
}

/**
 * Leaves out a track that has begun, whatever it is for.
 *
 * @returns the enrolment that it was; undefined: it is over, left out already, or never began
 */
export async function leaveTrack(
  tx: Db,
  personId: string,
  trackId: string,
  now: Date,
): Promise<number | undefined> {
  const enrolmentId = await setPlaced(tx, personId, trackId, true)
  if (enrolmentId === undefined) return undefined
  await tx
    .insert(trackChoices)
    .values({ personId, trackId, choice: 'left', chosenAt: now })
    .onConflictDoUpdate({
      target: [trackChoices.personId, trackChoices.trackId],
      set: { choice: 'left', chosenAt: now },
    })
  return enrolmentId
}

async function setPlaced(
  tx: Db,
  personId: string,
  trackId: string,
  placed: boolean,
): Promise<number | undefined> {
  const [from, to] = placed ? (['active', 'placed'] as const) : (['placed', 'active'] as const)
  const [row] = await tx
    .update(enrolments)
    .set({ state: to })
    .where(
      and(
        eq(enrolments.personId, personId),
        eq(enrolments.trackId, trackId),
        eq(enrolments.state, from),
      ),
    )
    .returning({ id: enrolments.id })
  return row?.id
}
