import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { eraseFromFiles } from '../../src/exchange/index.ts'
import { connectDatabase, rowsOf, type Database } from '../../src/platform/db/index.ts'
import { cloneDatabase, type ClonedDatabase } from '../support/database.ts'

let database: ClonedDatabase
let app: Database
beforeAll(async () => {
  database = await cloneDatabase(inject('ownerUrl'), inject('appUrl'))
  app = connectDatabase(database.appUrl)
})
afterAll(async () => {
  await app.close()
  await database.drop()
})

/** Names that stand in the lines of imports, after those of `names` were erased. */
async function leftOf(written: readonly string[], names: readonly string[]): Promise<string[]> {
  const { db } = app
  const lines = written.map((name, i) => ({
    line: i + 1,
    kind: 'added',
    key: 'import-line-added',
    values: { name, unit: 'Dinas Contoh', was: '' },
  }))
  await db.execute(sql`delete from roster_imports`)
  await db.execute(sql`
    insert into roster_imports (person_id, kind, state, lines, asked_at)
    values (${crypto.randomUUID()}, 'csv', 'applied', ${JSON.stringify(lines)}::jsonb, '2026-11-23Z')`)
  await db.transaction((tx) => eraseFromFiles(tx, { personIds: [], names, placeIds: [] }))
  const rows = await rowsOf<{ name: string }>(
    db,
    sql`select l -> 'values' ->> 'name' as name
      from roster_imports, jsonb_array_elements(lines) l order by l -> 'line'`,
  )
  return rows.map(({ name }) => name)
}

it.each([
  ['a plain one', 'Siti Contoh'],
  ['in other letters', 'SITI CONTOH'],
  ['with a nickname in quotes', 'Andi "Aco" Contoh'],
  ['with a backslash', String.raw`Budi \ Contoh`],
  ['with an apostrophe', "Ma'ruf Contoh"],
])('an erased name goes from the lines of imports: %s', async (_what, name) => {
  const others = ['Orang Lain', `${name} Kedua`]
  expect(await leftOf([name, ...others], [name.toLowerCase()])).toEqual(others)
})
