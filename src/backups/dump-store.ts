import { createHash } from 'node:crypto'
import { gzip as gzipWith, constants } from 'node:zlib'
import { promisify } from 'node:util'
import { inTransaction, quoted, withSession, type Session } from '../platform/db/index.ts'
import { COUNTS, FORMAT, HEAD, partName, rowsIn, type Counts, type Head } from './manifest.ts'
import { tablesIn } from './tables-store.ts'
import type { ArchiveWriter } from './write-archive.ts'

const gzip = promisify(gzipWith)

/** How far a backup or a restore is. */
export interface Progress {
  readonly table: string
  readonly done: number
  readonly of: number
  readonly rows: number
}

export interface DumpOptions {
  readonly url: string
  readonly from: Head['from']
  readonly program: string
  readonly madeAt: Date
  readonly onProgress?: ((progress: Progress) => void) | undefined
  /** Breaks it off. */
  readonly signal?: AbortSignal | undefined
}

/** What our processes call their connections; see `connectDatabase` and `holdSignOfLife`. */
export const AT_WORK = `application_name in ('sedikit-app', 'sedikit-intake')
  or application_name like 'sedikit-w-%'`

/** The name of a backup's own connection. */
const NAME = 'sedikit-backup'

/**
 * Writes all rows of all tables as they stand at one moment, whatever is done to them meanwhile. Only
 * what would change a table itself (a migration, `data scrub`) waits until it is over. The queues are
 * not in it: they hold numbers of rows, and are filled anew from Postgres.
 *
 * @returns rows written
 */
export async function dump(archive: ArchiveWriter, options: DumpOptions): Promise<number> {
  return withSession(options.url, NAME, async (session) => {
    const tables = await tablesIn(session)
    return inTransaction(session, 'isolation level repeatable read read only', async () => {
      // Before the first look, which fixes the moment: a table must not change its shape after it.
      if (tables.length > 0) {
        const names = tables.map(({ name }) => quoted(name)).join(', ')
        await session.run(`lock table ${names} in access share mode`)
      }
      const head = await headOf(session, tables, options)
      await archive.add(HEAD, Buffer.from(`${JSON.stringify(head, null, 1)}\n`))
      const counted: Counts['tables'] = []
      let rows = 0
      for (const [done, table] of tables.entries()) {
        options.onProgress?.({ table: table.name, done, of: tables.length, rows })
        const one = await dumpTable(session, archive, table, options.signal)
        counted.push(one)
        rows += one.rows
      }
      // Last: a number that was given out since is skipped, and none is given twice.
      const counts: Counts = { tables: counted, sequences: await sequencesIn(session) }
      await archive.add(COUNTS, Buffer.from(`${JSON.stringify(counts, null, 1)}\n`))
      return rowsIn(counts)
    })
  })
}

async function headOf(
  session: Session,
  tables: Head['tables'],
  { from, program, madeAt }: DumpOptions,
): Promise<Head> {
  const [server] = await session.rows<{ version: string; in_use: boolean; migrated: boolean }>(`
    select current_setting('server_version') as version,
      to_regclass('drizzle.__drizzle_migrations') is not null as migrated,
      exists (
        select from pg_stat_activity where datname = current_database() and (${AT_WORK})) as in_use`)
  if (server === undefined) throw new Error('The server said nothing of itself')
  const migrations = server.migrated
    ? await session.rows<{ when: string; hash: string }>(
        `select created_at as when, hash from drizzle.__drizzle_migrations order by created_at`,
      )
    : []
  return {
    format: FORMAT,
    madeAt: madeAt.toISOString(),
    program,
    postgres: server.version,
    from,
    inUse: server.in_use,
    migrations: migrations.map(({ when, hash }) => ({ when: Number(when), hash })),
    tables,
  }
}

async function dumpTable(
  session: Session,
  archive: ArchiveWriter,
  { name, columns }: Head['tables'][number],
  signal: AbortSignal | undefined,
): Promise<Counts['tables'][number]> {
  const digest = createHash('sha256')
  let bytes = 0
  let part = 0
  const list = columns.map((column) => quoted(column)).join(', ')
  const rows = await session.copyOut(`copy ${quoted(name)} (${list}) to stdout`, async (piece) => {
    signal?.throwIfAborted()
    digest.update(piece)
    bytes += piece.length
    part++
    // The fastest level: it makes a third of the text, and the bot goes on beside it.
    await archive.add(partName(name, part), await gzip(piece, { level: constants.Z_BEST_SPEED }))
  })
  return { name, rows, bytes, sha256: digest.digest('hex') }
}

async function sequencesIn(session: Session): Promise<Counts['sequences']> {
  const names = await session.rows<{ name: string }>(`
    select c.relname as name from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'S' order by 1`)
  const sequences: Counts['sequences'] = []
  for (const { name } of names) {
    const [state] = await session.rows<{ last: string; called: boolean }>(
      `select last_value::text as last, is_called as called from ${quoted(name)}`,
    )
    if (state !== undefined) sequences.push({ name, ...state })
  }
  return sequences
}
