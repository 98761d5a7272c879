import { and, eq, isNull, sql } from 'drizzle-orm'
import { audit } from '../audit/index.ts'
import { anyOf, type Db } from '../platform/db/index.ts'
import { afterWrongCode, minutesToWait } from './guesses.ts'
import { hashInviteCode, newInviteCode, newTypedCode } from './invite-code.ts'
import { inviteGuesses, invites } from './schema.ts'

export interface NewInvite {
  readonly grants: 'unit' | 'admin'
  readonly unitId: string | null
  readonly maxUses: number
  readonly expiresAt: Date
  readonly createdBy: string | null
}

/** Stores an invite and gives its code, which nobody can read from the database again. */
export async function createInvite(db: Db, invite: NewInvite, now: Date): Promise<string> {
  const code = newInviteCode()
  await db.insert(invites).values({ ...invite, codeHash: hashInviteCode(code), createdAt: now })
  await keep(db, invite, invite.grants === 'admin' ? 'admin' : 'link', now)
  return code
}

/** The same with a code to be typed; in the rare case that it is taken, another is drawn. */
export async function createPosterInvite(
  db: Db,
  invite: Omit<NewInvite, 'grants'>,
  now: Date,
): Promise<string> {
  for (;;) {
    const code = newTypedCode()
    const made = await db
      .insert(invites)
      .values({
        ...invite,
        grants: 'unit',
        kind: 'poster',
        codeHash: hashInviteCode(code),
        createdAt: now,
      })
      .onConflictDoNothing({ target: invites.codeHash })
      .returning({ id: invites.id })
    if (made.length === 0) continue
    await keep(db, invite, 'poster', now)
    return code
  }
}

function keep(
  db: Db,
  { createdBy, unitId, maxUses }: Omit<NewInvite, 'grants'>,
  kind: 'admin' | 'link' | 'poster',
  now: Date,
): Promise<void> {
  const details = { kind, uses: maxUses }
  return audit(db, { action: 'invite.made', by: createdBy, unitId, details }, now)
}

/** Takes back all unused invitations for an admin: a new link replaces those printed before. */
export async function revokeAdminInvites(db: Db, now: Date): Promise<void> {
  await db
    .update(invites)
    .set({ revokedAt: now })
    .where(and(eq(invites.grants, 'admin'), isNull(invites.revokedAt)))
}

/** What a code would give, without using it; undefined for a code that there is not. */
export async function grantsOf(db: Db, code: string): Promise<NewInvite['grants'] | undefined> {
  const [invite] = await db
    .select({ grants: invites.grants })
    .from(invites)
    .where(eq(invites.codeHash, hashInviteCode(code)))
  return invite?.grants
}

/** Locks the invites behind some codes, always in the same order, before several are redeemed. */
export async function lockInvites(tx: Db, codes: readonly string[]): Promise<void> {
  if (codes.length === 0) return
  await tx
    .select({ id: invites.id })
    .from(invites)
    .where(anyOf(invites.codeHash, codes.map(hashInviteCode)))
    .orderBy(invites.id)
    .for('update')
}

export type Redeemed =
  | {
      readonly kind: 'granted'
      readonly grants: 'unit' | 'admin'
      readonly unitId: string | null
      /** Its code can be read by whoever passes: a coordinator has to know the person. */
      readonly poster: boolean
    }
  | { readonly kind: 'unknown' | 'used_up' | 'expired' }
  /** Too many wrong codes from this account; the code was not looked at. */
  | { readonly kind: 'slowed'; readonly minutes: number }

/**
 * Uses a code once for an account. Wrong codes are counted per account, and a guesser is slowed
 * down; expired and used-up ones are not guesses.
 */
export async function redeemInvite(
  tx: Db,
  code: string,
  telegramId: number,
  now: Date,
): Promise<Redeemed> {
  const [guesses] = await tx
    .select()
    .from(inviteGuesses)
    .where(eq(inviteGuesses.telegramId, telegramId))
  const minutes = minutesToWait(guesses, now)
  if (minutes > 0) return { kind: 'slowed', minutes }

  const [invite] = await tx
    .select()
    .from(invites)
    .where(eq(invites.codeHash, hashInviteCode(code)))
    .for('update')
  if (invite === undefined) {
    const counted = { telegramId, ...afterWrongCode(guesses, now) }
    await tx
      .insert(inviteGuesses)
      .values(counted)
      .onConflictDoUpdate({ target: inviteGuesses.telegramId, set: counted })
    return { kind: 'unknown' }
  }
  if (invite.revokedAt !== null || invite.expiresAt <= now) return { kind: 'expired' }
  if (invite.uses >= invite.maxUses) return { kind: 'used_up' }
  await tx
    .update(invites)
    .set({ uses: sql`${invites.uses} + 1` })
    .where(eq(invites.id, invite.id))
  await tx.delete(inviteGuesses).where(eq(inviteGuesses.telegramId, telegramId))
  const { grants, unitId, kind } = invite
  return { kind: 'granted', grants, unitId, poster: kind === 'poster' }
}
