import { audit } from '../../audit/index.ts'
import { eq } from 'drizzle-orm'
import { createHash, randomBytes } from 'node:crypto'
import type { Db } from '../../platform/db/index.ts'
import { exportLinks, exports } from '../schema.ts'
import { exportReach, type Export } from './exports-store.ts'

/** 192 random bits: nobody guesses one. */
const TOKEN_BYTES = 24

const TOKEN = /^[A-Za-z0-9_-]{32}$/

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** A new link to an export's file, good until the file is out of date. */
export async function issueLink(
  db: Db,
  { id, expiresAt }: { readonly id: number; readonly expiresAt: Date },
): Promise<string> {
  const token = randomBytes(TOKEN_BYTES).toString('base64url')
  await db.insert(exportLinks).values({ hash: hashOf(token), exportId: id, expiresAt })
  return token
}

export type OpenedLink =
  | { readonly kind: 'open'; readonly found: Export & { readonly bytes: number } }
  /** A download began with it before. */
  | { readonly kind: 'used' }
  | { readonly kind: 'expired' }
  /** Whoever asked has no role any more that allows it. */
  | { readonly kind: 'not_allowed' }
  | { readonly kind: 'unknown' }

/**
 * What a link leads to.
 *
 * @param use whether it is used up by this: the second of two at once finds it used
 */
export async function openLink(
  db: Db,
  token: string,
  { use, now }: { readonly use: boolean; readonly now: Date },
): Promise<OpenedLink> {
  if (!TOKEN.test(token)) return { kind: 'unknown' }
  return db.transaction(async (tx) => {
    const [link] = await tx
      .select()
      .from(exportLinks)
      .where(eq(exportLinks.hash, hashOf(token)))
      .for('update')
    if (link === undefined) return { kind: 'unknown' }
    if (link.usedAt !== null) return { kind: 'used' }
    const [found] = await tx.select().from(exports).where(eq(exports.id, link.exportId))
    if (found === undefined || found.bytes === null || link.expiresAt <= now) {
      return { kind: 'expired' }
    }
    const reach = await exportReach(tx, found.personId)
    // What an admin's export holds is not for whoever coordinates a unit by now.
    if (reach === undefined || (found.scope === 'all' && reach.scope !== 'all')) {
      return { kind: 'not_allowed' }
    }
    if (use) {
      await tx.update(exportLinks).set({ usedAt: now }).where(eq(exportLinks.hash, link.hash))
      const details = { export: found.id }
      await audit(tx, { action: 'export.fetched', by: found.personId, details }, now)
    }
    return { kind: 'open', found: { ...found, bytes: found.bytes } }
  })
}
