import { sql } from 'drizzle-orm'
import { rowsOf, type Db } from './connect.ts'
import { readMigrations } from './migrations.ts'

/** How a database stands to the migrations that this program brings. */
export interface SchemaState {
  /** Migrations that the database holds. */
  readonly applied: number
  /** Those of this program that are still to come. */
  readonly missing: number
  /** Those of the database that are newer than any that this program knows. */
  readonly unknown: number
  /**
   * Those of this program that the database has passed by: the migrator leaves out whatever is older
   * than the newest that it applied.
   */
  readonly passedBy: number
}

/**
 * Reads which migrations a database holds, and changes nothing.
 *
 * @param folder the generated migrations of this program
 */
export async function readSchemaState(db: Db, folder: string): Promise<SchemaState> {
  const known = readMigrations(folder).map(({ when }) => when)
  return compareSchema(known, await readApplied(db))
}

/** Both by the moment at which each migration was generated, in milliseconds. */
export function compareSchema(known: readonly number[], applied: readonly number[]): SchemaState {
  const newestApplied = Math.max(Number.NEGATIVE_INFINITY, ...applied)
  const newestKnown = Math.max(Number.NEGATIVE_INFINITY, ...known)
  const held = new Set(applied)
  return {
    applied: applied.length,
    missing: known.filter((moment) => moment > newestApplied).length,
    unknown: applied.filter((moment) => moment > newestKnown).length,
    passedBy: known.filter((moment) => moment <= newestApplied && !held.has(moment)).length,
  }
}

/** None where nothing was ever migrated. */
async function readApplied(db: Db): Promise<number[]> {
  const [table] = await rowsOf<{ there: boolean }>(
    db,
    sql`select to_regclass('drizzle.__drizzle_migrations') is not null as there`,
  )
  if (table?.there !== true) return []
  const rows = await rowsOf<{ created_at: string }>(
    db,
    sql`select created_at from drizzle.__drizzle_migrations`,
  )
  return rows.map((row) => Number(row.created_at))
}
