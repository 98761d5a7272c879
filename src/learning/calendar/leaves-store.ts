import { and, desc, eq, gte, isNotNull, lte } from 'drizzle-orm'
import { anyOf, type Db } from '../../platform/db/index.ts'
import { addCivilDays, civilDay, type CivilDay } from './civil-day.ts'
import { faultOfLeave, leaveOn, type Leave, type LeaveFault, type LeaveKind } from './leave.ts'
import { leaves } from './schema.ts'

export interface NewLeave extends Leave {
  readonly personId: string
  readonly kind: LeaveKind
}

export type LeaveAdded =
  | { readonly kind: 'added'; readonly id: number }
  /** It lies within one that is there. */
  | { readonly kind: 'known'; readonly id: number }
  | { readonly kind: LeaveFault | 'too_many' }

/**
 * Notes a leave. What comes next for the person is not reckoned here: call `replan` in the same
 * transaction.
 */
export async function addLeave(tx: Db, leave: NewLeave, now: Date): Promise<LeaveAdded> {
  const fault = faultOfLeave(leave)
  if (fault !== undefined) return { kind: fault }
  const { personId, kind, first, last } = leave
  const [known] = await tx
    .select({ id: leaves.id })
    .from(leaves)
    .where(
      and(eq(leaves.personId, personId), lte(leaves.firstDay, first), gte(leaves.lastDay, last)),
    )
    .limit(1)
  if (known !== undefined) return { kind: 'known', id: known.id }
  const standing = await tx
    .select({ id: leaves.id })
    .from(leaves)
    .where(and(eq(leaves.personId, personId), gte(leaves.lastDay, civilDay('UTC', now))))
  if (standing.length >= MOST_LEAVES) return { kind: 'too_many' }
  const [added] = await tx
    .insert(leaves)
    .values({ personId, kind, firstDay: first, lastDay: last, createdAt: now })
    .returning({ id: leaves.id })
  if (added === undefined) throw new Error('The new leave was not returned')
  return { kind: 'added', id: added.id }
}

export type LeaveEnded =
  | { readonly kind: 'ended' }
  | { readonly kind: 'no_such_leave' }
  | { readonly kind: LeaveFault }

/** Standing leaves of one person: more are no calendar any more but a mistake. */
export const MOST_LEAVES = 12

/** Takes a leave back: what is over of it stays, what is to come goes. */
export async function cancelLeave(
  tx: Db,
  { personId, id, today }: { personId: string; id: number; today: CivilDay },
): Promise<boolean> {
  const own = and(eq(leaves.id, id), eq(leaves.personId, personId), gte(leaves.lastDay, today))
  const [leave] = await tx.select().from(leaves).where(own).for('update')
  if (leave === undefined) return false
  if (leave.firstDay >= today) await tx.delete(leaves).where(own)
  else
    await tx
      .update(leaves)
      .set({ lastDay: addCivilDays(today, -1) })
      .where(own)
  return true
}

/**
 * Ends every leave that holds `today`, since the person is back: the days before stay, and are marked
 * so that the next lesson does not greet once more.
 *
 * @returns what was left of them, the latest first; none: nobody was on leave
 */
export async function returnFromLeave(
  tx: Db,
  { personId, today, now }: { personId: string; today: CivilDay; now: Date },
): Promise<(typeof leaves.$inferSelect)[]> {
  const current = and(
    eq(leaves.personId, personId),
    lte(leaves.firstDay, today),
    gte(leaves.lastDay, today),
  )
  const held = await tx
    .select()
    .from(leaves)
    .where(current)
    .orderBy(desc(leaves.lastDay))
    .for('update')
  await tx.delete(leaves).where(and(current, gte(leaves.firstDay, today)))
  await tx
    .update(leaves)
    .set({ lastDay: addCivilDays(today, -1), returnedAt: now })
    .where(current)
  return held
}

/** Undoes `returnFromLeave`: the leave that it ended goes on to `last`, or begins today. */
export async function awayAgain(
  tx: Db,
  {
    personId,
    kind,
    today,
    last,
  }: Omit<NewLeave, keyof Leave> & { today: CivilDay; last: CivilDay },
  now: Date,
): Promise<void> {
  const [ended] = await tx
    .select({ id: leaves.id })
    .from(leaves)
    .where(
      and(
        eq(leaves.personId, personId),
        eq(leaves.lastDay, addCivilDays(today, -1)),
        isNotNull(leaves.returnedAt),
      ),
    )
    .limit(1)
  if (ended === undefined) await addLeave(tx, { personId, kind, first: today, last }, now)
  else {
    await tx.update(leaves).set({ lastDay: last, returnedAt: null }).where(eq(leaves.id, ended.id))
  }
}

/** Gives a leave another last day, an earlier one or a later; call `replan` in the same transaction. */
export async function endLeave(
  tx: Db,
  { personId, id, last }: { personId: string; id: number; last: CivilDay },
): Promise<LeaveEnded> {
  const own = and(eq(leaves.id, id), eq(leaves.personId, personId))
  const [leave] = await tx.select().from(leaves).where(own).for('update')
  if (leave === undefined) return { kind: 'no_such_leave' }
  const fault = faultOfLeave({ first: leave.firstDay, last })
  if (fault !== undefined) return { kind: fault }
  await tx.update(leaves).set({ lastDay: last }).where(own)
  return { kind: 'ended' }
}

/** Leaves of a person that are not over on `day`, the latest first. */
export async function leavesOf(
  tx: Db,
  personId: string,
  day: CivilDay,
): Promise<(typeof leaves.$inferSelect)[]> {
  return tx
    .select()
    .from(leaves)
    .where(and(eq(leaves.personId, personId), gte(leaves.lastDay, day)))
    .orderBy(desc(leaves.firstDay))
}

/** A civil day begins and ends at most fourteen hours from that of UTC. */
const ZONES_MS = 24 * 3600_000

/** Which of these people are on leave at `now`, each in their own zone; one query for all. */
export async function peopleOnLeave(
  db: Db,
  people: readonly { readonly id: string; readonly timezone: string }[],
  now: Date,
): Promise<ReadonlySet<string>> {
  if (people.length === 0) return new Set()
  const around = (ms: number): CivilDay => civilDay('UTC', new Date(now.getTime() + ms))
  const rows = await db
    .select({ personId: leaves.personId, first: leaves.firstDay, last: leaves.lastDay })
    .from(leaves)
    .where(
      and(
        anyOf(
          leaves.personId,
          people.map(({ id }) => id),
        ),
        lte(leaves.firstDay, around(ZONES_MS)),
        gte(leaves.lastDay, around(-ZONES_MS)),
      ),
    )
  const byPerson = Map.groupBy(rows, ({ personId }) => personId)
  const away = people.filter(
    ({ id, timezone }) => leaveOn(byPerson.get(id) ?? [], civilDay(timezone, now)) !== undefined,
  )
  return new Set(away.map(({ id }) => id))
}
