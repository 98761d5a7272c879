import { openRosterNip } from '../people/index.ts'
import type { Db } from '../platform/db/index.ts'
import { openSealed } from '../platform/seal.ts'
import { sealedNips } from './sealed-nips-store.ts'

/**
 * The NIPs that are kept of somebody, opened: they are given to nobody but the person.
 *
 * @param secret undefined, or another than they were sealed with: none can be opened
 */
export async function readOwnNips(
  db: Db,
  personId: string,
  secret: string | undefined,
): Promise<string[]> {
  if (secret === undefined) return []
  const sealed = await sealedNips(db, personId)
  const opened = sealed.map(({ nip, hash }) =>
    hash === null ? openSealed(secret, personId, nip) : openRosterNip(secret, hash, nip),
  )
  return [...new Set(opened.filter((nip) => nip !== undefined))]
}
