import { and, eq, isNull, sql } from 'drizzle-orm'
import { audit, type AuditAction, type AuditDetails } from '../../audit/index.ts'
import { at, rowsOf, type Db } from '../../platform/db/index.ts'
import { isAdminNow } from '../roles-store.ts'
import { units } from '../schema.ts'
import { addUnit, findUnitByName, unitNameIn } from '../units-store.ts'
import type { UnitKind } from '../words.ts'

/** What still stands in a unit that is to be closed. */
export interface Remaining extends Record<string, number> {
  readonly people: number
  /** Places on the roster that nobody has claimed. */
  readonly places: number
  readonly children: number
  readonly coordinators: number
}

export type UnitChanged =
  | { readonly kind: 'changed'; readonly unitId: string }
  /** It was so already. */
  | { readonly kind: 'known' }
  | { readonly kind: 'not_allowed' }
  /** The unit, or the one that it is to stand below, is not there or closed. */
  | { readonly kind: 'gone' }
  /** The organisation itself stands below nothing, and is not closed. */
  | { readonly kind: 'root' }
  | { readonly kind: 'name_unclear' }
  | { readonly kind: 'name_taken' }
  /** It would stand below itself. */
  | { readonly kind: 'cycle' }
  | { readonly kind: 'not_empty'; readonly remaining: Remaining }

/** Who does it, to which unit, and when; each is an admin's, asked in the same transaction. */
export interface Doing {
  readonly by: string
  readonly unitId: string
  readonly now: Date
}

/** Adds a unit below another. */
export async function addUnitBelow(tx: Db, doing: Doing, name: string): Promise<UnitChanged> {
  const { by, unitId: parentId, now } = doing
  const parent = await takeOpen(tx, doing)
  if ('kind' in parent) return parent
  const wanted = unitNameIn(name)
  if (wanted === undefined) return { kind: 'name_unclear' }
  if ((await findUnitByName(tx, wanted)) !== undefined) return { kind: 'name_taken' }
  const { id } = await addUnit(tx, { name: wanted, parentId, now })
  await audit(tx, { action: 'unit.added', by, unitId: id, details: { name: wanted } }, now)
  return { kind: 'changed', unitId: id }
}

export async function renameUnit(tx: Db, doing: Doing, name: string): Promise<UnitChanged> {
  const unit = await takeOpen(tx, doing)
  if ('kind' in unit) return unit
  const wanted = unitNameIn(name)
  if (wanted === undefined) return { kind: 'name_unclear' }
  if (wanted === unit.name) return { kind: 'known' }
  const other = await findUnitByName(tx, wanted)
  if (other !== undefined && other.id !== doing.unitId) return { kind: 'name_taken' }
  return change(tx, doing, { name: wanted }, ['unit.renamed', { name: wanted, was: unit.name }])
}

/** Puts a unit, with all below it, below another. Its people may get another calendar by that. */
export async function moveUnit(tx: Db, doing: Doing, parentId: string): Promise<UnitChanged> {
  // Two moves at once could close a circle of which each sees only its own half.
  await tx.execute(sql`lock table units in share row exclusive mode`)
  const unit = await takeOpen(tx, doing)
  if ('kind' in unit) return unit
  if (unit.parentId === null) return { kind: 'root' }
  if (unit.parentId === parentId) return { kind: 'known' }
  const [target] = await tx
    .select({ id: units.id, name: units.name })
    .from(units)
    .where(and(eq(units.id, parentId), isNull(units.closedAt)))
  if (target === undefined) return { kind: 'gone' }
  if (await standsBelow(tx, parentId, doing.unitId)) return { kind: 'cycle' }
  const details = { name: target.name, from: unit.parentId, to: parentId }
  return change(tx, doing, { parentId }, ['unit.moved', details])
}

/** Whether a unit is another or stands somewhere below it. */
async function standsBelow(tx: Db, unitId: string, aboveId: string): Promise<boolean> {
  const rows = await rowsOf(
    tx,
    sql`
    with recursive above as (
      select id, parent_id from units where id = ${unitId}
      union select u.id, u.parent_id from units u join above a on u.id = a.parent_id)
    select 1 from above where id = ${aboveId}`,
  )
  return rows.length > 0
}

/** Null: nobody says. */
export async function setUnitKind(
  tx: Db,
  doing: Doing,
  kind: UnitKind | null,
): Promise<UnitChanged> {
  const unit = await takeOpen(tx, doing)
  if ('kind' in unit) return unit
  return change(tx, doing, { kind }, ['unit.kind', { kind }])
}

/** Null: that of the unit above it. */
export async function giveUnitSector(
  tx: Db,
  doing: Doing,
  sector: string | null,
): Promise<UnitChanged> {
  const unit = await takeOpen(tx, doing)
  if ('kind' in unit) return unit
  return change(tx, doing, { sector }, ['unit.sector', { sector }])
}

/** Closes a unit in which nothing stands any more; its invitations end with it. */
export async function closeUnit(tx: Db, doing: Doing): Promise<UnitChanged> {
  const { unitId, now } = doing
  const unit = await takeOpen(tx, doing)
  if ('kind' in unit) return unit
  if (unit.parentId === null) return { kind: 'root' }
  const remaining = await remainingIn(tx, unitId)
  if (Object.values(remaining).some((count) => count > 0)) return { kind: 'not_empty', remaining }
  await tx.execute(sql`
    update invites set revoked_at = ${at(now)} where unit_id = ${unitId} and revoked_at is null`)
  return change(tx, doing, { closedAt: now }, ['unit.closed', { name: unit.name }])
}

async function remainingIn(tx: Db, unitId: string): Promise<Remaining> {
  const [row] = await rowsOf<{
    people: number
    places: number
    children: number
    coordinators: number
  }>(
    tx,
    sql`
    select (select count(*) from people where unit_id = ${unitId})::int as people,
      (select count(*) from roster_places where unit_id = ${unitId} and person_id is null)::int
        as places,
      (select count(*) from units where parent_id = ${unitId} and closed_at is null)::int as children,
      (select count(*) from roles where unit_id = ${unitId})::int as coordinators`,
  )
  if (row === undefined) throw new Error('What remains in a unit was not counted')
  return row
}

/** Makes a closed unit one again, where its name and the unit above it still stand. */
export async function reopenUnit(tx: Db, doing: Doing): Promise<UnitChanged> {
  const { by, unitId } = doing
  if (!(await isAdminNow(tx, by))) return { kind: 'not_allowed' }
  const [unit] = await tx.select().from(units).where(eq(units.id, unitId)).for('update')
  if (unit === undefined) return { kind: 'gone' }
  if (unit.closedAt === null) return { kind: 'known' }
  if ((await findUnitByName(tx, unit.name)) !== undefined) return { kind: 'name_taken' }
  const above = unit.parentId === null ? undefined : await open(tx, unit.parentId)
  if (above === undefined) return { kind: 'gone' }
  return change(tx, doing, { closedAt: null }, ['unit.reopened', { name: unit.name }])
}

type Open = Pick<typeof units.$inferSelect, 'name' | 'parentId'>

/** The unit as it stands, held until the transaction ends; or why nothing is done to it. */
async function takeOpen(
  tx: Db,
  { by, unitId }: Doing,
): Promise<Open | { readonly kind: 'not_allowed' | 'gone' }> {
  if (!(await isAdminNow(tx, by))) return { kind: 'not_allowed' }
  return (await open(tx, unitId)) ?? { kind: 'gone' }
}

async function open(tx: Db, unitId: string): Promise<Open | undefined> {
  const [unit] = await tx
    .select({ name: units.name, parentId: units.parentId })
    .from(units)
    .where(and(eq(units.id, unitId), isNull(units.closedAt)))
    .for('update')
  return unit
}

async function change(
  tx: Db,
  { by, unitId, now }: Doing,
  set: Partial<typeof units.$inferInsert>,
  [action, details]: readonly [AuditAction, AuditDetails],
): Promise<UnitChanged> {
  await tx.update(units).set(set).where(eq(units.id, unitId))
  await audit(tx, { action, by, unitId, details }, now)
  return { kind: 'changed', unitId }
}
