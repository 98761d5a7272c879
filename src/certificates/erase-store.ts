import { sql } from 'drizzle-orm'
import { arrayOf, rowsOf, type Db } from '../platform/db/index.ts'

const hers = (personIds: readonly string[]) => sql`person_id = any(${arrayOf(personIds, 'uuid')})`

/** The names that were printed for somebody, or are to be. */
export async function printedNames(db: Db, personIds: readonly string[]): Promise<string[]> {
  const rows = await rowsOf<{ name: string }>(
    db,
    sql`
    select printed_name as name from certificate_holders
    where ${hers(personIds)} and printed_name is not null
    union select s.name from certificates c join certificate_sheets s on s.certificate_id = c.id
    where ${hers(personIds)}`,
  )
  return rows.map(({ name }) => name)
}

/**
 * Sheets lose whose they are; the register keeps number, track and day. The paper still leads here by
 * its code, and is told that its holder had the data erased.
 *
 * @returns how many certificates there are
 */
export async function clearSheets(tx: Db, personIds: readonly string[]): Promise<number> {
  const rows = await rowsOf<{ count: number }>(
    tx,
    sql`
    with cleared as (
      update certificate_sheets set name = '', sealed_nip = null, unit = ''
      where certificate_id in (select id from certificates where ${hers(personIds)})
      returning certificate_id)
    select count(distinct certificate_id)::int as count from cleared`,
  )
  return rows[0]?.count ?? 0
}
