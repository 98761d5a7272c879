import { MIGRATION_LOCK, quoted, type Session } from '../platform/db/index.ts'
import { UserError } from '../platform/errors.ts'
import { AT_WORK } from './dump-store.ts'
import { tablesIn } from './tables-store.ts'

/**
 * Holds the lock of migrations until the session ends, by which a bot that starts meanwhile waits.
 *
 * @throws UserError where somebody migrates or restores, or a bot is at work on the database
 */
export async function keepOthersOut(session: Session): Promise<void> {
  const [lock] = await session.rows<{ got: boolean }>('select pg_try_advisory_lock($1) as got', [
    MIGRATION_LOCK,
  ])
  const [others] = await session.rows<{ count: number }>(`
    select count(*)::int as count from pg_stat_activity
    where datname = current_database() and (${AT_WORK})`)
  if (lock?.got === true && others?.count === 0) return
  throw new UserError('A bot, or somebody who migrates, is at work on this database', {
    hint: 'Stop all of its processes first; nothing was changed.',
  })
}

export interface Found {
  /** What of ours it holds, in words; undefined: nothing that anybody would miss. */
  readonly holds: string | undefined
  /** It has tables, and none of ours. */
  readonly isForeign: boolean
  readonly migrations: readonly { readonly when: number }[]
}

/** Whoever has none of these has nothing to lose: the rest is filled by a start. */
const PRECIOUS = ['units', 'people', 'roster_places', 'audit']

export async function lookAt(session: Session): Promise<Found> {
  const names = new Set((await tablesIn(session)).map(({ name }) => name))
  const [ours] = await session.rows<{ migrated: boolean }>(
    `select to_regclass('drizzle.__drizzle_migrations') is not null as migrated`,
  )
  if (ours?.migrated !== true) {
    return { holds: undefined, isForeign: names.size > 0, migrations: [] }
  }
  const migrations = await session.rows<{ when: string }>(
    'select created_at as when from drizzle.__drizzle_migrations order by created_at',
  )
  const held: string[] = []
  for (const name of PRECIOUS.filter((table) => names.has(table))) {
    const [row] = await session.rows<{ count: string }>(
      `select count(*)::text as count from ${quoted(name)}`,
    )
    if (row !== undefined && row.count !== '0') held.push(`${row.count} rows of ${name}`)
  }
  return {
    holds: held.length === 0 ? undefined : held.join(', '),
    isForeign: false,
    migrations: migrations.map(({ when }) => ({ when: Number(when) })),
  }
}

/** Takes away what the migrations make, and nothing else that may stand beside it. */
export async function dropOurs(
  session: Session,
  ours: { readonly tables: readonly string[]; readonly functions: readonly string[] },
): Promise<void> {
  const tables = ours.tables.map((name) => quoted(name)).join(', ')
  await session.run(`drop table if exists ${tables} cascade`)
  for (const name of ours.functions) {
    await session.run(`drop function if exists ${quoted(name)}() cascade`)
  }
  await session.run('drop schema if exists drizzle cascade')
}
