import { and, eq, isNull, type SQL } from 'drizzle-orm'
import { audit, type AuditAction } from '../../audit/index.ts'
import type { Db } from '../../platform/db/index.ts'
import { canReach } from '../reach-store.ts'
import { isAdminNow } from '../roles-store.ts'
import { people, roles, units } from '../schema.ts'
import { roleChanges } from './schema.ts'

export type RoleChange = typeof roleChanges.$inferSelect

/** A role of somebody: coordinator of a unit, or admin, whose unit is null. */
export interface HeldRole {
  readonly personId: string
  readonly role: 'coordinator' | 'admin'
  readonly unitId: string | null
}

export type RoleChanged =
  | { readonly kind: 'changed'; readonly change: RoleChange }
  /** It was so already. */
  | { readonly kind: 'known' }
  | { readonly kind: 'not_allowed' }
  /** The person or the unit is not there, or not in the state that the undo needs. */
  | { readonly kind: 'gone' }
  /** Nobody would be left who can give roles. */
  | { readonly kind: 'last_admin' }

/** For how long a change can be undone with a tap; later it is changed anew. */
const UNDO_MS = 3 * 24 * 3600_000

/** @param by who gives it; null: the operator in the shell, who may everything */
export async function grantRole(
  tx: Db,
  by: string | null,
  held: HeldRole,
  now: Date,
): Promise<RoleChanged> {
  if (!(await isAdminNow(tx, by))) return { kind: 'not_allowed' }
  if (!(await isThere(tx, held))) return { kind: 'gone' }
  if (!(await give(tx, held, now))) return { kind: 'known' }
  return note(tx, { ...held, change: 'granted', fromIds: [], byId: by }, now)
}

/** @param by who takes it; null: the operator in the shell */
export async function revokeRole(
  tx: Db,
  by: string | null,
  held: HeldRole,
  now: Date,
): Promise<RoleChanged> {
  // First of all: two admins who take each other's role at once would each hold what the other needs.
  const last = await isLastAdmin(tx, held)
  if (!(await isAdminNow(tx, by))) return { kind: 'not_allowed' }
  if (last) return { kind: 'last_admin' }
  if (!(await take(tx, held))) return { kind: 'known' }
  return note(tx, { ...held, change: 'revoked', fromIds: [], byId: by }, now)
}

/**
 * A unit gets another coordinator in one step. Who coordinates it herself hands over her own part, to
 * somebody within her reach; an admin (or the shell) replaces all who have it.
 */
export async function handOver(
  tx: Db,
  by: string | null,
  { unitId, personId }: { readonly unitId: string; readonly personId: string },
  now: Date,
): Promise<RoleChanged> {
  const held = { personId, unitId, role: 'coordinator' } as const
  if (!(await isThere(tx, held))) return { kind: 'gone' }
  const before = await tx
    .select({ personId: roles.personId })
    .from(roles)
    .where(and(eq(roles.role, 'coordinator'), eq(roles.unitId, unitId)))
    .orderBy(roles.personId)
    .for('update')
  const holders = before.map((row) => row.personId)
  const all = await isAdminNow(tx, by)
  const own = by !== null && holders.includes(by) && (await canReach(tx, by, personId))
  if (!all && !own) return { kind: 'not_allowed' }
  const fromIds = (all ? holders : holders.filter((id) => id === by)).filter(
    (id) => id !== personId,
  )
  if (fromIds.length === 0 && holders.includes(personId)) return { kind: 'known' }
  for (const id of fromIds) await take(tx, { ...held, personId: id })
  await give(tx, held, now)
  return note(tx, { ...held, change: 'handed_over', fromIds, byId: by }, now)
}

/** Makes a change undone; who may change roles, or made this change, may do so for three days. */
export async function undoRoleChange(
  tx: Db,
  by: string,
  id: number,
  now: Date,
): Promise<RoleChanged> {
  const [change] = await tx.select().from(roleChanges).where(eq(roleChanges.id, id)).for('update')
  if (change === undefined) return { kind: 'gone' }
  // First of all, as in `revokeRole`.
  const last = change.change !== 'revoked' && (await isLastAdmin(tx, change))
  if (change.byId !== by && !(await isAdminNow(tx, by))) return { kind: 'not_allowed' }
  // An admin who was deprived of it meanwhile undoes nothing that only admins do.
  if (change.change !== 'handed_over' && !(await isAdminNow(tx, by))) return { kind: 'not_allowed' }
  if (change.undoneAt !== null || now.getTime() - change.changedAt.getTime() > UNDO_MS) {
    return { kind: 'gone' }
  }
  if (last) return { kind: 'last_admin' }
  const undone = await (change.change === 'revoked' ? give(tx, change, now) : take(tx, change))
  if (!undone) return { kind: 'gone' }
  for (const personId of change.fromIds) await give(tx, { ...change, personId }, now)
  await tx.update(roleChanges).set({ undoneAt: now }).where(eq(roleChanges.id, id))
  await keep(tx, 'role.undone', { ...change, byId: by }, now)
  return { kind: 'changed', change: { ...change, undoneAt: now } }
}

export async function findRoleChange(db: Db, id: number): Promise<RoleChange | undefined> {
  const [row] = await db.select().from(roleChanges).where(eq(roleChanges.id, id))
  return row
}

async function isThere(tx: Db, { personId, unitId }: HeldRole): Promise<boolean> {
  const [person] = await tx
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.id, personId), isNull(people.joinStep), isNull(people.movedAwayAt)))
  if (person === undefined || unitId === null) return person !== undefined
  const [unit] = await tx
    .select({ id: units.id })
    .from(units)
    .where(and(eq(units.id, unitId), isNull(units.closedAt)))
    .for('key share')
  return unit !== undefined
}

/** Whether taking this role would leave nobody who can give roles; all admins are locked then. */
export async function isLastAdmin(tx: Db, { personId, role }: HeldRole): Promise<boolean> {
  if (role !== 'admin') return false
  // All of them, in one order: two admins who take each other's role at once leave one.
  const admins = await tx
    .select({ personId: roles.personId })
    .from(roles)
    .where(eq(roles.role, 'admin'))
    .orderBy(roles.personId)
    .for('update')
  return admins.length > 0 && admins.every((one) => one.personId === personId)
}

const ofRole = ({ personId, role, unitId }: HeldRole): SQL | undefined =>
  and(
    eq(roles.personId, personId),
    eq(roles.role, role),
    unitId === null ? isNull(roles.unitId) : eq(roles.unitId, unitId),
  )

async function give(tx: Db, { personId, role, unitId }: HeldRole, now: Date): Promise<boolean> {
  const given = await tx
    .insert(roles)
    .values({ personId, role, unitId, grantedAt: now })
    .onConflictDoNothing()
    .returning({ personId: roles.personId })
  return given.length > 0
}

async function take(tx: Db, held: HeldRole): Promise<boolean> {
  const taken = await tx.delete(roles).where(ofRole(held)).returning({ id: roles.personId })
  return taken.length > 0
}

async function note(
  tx: Db,
  change: Omit<RoleChange, 'id' | 'changedAt' | 'undoneAt'>,
  now: Date,
): Promise<RoleChanged> {
  const { personId, role, unitId, change: kind, fromIds, byId } = change
  const [row] = await tx
    .insert(roleChanges)
    .values({ personId, role, unitId, change: kind, fromIds, byId, changedAt: now })
    .returning()
  if (row === undefined) throw new Error('The change of a role was not returned')
  await keep(tx, `role.${kind}`, row, now)
  return { kind: 'changed', change: row }
}

function keep(
  tx: Db,
  action: AuditAction,
  { id, role, personId, unitId, byId }: Pick<RoleChange, 'id' | 'byId'> & HeldRole,
  now: Date,
): Promise<void> {
  return audit(tx, { action, by: byId, personId, unitId, details: { role, change: id } }, now)
}
