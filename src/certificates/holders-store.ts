import { eq } from 'drizzle-orm'
import type { Db } from '../platform/db/index.ts'
import { certificateHolders } from './schema.ts'

/** What a person wants on a certificate; null: not asked yet, or not wished. */
export interface Holder {
  readonly printedName: string | null
  readonly asn: boolean | null
  readonly sealedNip: string | null
}

const NOBODY: Holder = { printedName: null, asn: null, sealedNip: null }

export async function readHolder(db: Db, personId: string): Promise<Holder> {
  const [row] = await db
    .select({
      printedName: certificateHolders.printedName,
      asn: certificateHolders.asn,
      sealedNip: certificateHolders.sealedNip,
    })
    .from(certificateHolders)
    .where(eq(certificateHolders.personId, personId))
  return row ?? NOBODY
}

export async function changeHolder(
  db: Db,
  personId: string,
  change: Partial<Holder>,
  now: Date,
): Promise<void> {
  await db
    .insert(certificateHolders)
    .values({ personId, ...change, changedAt: now })
    .onConflictDoUpdate({
      target: certificateHolders.personId,
      set: { ...change, changedAt: now },
    })
}
