import type { Problem } from '../problem.ts'
import type { ReadTrack } from '../read-track.ts'
import { findEdits, placedQuestions, type FoundEdit } from './find-edits.ts'
import { readWordings } from './read-wordings.ts'
import { WORDINGS_FILE } from './wordings-schema.ts'

/** Holds the questions that are there to their published wordings; to none where none are kept. */
export async function checkEdits(
  folder: string,
  tracks: readonly ReadTrack[],
): Promise<{ problems: readonly Problem[]; edits: readonly FoundEdit[] }> {
  const read = await readWordings(folder)
  if (read.kind === 'none') return { problems: [], edits: [] }
  if (read.kind === 'wrong') {
    return { problems: [{ file: WORDINGS_FILE, ...read.fault }], edits: [] }
  }
  const lessons = tracks.flatMap((track) => track.lessons.flatMap(({ lesson }) => lesson ?? []))
  return { problems: [], edits: findEdits(placedQuestions(tracks), lessons, read.wordings) }
}
