import type { Problem } from '../problem.ts'
import type { ReadSurveys } from '../read-surveys.ts'
import type { ReadTrack } from '../read-track.ts'
import { comparePublished } from './compare-published.ts'
import { compareSurveys } from './compare-surveys.ts'
import { presentIds, type PresentIds } from './present-ids.ts'
import { PUBLISHED_FILE, type PublishedFields } from './published-schema.ts'
import { readPublished } from './read-published.ts'

export interface PublishedCount {
  /** Ids of questions, and of what the surveys ask, that are in published.yaml. */
  readonly listed: number
  /** Those that stand in a file and are not: nothing watches over their ids yet. */
  readonly unlisted: number
}

/** Holds the ids that are there to those that were published; to none where no list is kept. */
export async function checkPublished(
  folder: string,
  tracks: readonly ReadTrack[],
  surveys?: ReadSurveys,
): Promise<{ problems: readonly Problem[]; count: PublishedCount | null }> {
  const read = await readPublished(folder)
  if (read.kind === 'none') return { problems: [], count: null }
  const present = presentIds(tracks, surveys)
  if (read.kind === 'wrong') {
    return {
      problems: read.faults.map((fault) => ({ file: PUBLISHED_FILE, ...fault })),
      count: countOf({ lessons: {} }, present),
    }
  }
  return {
    problems: [
      ...comparePublished(read.fields, present, read.lineOf),
      ...compareSurveys(read.fields, present, read.lineOf),
    ],
    count: countOf(read.fields, present),
  }
}

function countOf({ lessons, surveys = {} }: PublishedFields, present: PresentIds): PublishedCount {
  const listed = new Set([
    ...Object.values(lessons).flatMap((its) => Object.keys(its)),
    ...Object.keys(surveys),
  ])
  const here = [
    ...present.lessons.flatMap(({ questions }) => questions.map(({ id }) => id)),
    ...(present.surveys ?? []).flatMap(({ id }) => (id === undefined ? [] : [id])),
  ]
  return { listed: listed.size, unlisted: here.filter((id) => !listed.has(id)).length }
}
