import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import type { Db } from '../platform/db/index.ts'
import { UserError } from '../platform/errors.ts'
import { units } from './schema.ts'

export interface Unit {
  readonly id: string
  readonly name: string
  readonly parentId: string | null
}

const columns = { id: units.id, name: units.name, parentId: units.parentId }

/** The organisation itself: the unit without a parent. */
export async function findRootUnit(db: Db): Promise<Unit | undefined> {
  const [row] = await db.select(columns).from(units).where(isNull(units.parentId))
  return row
}

/** A unit of that name that is not closed. */
export async function findUnitByName(db: Db, name: string): Promise<Unit | undefined> {
  const [row] = await db
    .select(columns)
    .from(units)
    .where(and(sql`lower(${units.name}) = lower(${name.trim()})`, isNull(units.closedAt)))
  return row
}

export async function findUnit(db: Db, id: string): Promise<Unit | undefined> {
  const [row] = await db.select(columns).from(units).where(eq(units.id, id))
  return row
}

/** All that are not closed. */
export async function listUnits(db: Db): Promise<Unit[]> {
  return db.select(columns).from(units).where(isNull(units.closedAt)).orderBy(asc(units.name))
}

/** The sector whose track a unit's people take; null: that of the unit above it. */
export async function setUnitSector(db: Db, id: string, sector: string | null): Promise<void> {
  await db.update(units).set({ sector }).where(eq(units.id, id))
}

/** Longest name of a unit in characters; a button and a line of text still hold it. */
export const UNIT_NAME_LENGTH = 120

/** A name as it is kept; undefined: it is empty or too long. */
export function unitNameIn(text: string): string | undefined {
  const name = text.trim().replaceAll(/\s+/g, ' ')
  return name === '' || name.length > UNIT_NAME_LENGTH ? undefined : name
}

/**
 * The first unit becomes the organisation; later ones stand below it, or below `parent`, by its name or
 * its id.
 *
 * @throws UserError when the name is empty, too long or taken, or the parent is unknown
 */
export async function addUnit(
  db: Db,
  { name, parent, parentId, now }: { name: string; parent?: string; parentId?: string; now: Date },
): Promise<Unit> {
  const trimmed = unitNameIn(name)
  if (trimmed === undefined) {
    throw new UserError(`A unit's name has 1 to ${UNIT_NAME_LENGTH} characters.`)
  }
  if ((await findUnitByName(db, trimmed)) !== undefined) {
    throw new UserError(`There is a unit named "${trimmed}" already.`)
  }
  const above = parent === undefined ? await findRootUnit(db) : await findUnitByName(db, parent)
  if (parent !== undefined && above === undefined) {
    throw new UserError(`There is no unit named "${parent}".`, {
      hint: 'See the names with: npm run sedikit -- unit list',
    })
  }
  const [row] = await db
    .insert(units)
    .values({
      id: crypto.randomUUID(),
      name: trimmed,
      parentId: parentId ?? above?.id ?? null,
      createdAt: now,
    })
    .returning(columns)
  if (row === undefined) throw new Error('The new unit was not returned')
  return row
}
