import type { Problem } from '../problem.ts'
import type { ReadTrack } from '../read-track.ts'
import { comparePublished } from './compare-published.ts'
import { presentIds, type PresentIds } from './present-ids.ts'
import { PUBLISHED_FILE, type PublishedFields } from './published-schema.ts'
import { readPublished } from './read-published.ts'

export interface PublishedCount {
  /** Questions that are in published.yaml. */
  readonly listed: number
  /** Questions that stand in a lesson and are not: nothing watches over their ids yet. */
  readonly unlisted: number
}

/** Holds the ids that are there to those that were published; to none where no list is kept. */
export async function checkPublished(
  folder: string,
  tracks: readonly ReadTrack[],
): Promise<{ problems: readonly Problem[]; count: PublishedCount | null }> {
  const read = await readPublished(folder)
  if (read.kind === 'none') return { problems: [], count: null }
  const present = presentIds(tracks)
  if (read.kind === 'wrong') {
    return {
      problems: read.faults.map((fault) => ({ file: PUBLISHED_FILE, ...fault })),
      count: countOf({ lessons: {} }, present),
    }
  }
  return {
    problems: comparePublished(read.fields, present, read.lineOf),
    count: countOf(read.fields, present),
  }
}

function countOf({ lessons }: PublishedFields, present: PresentIds): PublishedCount {
  const listed = new Set(Object.values(lessons).flatMap((its) => Object.keys(its)))
  const here = present.lessons.flatMap(({ questions }) => questions.map(({ id }) => id))
  return { listed: listed.size, unlisted: here.filter((id) => !listed.has(id)).length }
}
