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
 * none, and several instances may start at once. Then lets the app's role read and write, which
 * the owner's default privileges do only for roles that existed before the tables.
 *
 * @throws UserError when the database cannot be reached, or is of a newer version
 */
export async function migrateDatabase(options: MigrateOptions): Promise<void> {
  // One connection: the lock belongs to the session that migrates.
  const { db, close } = connectDatabase(options.ownerUrl, { max: 1, name: 'sedikit-migrate' })
  try {
    await db.execute(sql`select pg_advisory_lock(${MIGRATION_LOCK})`).catch((error: unknown) => {
      throw unreachableDatabase(options.ownerUrl, rootCause(error))
    })
    await assertNotNewer(db, options.folder)
    await migrate(db, { migrationsFolder: options.folder })
    const appRole = decodeURIComponent(new URL(options.appUrl).username)
    const ownerRole = decodeURIComponent(new URL(options.ownerUrl).username)
    if (appRole !== '' && appRole !== ownerRole) {
      const role = sql.identifier(appRole)
      // As a whole: at no moment may the app change what it may only add to.
      await db.transaction(async (tx) => {
        await tx.execute(sql`grant usage on schema public, drizzle to ${role}`)
        await tx.execute(sql`grant select on all tables in schema drizzle to ${role}`)
        await tx.execute(
          sql`grant select, insert, update, delete on all tables in schema public to ${role}`,
        )
        await tx.execute(sql`grant usage, select on all sequences in schema public to ${role}`)
        for (const table of options.appendOnly ?? []) {
          await tx.execute(
            sql`revoke update, delete, truncate on ${sql.identifier(table)} from ${role}`,
          )
        }
      })
    }
  } finally {
    await close()
  }
}

/**
 * An older program must not start on tables that a newer one has changed: its migrator would pass over
 * what it does not know, and its statements meet what it does not expect. One that runs already while a
 * newer one migrates goes on, which each migration has to bear: docs/backup.md, "Upgrade".
 */
async function assertNotNewer(db: Db, folder: string): Promise<void> {
  const [journal] = await rowsOf<{ is_there: boolean }>(
    db,
    sql`select to_regclass('drizzle.__drizzle_migrations') is not null as is_there`,
  )
  if (journal?.is_there !== true) return
  const [newest] = await rowsOf<{ when: string | null }>(
    db,
    sql`select max(created_at) as when from drizzle.__drizzle_migrations`,
  )
  const known = readMigrations(folder).at(-1)?.when ?? 0
  if (Number(newest?.when ?? 0) <= known) return
  throw new UserError('The database is of a newer version of this program; nothing was changed', {
    hint: 'Start that version, or a later one. To go back, restore the backup that was made before the upgrade: docs/backup.md.',
  })
}

/** Drizzle wraps the driver's error; the innermost one says what happened. */
function rootCause(error: unknown): unknown {
  return error instanceof Error && error.cause !== undefined ? rootCause(error.cause) : error
}
