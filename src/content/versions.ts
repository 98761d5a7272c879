import type { Db } from '../platform/db/index.ts'
import type { Catalogue, Lesson, Question } from './catalogue.ts'
import type { VersionNumbers } from './question-versions-store.ts'

/**
 * The store is loaded by whoever has a database: with it comes Drizzle, which takes more time to
 * load than `lessons check` takes for the whole curriculum.
 */
const store = () => import('./versions-store.ts')

/**
 * Keeps every wording that is live, so that what is sent and answered stays with its wording.
 *
 * @returns the version of each question, by its id: a corrected spelling keeps the number of the
 *   wording before it, another meaning gets the next; statistics are grouped by it
 */
export async function storeVersions(
  db: Db,
  catalogue: Catalogue,
  now: Date,
): Promise<VersionNumbers> {
  return (await store()).storeVersions(db, catalogue, now)
}

/** Makes a catalogue the one that planning chooses from; its wordings are kept already. */
export async function storeLive(db: Db, catalogue: Catalogue): Promise<void> {
  const live = await import('./live-store.ts')
  await live.storeLive(db, catalogue)
}

/** The wording of a lesson that was live under `hash`: from the catalogue, or as it was kept. */
export async function lessonAt(
  db: Db,
  catalogue: Catalogue,
  id: string,
  hash: string,
): Promise<Lesson> {
  const live = catalogue.lessons.get(id)
  return live?.hash === hash ? live : await (await store()).keptLesson(db, id, hash)
}

/** The wording of a question that was live under `hash`. */
export async function questionAt(
  db: Db,
  catalogue: Catalogue,
  id: string,
  hash: string,
): Promise<Question> {
  const live = catalogue.questions.get(id)
  return live?.hash === hash ? live : await (await store()).keptQuestion(db, id, hash)
}
