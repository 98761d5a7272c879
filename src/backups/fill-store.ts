import { gunzip as gunzipWith } from 'node:zlib'
import { promisify } from 'node:util'
import { quoted, type Session } from '../platform/db/index.ts'
import type { Progress } from './dump-store.ts'
import { tableOf, type Head } from './manifest.ts'
import { readingOf, type Entry, type Inspected } from './read-archive.ts'
import { tablesIn } from './tables-store.ts'

const gunzip = promisify(gunzipWith)

export interface Filled {
  readonly tables: ReadonlyMap<string, number>
  readonly leftOut: readonly string[]
}

/**
 * Fills the tables of a schema as it was when the backup was made. Rows go in as they are: no trigger
 * fires (the marks of the statistics are in the backup), numbers that Postgres gives out are kept, and
 * references are checked once, when all is there.
 */
export async function fill(
  session: Session,
  backup: Inspected,
  onProgress: ((progress: Progress) => void) | undefined,
): Promise<Filled> {
  const known = new Map((await tablesIn(session)).map(({ name, columns }) => [name, columns]))
  const wanted = backup.head.tables.filter(({ name }) => known.has(name))
  assertSameColumns(wanted, known)
  const references = await takeReferencesAway(session)
  const indexes = await takeIndexesAway(session)
  for (const name of known.keys()) {
    await session.run(`alter table ${quoted(name)} disable trigger user`)
  }
  // What the migrations themselves have put in stands in the backup as it was then.
  await session.run(`truncate ${[...known.keys()].map((name) => quoted(name)).join(', ')}`)
  const rows = await copyAll(session, backup, wanted, onProgress)
  for (const statement of [...indexes, ...references]) await session.run(statement)
  for (const name of known.keys()) {
    await session.run(`alter table ${quoted(name)} enable trigger user`)
  }
  await setSequences(session, backup)
  // The planner of queries knows nothing of them yet; autovacuum would come after a minute.
  await session.run(`analyze ${[...known.keys()].map((name) => quoted(name)).join(', ')}`)
  const leftOut = backup.head.tables.filter(({ name }) => !known.has(name))
  return { tables: rows, leftOut: leftOut.map(({ name }) => name) }
}

function assertSameColumns(
  wanted: Head['tables'],
  known: ReadonlyMap<string, readonly string[]>,
): void {
  for (const { name, columns } of wanted) {
    const missing = columns.filter((column) => known.get(name)?.includes(column) !== true)
    if (missing.length > 0) {
      throw new Error(`The backup has columns that its version did not: ${name}.${missing.join()}`)
    }
  }
}

/** @returns what puts them back, each checked against all rows */
async function takeReferencesAway(session: Session): Promise<string[]> {
  const found = await session.rows<{ name: string; table_name: string; definition: string }>(`
    select c.conname as name, r.relname as table_name, pg_get_constraintdef(c.oid) as definition
    from pg_constraint c join pg_class r on r.oid = c.conrelid
    where c.contype = 'f' and r.relnamespace = 'public'::regnamespace order by 1`)
  for (const { name, table_name: table } of found) {
    await session.run(`alter table ${quoted(table)} drop constraint ${quoted(name)}`)
  }
  return found.map(
    ({ name, table_name: table, definition }) =>
      `alter table ${quoted(table)} add constraint ${quoted(name)} ${definition}`,
  )
}

/**
 * Building an index over all rows costs a fraction of keeping it row by row. Those of primary keys and
 * other constraints stay. After the references, which may rest on one.
 *
 * @returns what makes them anew
 */
async function takeIndexesAway(session: Session): Promise<string[]> {
  const found = await session.rows<{ name: string; definition: string }>(`
    select c.relname as name, pg_get_indexdef(i.indexrelid) as definition
    from pg_index i join pg_class c on c.oid = i.indexrelid join pg_class t on t.oid = i.indrelid
    where t.relnamespace = 'public'::regnamespace and t.relkind = 'r'
      and not exists (select from pg_constraint k where k.conindid = i.indexrelid)
    order by 1`)
  for (const { name } of found) await session.run(`drop index ${quoted(name)}`)
  return found.map(({ definition }) => definition)
}

async function copyAll(
  session: Session,
  backup: Inspected,
  wanted: Head['tables'],
  onProgress: ((progress: Progress) => void) | undefined,
): Promise<Map<string, number>> {
  const filled = new Map(wanted.map(({ name }) => [name, 0]))
  const columnsOf = new Map(wanted.map(({ name, columns }) => [name, columns]))
  let done = 0
  let total = 0
  await readingOf(backup.file, async (entries) => {
    // By one for each part: a part ends between two rows.
    for await (const entry of entries) {
      const table = tableOf(entry.name)
      const columns = columnsOf.get(table)
      if (columns === undefined) continue
      const rows = await copyPart(session, table, columns, entry)
      if (filled.get(table) === 0) done++
      total += rows
      filled.set(table, (filled.get(table) ?? 0) + rows)
      onProgress?.({ table, done, of: wanted.length, rows: total })
    }
  })
  for (const { name, rows } of backup.counts.tables) {
    const came = filled.get(name)
    if (came !== undefined && came !== rows) {
      throw new Error(`Of ${name} ${came} rows came, and the backup counts ${rows}`)
    }
  }
  return filled
}

async function copyPart(
  session: Session,
  table: string,
  columns: readonly string[],
  { content }: Entry,
): Promise<number> {
  const bytes = await gunzip(content)
  async function* once(): AsyncGenerator<Buffer> {
    await Promise.resolve()
    yield bytes
  }
  const list = columns.map((column) => quoted(column)).join(', ')
  return session.copyIn(`copy ${quoted(table)} (${list}) from stdin`, once())
}

/** A number that was given out is not given out again. */
async function setSequences(session: Session, { counts }: Inspected): Promise<void> {
  for (const { name, last, called } of counts.sequences) {
    await session.rows(
      `select setval(c.oid, $2, $3) from pg_class c
       where c.relnamespace = 'public'::regnamespace and c.relkind = 'S' and c.relname = $1`,
      [name, last, called],
    )
  }
}
