import { rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { scanLessons } from '../scan-lessons.ts'
import { addPublished } from './add-published.ts'
import { presentIds } from './present-ids.ts'
import { PUBLISHED_FILE } from './published-schema.ts'
import { readPublished } from './read-published.ts'

/**
 * Adds the ids below `folder` to its published.yaml, for lessons that were just found without an
 * error: what is wrong there is not looked for again.
 */
export async function publishIds(folder: string): Promise<void> {
  const { tracks, surveys } = await scanLessons(folder)
  const read = await readPublished(folder)
  const text = addPublished(
    read.kind === 'read' ? read.text : undefined,
    presentIds(tracks, surveys),
  )
  // Written beside it and moved: a list that was cut off would call every other id gone.
  const draft = join(folder, `.${PUBLISHED_FILE}.new`)
  await writeFile(draft, text)
  await rename(draft, join(folder, PUBLISHED_FILE))
}
