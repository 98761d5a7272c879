import { sql } from 'drizzle-orm'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import { UserError } from '../errors.ts'
import { connectDatabase, unreachableDatabase, type Db } from './connect.ts'
import { readSchemaState } from './schema-state.ts'

/** Any number will do, as long as every instance uses the same. */
const MIGRATION_LOCK = 7_305_463

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
 * @throws UserError when the database cannot be reached, or is newer than this program
 */
export async function migrateDatabase(options: MigrateOptions): Promise<void> {
  // One connection: the lock belongs to the session that migrates.
  const { db, close } = connectDatabase(options.ownerUrl, { max: 1, name: 'sedikit-migrate' })
  try {
    await db.execute(sql`select pg_advisory_lock(${MIGRATION_LOCK})`).catch((error: unknown) => {
      throw unreachableDatabase(options.ownerUrl, rootCause(error))
    })
    await refuseNewer(db, options.folder)
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
 * An older program knows nothing of the columns and rules that a newer one has brought, and could
 * write what breaks them: it is not let near.
 */
async function refuseNewer(db: Db, folder: string): Promise<void> {
  const { unknown } = await readSchemaState(db, folder)
  if (unknown === 0) return
  throw new UserError(
    `The database is newer than this program: it holds ${unknown} migration(s) that this version does not know. Nothing was changed.`,
    {
      hint: 'Start the version that brought the database there, or a newer one; or restore the backup that was made before the upgrade.',
    },
  )
}

/** Drizzle wraps the driver's error; the innermost one says what happened. */
function rootCause(error: unknown): unknown {
  return error instanceof Error && error.cause !== undefined ? rootCause(error.cause) : error
}
