import type { Lesson } from '../content/index.ts'
import { readableTracks } from '../learning/index.ts'
import type { JoinedScope } from './scope.ts'

/** A lesson that this person may read; a forged button learns no more than that there is none. */
export async function readableLesson(
  { tx, deps, person, roles }: JoinedScope,
  lessonId: string,
): Promise<Lesson | undefined> {
  const lesson = deps.catalogue().lessons.get(lessonId)
  if (lesson === undefined) return undefined
  const tracks = await readableTracks(tx, { personId: person.id, admin: roles.admin })
  return tracks.includes(lesson.trackId) ? lesson : undefined
}
