import { sql } from 'drizzle-orm'
import { arrayOf, rowsOf, type Db } from '../platform/db/index.ts'

/**
 * Files and lists in which somebody may stand: every export that stands is deleted, one that is being
 * written begins anew without the person, and of imports go the lines with one of the names and what
 * would bring the place back.
 */
export async function eraseFromFiles(
  tx: Db,
  erased: {
    readonly personIds: readonly string[]
    readonly names: readonly string[]
    readonly placeIds: readonly number[]
  },
): Promise<void> {
  await tx.execute(sql`update exports set state = 'expired' where state = 'done'`)
  // Fenced off: its worker sees that the export is no longer its own, and leaves no file behind.
  await tx.execute(sql`
    update exports set state = 'asked', lease_until = null, attempt = attempt + 1
    where state = 'running'`)
  await tx.execute(sql`delete from export_pieces`)
  await tx.execute(sql`
    delete from export_links l using exports e where e.id = l.export_id and e.state = 'expired'`)
  await tx.execute(sql`
    update roster_imports set file_id = null, lines = null, refusal = null,
      state = case when state in ('asked', 'checked', 'refused', 'wished') then 'dropped' else state end
    where person_id = any(${arrayOf(erased.personIds, 'uuid')})`)
  await tx.execute(sql`
    delete from roster_import_changes where place_id = any(${arrayOf(erased.placeIds, 'bigint')})`)
  for (const name of erased.names) await eraseLines(tx, name)
}

interface NamedLine {
  readonly values: Readonly<Record<string, string | number>>
}

/** A name stands in a line as one of its values; in JSON's own words, which have another quote in it. */
async function eraseLines(tx: Db, name: string): Promise<void> {
  const wanted = name.toLowerCase()
  const quoted = JSON.stringify(wanted)
  const holding = await rowsOf<{ id: number; lines: readonly NamedLine[] }>(
    tx,
    sql`
    select id::int, lines from roster_imports
    where lines is not null and strpos(lower(lines::text), ${quoted}) > 0 for update`,
  )
  for (const { id, lines } of holding) {
    const left = lines.filter(
      ({ values }) => !Object.values(values).some((one) => String(one).toLowerCase() === wanted),
    )
    await tx.execute(sql`
      update roster_imports set lines = ${JSON.stringify(left)}::jsonb where id = ${id}`)
  }
}
