import type { Track } from '../content/index.ts'
import type { JobRole } from '../people/index.ts'

/** What decides which lessons somebody may read. */
export interface Reader {
  readonly jobRole: JobRole | null
  readonly admin: boolean
  /** Tracks that the person is or was enrolled in. */
  readonly enrolled: readonly string[]
}

/**
 * Whether a person may read the lessons of a track: those that are for everybody, those for what the
 * person does (a role, or a sector of the same name), and whatever the person was enrolled in.
 * Admins keep the lessons, so they read all.
 */
export function mayRead(reader: Reader, track: Pick<Track, 'id' | 'for'>): boolean {
  if (reader.admin || reader.enrolled.includes(track.id)) return true
  return track.for.kind === 'common' || track.for.value === reader.jobRole
}

/** The ids of the tracks whose lessons a person may read. */
export function readableTracks(
  reader: Reader,
  tracks: readonly Pick<Track, 'id' | 'for'>[],
): string[] {
  return tracks.filter((track) => mayRead(reader, track)).map(({ id }) => id)
}
