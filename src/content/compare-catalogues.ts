import { isDeepStrictEqual } from 'node:util'
import type { Catalogue } from './catalogue.ts'
import type { VersionNumbers } from './question-versions-store.ts'
import type { CatalogueChange } from './reloaded.ts'

/** A catalogue with the version of each of its questions. */
export interface Versioned {
  readonly catalogue: Catalogue
  readonly versions: VersionNumbers
}

/** What the newer of two catalogues changes about lessons and questions. */
export function compareCatalogues(before: Versioned, after: Versioned): CatalogueChange {
  const [was, is] = [before.catalogue, after.catalogue]
  const questions = [...is.questions.values()].filter(({ id, hash }) => {
    const old = was.questions.get(id)
    return old !== undefined && old.hash !== hash
  })
  const goesOn = (id: string): boolean => before.versions.get(id) === after.versions.get(id)
  return {
    added: [...is.lessons.keys()].filter((id) => !was.lessons.has(id)),
    reworded: [...is.lessons.values()]
      .filter(({ id, hash }) => was.lessons.has(id) && was.lessons.get(id)?.hash !== hash)
      .map(({ id }) => id),
    withdrawn: [...was.lessons.keys()].filter((id) => !is.lessons.has(id)),
    respelled: questions.filter(({ id }) => goesOn(id)).map(({ id }) => id),
    changed: questions.filter(({ id }) => !goesOn(id)).map(({ id }) => id),
  }
}

/** Whether two catalogues hold the same, also in what no version counts (minutes, titles of tracks). */
export function isSameCatalogue(a: Catalogue, b: Catalogue): boolean {
  const plain = ({ tracks, lessons, questions }: Catalogue) => [
    tracks,
    [...lessons.values()],
    [...questions.values()],
  ]
  return isDeepStrictEqual(plain(a), plain(b))
}
