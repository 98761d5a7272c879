import { and, eq, gt, isNull, lte } from 'drizzle-orm'
import type { Db } from '../../platform/db/index.ts'
import { webLinks, webSessions } from './schema.ts'
import { hashSecret, newSecret } from './secrets.ts'

/** A link waits in the chat for the tap that it is made for. */
const LINK_MS = 5 * 60_000

/** So long somebody looks at the pages before a new link is wanted. */
export const SESSION_MS = 3600_000

export async function storeLink(
  tx: Db,
  {
    code,
    personId,
    path,
  }: { readonly code: string; readonly personId: string; readonly path: string },
  now: Date,
): Promise<void> {
  const expiresAt = new Date(now.getTime() + LINK_MS)
  await tx.insert(webLinks).values({ codeHash: hashSecret(code), personId, path, expiresAt })
}

export interface Link {
  readonly personId: string
  readonly path: string
}

const standing = (code: string, now: Date) =>
  and(eq(webLinks.codeHash, hashSecret(code)), isNull(webLinks.usedAt), gt(webLinks.expiresAt, now))

/** Whether a link still opens something; it is not used by that. */
export async function isLinkOpen(db: Db, code: string, now: Date): Promise<boolean> {
  return (await db.$count(webLinks, standing(code, now))) > 0
}

/** Uses a link; of two at the same moment one does. */
export async function useLink(tx: Db, code: string, now: Date): Promise<Link | undefined> {
  const [used] = await tx
    .update(webLinks)
    .set({ usedAt: now })
    .where(standing(code, now))
    .returning({ personId: webLinks.personId, path: webLinks.path })
  return used
}

/** @returns the token of the cookie, which nobody can read from the database again */
export async function openSession(tx: Db, personId: string, now: Date): Promise<string> {
  const token = newSecret()
  const expiresAt = new Date(now.getTime() + SESSION_MS)
  await tx.insert(webSessions).values({ tokenHash: hashSecret(token), personId, expiresAt })
  return token
}

export async function findSession(db: Db, token: string, now: Date): Promise<string | undefined> {
  const [found] = await db
    .select({ personId: webSessions.personId })
    .from(webSessions)
    .where(and(eq(webSessions.tokenHash, hashSecret(token)), gt(webSessions.expiresAt, now)))
  return found?.personId
}

export async function endSession(db: Db, token: string): Promise<void> {
  await db.delete(webSessions).where(eq(webSessions.tokenHash, hashSecret(token)))
}

/** Links and sessions that are over; run now and then, any number of times. */
export async function forgetSessions(db: Db, now: Date): Promise<void> {
  await db.delete(webLinks).where(lte(webLinks.expiresAt, now))
  await db.delete(webSessions).where(lte(webSessions.expiresAt, now))
}
