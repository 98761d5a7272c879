import { and, eq, gt, isNull, lt, sql } from 'drizzle-orm'
import type { Db } from '../platform/db/index.ts'
import { hashInviteCode, inviteCodeFrom } from './invite-code.ts'
import { revokeAdminInvites } from './invites-store.ts'
import { hasAdmin } from './roles-store.ts'
import { invites } from './schema.ts'

/** A new one is good for a day: milliseconds of civil time. */
const VALID_MS = 24 * 3600_000

/** One that is good for less than this is replaced: it is to be opened by a person. */
const LEAST_MS = 3600_000

export interface FirstAdminInvite {
  readonly code: string
  readonly expiresAt: Date
}

/**
 * The one code that makes the first admin, where there is none. Whoever asks with the same secret gets
 * the same code for as long as it is good: several processes that start at once show one link, and
 * each of them the one that works. What a code is made of is its end, which is stored, and the
 * secret, which is not.
 *
 * @param secret known to whoever runs the bot alone, such as its token
 * @returns      undefined when there is an admin
 */
export async function firstAdminInvite(
  db: Db,
  secret: string,
  now: Date,
): Promise<FirstAdminInvite | undefined> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('first-admin', 0))`)
    if (await hasAdmin(tx)) return undefined
    const standing = (await goodOnes(tx, now)).find(
      ({ codeHash, expiresAt }) => hashInviteCode(codeOf(secret, expiresAt)) === codeHash,
    )
    if (standing !== undefined) {
      return { code: codeOf(secret, standing.expiresAt), expiresAt: standing.expiresAt }
    }
    await revokeAdminInvites(tx, now)
    return createOne(tx, secret, now)
  })
}

/** One that ends in the same millisecond as one before has the same code: the next does not. */
async function createOne(tx: Db, secret: string, now: Date): Promise<FirstAdminInvite> {
  for (let later = 0; ; later++) {
    const expiresAt = new Date(now.getTime() + VALID_MS + later)
    const code = codeOf(secret, expiresAt)
    const made = await tx
      .insert(invites)
      .values({
        grants: 'admin',
        maxUses: 1,
        expiresAt,
        codeHash: hashInviteCode(code),
        createdAt: now,
      })
      .onConflictDoNothing({ target: invites.codeHash })
      .returning({ id: invites.id })
    if (made.length > 0) return { code, expiresAt }
  }
}

function goodOnes(tx: Db, now: Date): Promise<{ codeHash: string; expiresAt: Date }[]> {
  return tx
    .select({ codeHash: invites.codeHash, expiresAt: invites.expiresAt })
    .from(invites)
    .where(
      and(
        eq(invites.grants, 'admin'),
        isNull(invites.revokedAt),
        lt(invites.uses, invites.maxUses),
        gt(invites.expiresAt, new Date(now.getTime() + LEAST_MS)),
      ),
    )
}

function codeOf(secret: string, expiresAt: Date): string {
  return inviteCodeFrom(secret, `first admin, until ${expiresAt.toISOString()}`)
}
