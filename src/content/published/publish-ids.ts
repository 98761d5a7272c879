import { rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { scanLessons } from '../scan-lessons.ts'
import { addPublished } from './add-published.ts'
import { findEdits, placedQuestions, takeUpWordings } from './find-edits.ts'
import { presentIds } from './present-ids.ts'
import { PUBLISHED_FILE } from './published-schema.ts'
import { readPublished } from './read-published.ts'
import { readWordings } from './read-wordings.ts'
import { WORDINGS_FILE } from './wordings-schema.ts'

/**
 * Adds the ids below `folder` to its published.yaml, and takes up the present wordings beside it, for
 * lessons that were just found without an error: what is wrong there is not looked for again.
 */
export async function publishIds(folder: string): Promise<void> {
  const { tracks, surveys } = await scanLessons(folder)
  const read = await readPublished(folder)
  const text = addPublished(
    read.kind === 'read' ? read.text : undefined,
    presentIds(tracks, surveys),
  )
  await replaceFile(folder, PUBLISHED_FILE, text)

  const kept = await readWordings(folder)
  const before = kept.kind === 'read' ? kept.wordings : {}
  const placed = placedQuestions(tracks)
  const lessons = tracks.flatMap((track) => track.lessons.flatMap(({ lesson }) => lesson ?? []))
  const wordings = takeUpWordings(placed, before, findEdits(placed, lessons, before))
  await replaceFile(folder, WORDINGS_FILE, `${JSON.stringify(wordings, undefined, 2)}\n`)
}

/** Written beside it and moved: a list that was cut off would call every other id gone. */
async function replaceFile(folder: string, name: string, text: string): Promise<void> {
  const draft = join(folder, `.${name}.new`)
  await writeFile(draft, text)
  await rename(draft, join(folder, name))
}
