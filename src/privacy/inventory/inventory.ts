import { isPersonal, type PersonalTable, type TableEntry } from './entry.ts'
import { learningTables } from './learning.ts'
import { peopleTables } from './people.ts'
import { plainTables } from './plain.ts'
import { serviceTables } from './service.ts'

/**
 * Every table and column there is, with what it tells of whom, on what basis, for how long, and what
 * erasing a person does with it. What a person is given is read by it, the register in
 * docs/privacy.md is written from it, and a table or a column that it does not name fails a test.
 */
export const inventory: Readonly<Record<string, TableEntry>> = {
  ...peopleTables,
  ...learningTables,
  ...serviceTables,
  ...plainTables,
}

/** The tables in which people stand. */
export const personalTables: readonly (readonly [name: string, table: PersonalTable])[] =
  Object.entries(inventory).flatMap(([name, entry]) =>
    isPersonal(entry) ? [[name, entry] as const] : [],
  )
