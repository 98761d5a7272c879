import type { Db } from '../platform/db/index.ts'
import type { Catalogue } from './catalogue.ts'
import type { FindOptions } from './search/find-store.ts'
import type { SearchResult } from './search/search-lessons.ts'

// With the stores comes Drizzle: loaded by whoever has a database; see versions.ts.

/**
 * Makes the lessons of `catalogue` those that are searched, all or nothing. Safe to call again and
 * again: what has not changed is not written. Call it wherever a catalogue becomes the live one.
 */
export async function storeSearch(db: Db, catalogue: Catalogue): Promise<void> {
  const store = await import('./search/index-store.ts')
  await store.storeSearch(db, catalogue)
}

/** Looks for what a person typed in lessons of the named tracks; see search/search-lessons.ts. */
export async function searchLessons(
  db: Db,
  typed: string,
  options: FindOptions,
): Promise<SearchResult> {
  const search = await import('./search/search-lessons.ts')
  return search.searchLessons(db, typed, options)
}
