import { lessonsInAll, readProgress } from '../../learning/index.ts'
import { personOf } from './person-texts.ts'
import type { ViewContext } from './view.ts'

/** Where the person stands, as a sentence in plain text; undefined before the first lesson. */
export async function standingText(view: ViewContext): Promise<string | undefined> {
  const standing = await readProgress(view.db, personOf(view).id)
  if (standing === undefined) return undefined
  const { trackId, had, answered, skipped, done } = standing
  const total = done ? had.length : lessonsInAll(view.catalogue, trackId, had)
  return view.t('return-standing', { done: answered + skipped, total })
}
