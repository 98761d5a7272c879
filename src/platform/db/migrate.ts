import { sql } from 'drizzle-orm'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import { UserError } from '../errors.ts'
import { connectDatabase, rowsOf, unreachableDatabase, type Db } from './connect.ts'
import { readMigrations } from './migrations.ts'

/** Any number will do, as long as every instance uses the same. */
export const MIGRATION_LOCK = 7_305_463

export interface MigrateOptions {
  readonly ownerUrl: string
  readonly appUrl: string
  /** The folder with the generated migrations. */
  readonly folder: string
  /** Tables that the app's role adds to and reads, and can neither change nor empty. */
  readonly appendOnly?: readonly string[]
}

/**
 * Applies what is missing, as the owner, under a session's advisory lock: Drizzle's migrator takes
 * none, and several instances may start at once. Then gives the app's role what it needs and takes
 * whatever it had beyond: rows of our tables, never the tables.
 *
 * Where no owner is named and nothing is missing, nothing is done: a process that only uses the
 * tables need not know who owns them.
 *
 * @throws UserError when the database cannot be reached or is of a newer version, or something is
 *   missing that the role may not add
 */
export async function migrateDatabase(options: MigrateOptions): Promise<void> {
  // One connection: the lock belongs to the session that migrates.
  const { db, close } = connectDatabase(options.ownerUrl, { max: 1, name: 'sedikit-migrate' })
  try {
    await db.execute(sql`select pg_advisory_lock(${MIGRATION_LOCK})`).catch((error: unknown) => {
      throw unreachableDatabase(options.ownerUrl, rootCause(error))
    })
    const newest = readMigrations(options.folder).at(-1)?.when ?? 0
    const applied = await newestApplied(db)
    if (applied > newest) throw ofNewerVersion()
    if (options.ownerUrl === options.appUrl && applied === newest) return
    await migrate(db, { migrationsFolder: options.folder }).catch((error: unknown) => {
      throw mayNotMigrate(error, options.ownerUrl) ?? error
    })
    const appRole = decodeURIComponent(new URL(options.appUrl).username)
    const ownerRole = decodeURIComponent(new URL(options.ownerUrl).username)
    if (appRole !== '' && appRole !== ownerRole) {
      // As a whole: at no moment may the app change what it may only add to.
      await db.transaction((tx) => settleRights(tx, appRole, options.appendOnly ?? []))
    }
  } finally {
    await close()
  }
}

/** See docs/hardening.md, "The database". */
async function settleRights(tx: Db, appRole: string, appendOnly: readonly string[]): Promise<void> {
  const role = sql.identifier(appRole)
  // A database that comes from Postgres 14 or older lets everybody create in `public`.
  await tx.execute(sql`revoke create on schema public from public, ${role}`)
  await tx.execute(sql`revoke create on schema drizzle from ${role}`)
  await tx.execute(sql`grant usage on schema public, drizzle to ${role}`)
  // Which migrations there are is read, to say the version, and written by none but the owner.
  await tx.execute(sql`revoke all on all tables in schema drizzle from ${role}`)
  await tx.execute(sql`revoke all on all sequences in schema drizzle from ${role}`)
  await tx.execute(sql`grant select on all tables in schema drizzle to ${role}`)
  await tx.execute(sql`revoke all on all tables in schema public from ${role}`)
  await tx.execute(
    sql`grant select, insert, update, delete on all tables in schema public to ${role}`,
  )
  // Usage is the next number; to set one back is the owner's.
  await tx.execute(sql`revoke all on all sequences in schema public from ${role}`)
  await tx.execute(sql`grant usage, select on all sequences in schema public to ${role}`)
  for (const table of appendOnly) {
    await tx.execute(sql`revoke update, delete on ${sql.identifier(table)} from ${role}`)
  }
}

/** When the newest migration was made that is applied; 0: none is, or none can be seen. */
async function newestApplied(db: Db): Promise<number> {
  try {
    const [row] = await rowsOf<{ newest: string | null }>(
      db,
      sql`select max(created_at)::text as newest from drizzle.__drizzle_migrations`,
    )
    return Number(row?.newest ?? 0)
  } catch (error) {
    if (UNKNOWN.has(codeOf(rootCause(error)))) return 0
    throw error
  }
}

/**
 * An older program must not start on tables that a newer one has changed: its migrator would pass over
 * what it does not know, and its statements meet what it does not expect. One that runs already while a
 * newer one migrates goes on, which each migration has to bear: docs/backup.md, "Upgrade".
 */
function ofNewerVersion(): UserError {
  return new UserError('The database is of a newer version of this program; nothing was changed', {
    hint: 'Start that version, or a later one. To go back, restore the backup that was made before the upgrade: docs/backup.md.',
  })
}

/** No such table, no such schema, no right to look: nothing was ever migrated, as far as we know. */
const UNKNOWN: ReadonlySet<unknown> = new Set(['42P01', '3F000', '42501'])

/** What an operator can do about a role that uses the tables and may not make them. */
export function mayNotMigrate(error: unknown, url: string): UserError | undefined {
  if (codeOf(rootCause(error)) !== '42501') return undefined
  const role = decodeURIComponent(new URL(url).username)
  return new UserError(
    `The database is not up to date, and the role ${role} may not change that.`,
    {
      hint: 'Run `sedikit migrate` with DATABASE_OWNER_URL set to the role that owns the tables.',
      cause: error,
    },
  )
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined
}

/** Drizzle wraps the driver's error; the innermost one says what happened. */
function rootCause(error: unknown): unknown {
  return error instanceof Error && error.cause !== undefined ? rootCause(error.cause) : error
}
