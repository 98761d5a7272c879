import { loadLessons } from '../app.ts'
import type { Track } from '../content/index.ts'
import type { Db } from '../platform/db/index.ts'
import { UserError } from '../platform/errors.ts'
import { LESSONS_DIR } from './paths.ts'
import { unitNamed } from './unit-assignment.ts'

/** @throws UserError when there is no track of that id */
export async function trackNamed(id: string): Promise<Track> {
  const { tracks } = await loadLessons(LESSONS_DIR)
  const track = tracks.find((one) => one.id === id)
  if (track !== undefined) return track
  throw new UserError(`There is no track "${id}".`, {
    hint: `There are: ${tracks.map((one) => one.id).join(', ')}`,
  })
}

/** @throws UserError when there is no unit of that name */
export async function unitIdOf(db: Db, name: string | undefined): Promise<string | undefined> {
  return name === undefined ? undefined : (await unitNamed(db, name)).id
}
