import { and, eq, gt, isNull, lt, ne } from 'drizzle-orm'
import { anyOf, type Db } from '../platform/db/index.ts'
import { likenessOf } from './names.ts'
import type { Person } from './person.ts'
import { people, takeovers } from './schema.ts'

export type Takeover = typeof takeovers.$inferSelect

/** What a coordinator can tell apart in one message. */
const MOST_CANDIDATES = 3

/** People of one unit that are looked through; larger ones are split by the organisation itself. */
const MOST_LOOKED_AT = 20_000

/** Wishes of one account within a week: whoever guesses names gets no further. */
const MOST_WISHES = 3
const WEEK_MS = 7 * 24 * 3600_000

export type TakeoverAsked =
  | { readonly kind: 'asked'; readonly takeover: Takeover }
  /** One is being looked at, or there were too many. */
  | { readonly kind: 'asked_before' }
  /** Nobody in the unit has a name like it. */
  | { readonly kind: 'nobody' }

/**
 * Notes that a new account says that it had a place in its unit under `name`. The name is compared
 * and not kept; nobody is told here.
 */
export async function askTakeover(
  tx: Db,
  newcomer: Person,
  name: string,
  now: Date,
): Promise<TakeoverAsked> {
  const before = await tx
    .select({ state: takeovers.state })
    .from(takeovers)
    .where(
      and(
        eq(takeovers.newTelegramId, newcomer.telegramId),
        gt(takeovers.askedAt, new Date(now.getTime() - WEEK_MS)),
      ),
    )
  if (before.length >= MOST_WISHES || before.some(({ state }) => state === 'asked')) {
    return { kind: 'asked_before' }
  }
  const candidates = await findCandidates(tx, newcomer, name)
  if (candidates.length === 0) return { kind: 'nobody' }
  // A wish from long ago that nobody decided on gives way to the new one.
  await tx
    .update(takeovers)
    .set({ state: 'refused', decidedAt: now })
    .where(and(eq(takeovers.newcomerId, newcomer.id), eq(takeovers.state, 'asked')))
  const [takeover] = await tx
    .insert(takeovers)
    .values({
      newcomerId: newcomer.id,
      newTelegramId: newcomer.telegramId,
      newChatId: newcomer.chatId,
      unitId: newcomer.unitId,
      candidates,
      state: 'asked',
      askedAt: now,
    })
    .returning()
  if (takeover === undefined) throw new Error('The new takeover was not returned')
  return { kind: 'asked', takeover }
}

async function findCandidates(tx: Db, newcomer: Person, name: string): Promise<string[]> {
  const rows = await tx
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(
      and(
        newcomer.unitId === null ? isNull(people.unitId) : eq(people.unitId, newcomer.unitId),
        isNull(people.joinStep),
        isNull(people.movedAwayAt),
        ne(people.id, newcomer.id),
      ),
    )
    .limit(MOST_LOOKED_AT)
  return rows
    .map((row) => ({ id: row.id, likeness: likenessOf(name, row.name) }))
    .filter(({ likeness }) => likeness > 0)
    .toSorted((a, b) => b.likeness - a.likeness || (a.id < b.id ? -1 : 1))
    .slice(0, MOST_CANDIDATES)
    .map(({ id }) => id)
}

export async function findTakeover(db: Db, id: number): Promise<Takeover | undefined> {
  const [row] = await db.select().from(takeovers).where(eq(takeovers.id, id))
  return row
}

/** The same, locked: of two decisions at once the second sees the first. */
export async function takeTakeover(tx: Db, id: number): Promise<Takeover | undefined> {
  const [row] = await tx.select().from(takeovers).where(eq(takeovers.id, id)).for('update')
  return row
}

export async function changeTakeover(
  tx: Db,
  id: number,
  change: Partial<Omit<Takeover, 'id'>>,
): Promise<void> {
  await tx.update(takeovers).set(change).where(eq(takeovers.id, id))
}

/** Whether somebody's place changed hands after `since`, and not back. */
export async function wasTakenOver(db: Db, personId: string, since: Date): Promise<boolean> {
  const [row] = await db
    .select({ id: takeovers.id })
    .from(takeovers)
    .where(
      and(
        eq(takeovers.personId, personId),
        eq(takeovers.state, 'confirmed'),
        gt(takeovers.decidedAt, since),
      ),
    )
    .limit(1)
  return row !== undefined
}

export interface Account {
  readonly telegramId: number
  readonly chatId: number
}

/** Locks the rows of people, in one order whoever asks. @returns how many of them there are */
export async function lockPeople(tx: Db, ids: readonly string[]): Promise<number> {
  const rows = await tx
    .select({ id: people.id })
    .from(people)
    .where(anyOf(people.id, ids))
    .orderBy(people.id)
    .for('update')
  return rows.length
}

/** Gives a place to another account, which can be reached. */
export async function moveToAccount(
  tx: Db,
  personId: string,
  account: Account,
  now: Date,
): Promise<void> {
  await tx
    .update(people)
    .set({
      ...account,
      // What was asked for and the menu belong to the chat that is left.
      awaiting: null,
      menu: null,
      unreachableSince: null,
      unreachableReason: null,
      lastSeenAt: now,
    })
    .where(eq(people.id, personId))
}

/**
 * Closes a place whose account has gone to another: it keeps what was learnt, belongs to no account
 * (ids below zero are no person's) and is no participant's any more.
 */
export async function closePlace(tx: Db, personId: string, closedId: number): Promise<void> {
  await tx
    .update(people)
    .set({ telegramId: -closedId, chatId: -closedId, joinStep: 'consent', awaiting: null })
    .where(eq(people.id, personId))
}

export async function removePerson(tx: Db, personId: string): Promise<void> {
  await tx.delete(people).where(eq(people.id, personId))
}

/** What is older than anything that it could undo. */
export async function forgetTakeovers(db: Db, before: Date): Promise<void> {
  await db.delete(takeovers).where(lt(takeovers.askedAt, before))
}
