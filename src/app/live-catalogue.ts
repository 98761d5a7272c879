import {
  compareCatalogues,
  isSameCatalogue,
  loadCatalogue,
  storeLive,
  storeSearch,
  storeVersions,
  type Catalogue,
  type Reloaded,
  type VersionNumbers,
} from '../content/index.ts'
import type { Clock } from '../platform/clock.ts'
import type { Db } from '../platform/db/index.ts'

/** The lessons as they are taught now. */
export interface LiveCatalogue {
  /** Whoever works on something takes it once: a reload puts another in its place, at any moment. */
  readonly current: () => Catalogue
  /**
   * Takes up what stands in the folder now, whole or not at all. Those that are asked for at the same
   * time follow one another.
   *
   * @throws Error when the database is out of reach; the old catalogue stays then, too
   */
  reload(): Promise<Reloaded>
}

export interface LiveCatalogueOptions {
  readonly db: Db
  readonly clock: Clock
  readonly folder: string
}

/** Begins with a catalogue that was read from the folder, and keeps its versions. */
export async function holdCatalogue(
  first: Catalogue,
  { db, clock, folder }: LiveCatalogueOptions,
): Promise<LiveCatalogue> {
  let live = { catalogue: first, versions: await store(first) }
  let last: Promise<unknown> = Promise.resolve()

  /** All that Postgres holds of a catalogue changes at one moment. */
  function store(catalogue: Catalogue): Promise<VersionNumbers> {
    return db.transaction(async (tx) => {
      const versions = await storeVersions(tx, catalogue, clock.now())
      await storeLive(tx, catalogue)
      await storeSearch(tx, catalogue)
      return versions
    })
  }

  async function takeUp(): Promise<Reloaded> {
    const loaded = await loadCatalogue(folder)
    if (!loaded.ok) return { kind: 'refused', problems: loaded.problems }
    const { catalogue } = loaded
    if (isSameCatalogue(live.catalogue, catalogue)) return { kind: 'unchanged' }
    // Stored before anything of it is sent: a delivery refers to the version that it holds.
    const next = { catalogue, versions: await store(catalogue) }
    const change = compareCatalogues(live, next)
    live = next
    return { kind: 'reloaded', ...change }
  }

  return {
    current: () => live.catalogue,
    reload() {
      const reloading = last.then(takeUp)
      // Whoever asked for it learns of its failure; the next one only waits for its end.
      last = reloading.catch(() => undefined)
      return reloading
    },
  }
}
