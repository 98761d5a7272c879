import { UserError } from '../platform/errors.ts'
import {
  applyMigrations,
  inTransaction,
  madeBy,
  withSession,
  type Migration,
  type Session,
} from '../platform/db/index.ts'
import type { Progress } from './dump-store.ts'
import { fill } from './fill-store.ts'
import type { Inspected } from './read-archive.ts'
import { dropOurs, keepOthersOut, lookAt } from './restore-store.ts'
import { settle, type Settled } from './settle-store.ts'
import { standing } from './standing.ts'

export interface RestoreOptions {
  readonly backup: Inspected
  /** The role that owns the tables. */
  readonly ownerUrl: string
  /** All that this program knows, in their order. */
  readonly migrations: readonly Migration[]
  /** Civil. */
  readonly now: Date
  /** Keeps what is there, and is called before anything is touched; where it is left out it must be empty. */
  readonly keepOld?: () => Promise<void>
  readonly onProgress?: ((progress: Progress) => void) | undefined
}

export interface Restored {
  readonly rows: number
  /** Rows by table, as they went in. */
  readonly tables: ReadonlyMap<string, number>
  /** Tables of the backup that are none of ours. */
  readonly leftOut: readonly string[]
  /** Steps of the schema that came after the backup. */
  readonly migrated: number
  readonly settled: Settled
}

/** @throws UserError where this version cannot restore it */
export function assertRestorable(backup: Inspected, migrations: readonly Migration[]): void {
  const how = standing(backup.head.migrations, migrations)
  if (how === 'newer') {
    throw new UserError(
      `${backup.file} was made by a newer version (${backup.head.program}): its tables have had ${backup.head.migrations.length} migrations, this version knows ${migrations.length}`,
      { hint: 'Install that version or a later one, and restore with it.' },
    )
  }
  if (how === 'other' || backup.head.migrations.length === 0) {
    throw new UserError(
      `${backup.file} comes from a database whose migrations this version does not know`,
      { hint: `Restore it with the version that made it (${backup.head.program}).` },
    )
  }
}

/**
 * Brings a backup into a database: the schema as it was then, all rows, what has been migrated since,
 * and what has to be settled because time has passed. All of it or nothing: it is one transaction.
 *
 * @throws UserError where the backup is of another version, where somebody works on the database, or
 *   where it holds something and nobody said that it may be replaced; nothing is changed then
 */
export async function restore(options: RestoreOptions): Promise<Restored> {
  const { backup, migrations, now, keepOld } = options
  assertRestorable(backup, migrations)
  return withSession(options.ownerUrl, 'sedikit-restore', async (session) => {
    await keepOthersOut(session)
    const found = await lookAt(session)
    if (found.isForeign) throw foreign()
    if (found.holds !== undefined && keepOld === undefined) throw notEmpty(found.holds)
    if (standing(found.migrations, migrations) === 'newer') throw newerDatabase()
    if (found.holds !== undefined) await keepOld?.()
    return inTransaction(session, '', () => bringIn(session, { backup, migrations, now }, options))
  })
}

async function bringIn(
  session: Session,
  { backup, migrations, now }: Pick<RestoreOptions, 'backup' | 'migrations' | 'now'>,
  { onProgress }: Pick<RestoreOptions, 'onProgress'>,
): Promise<Restored> {
  const had = backup.head.migrations.length
  await dropOurs(session, madeBy(migrations))
  await applyMigrations(session, migrations.slice(0, had))
  const { tables, leftOut } = await fill(session, backup, onProgress)
  await applyMigrations(session, migrations.slice(had))
  const settled = await settle(session, backup.head, now)
  const rows = [...tables.values()].reduce((sum, count) => sum + count, 0)
  return { rows, tables, leftOut, migrated: migrations.length - had, settled }
}

function notEmpty(holds: string): UserError {
  return new UserError(`The database is not empty: it holds ${holds}. Nothing was changed`, {
    hint: 'Name an empty one in DATABASE_URL; or say --replace: then what is there is backed up first, and replaced.',
  })
}

function foreign(): UserError {
  return new UserError('The database holds tables of another program. Nothing was changed', {
    hint: 'Make a database for this program alone and name it in DATABASE_URL.',
  })
}

function newerDatabase(): UserError {
  return new UserError('The database is of a newer version of this program. Nothing was changed', {
    hint: 'Restore with that version, or into an empty database.',
  })
}
