import { sql, type SQL } from 'drizzle-orm'
import { inSnapshot } from '../exchange/index.ts'
import { rowsOf, type Db } from '../platform/db/index.ts'
import { columnsOf, personalTables, type PersonalTable } from '../privacy/index.ts'

export type OwnRow = Readonly<Record<string, unknown>>

export interface OwnTable {
  readonly name: string
  readonly table: PersonalTable
  readonly rows: readonly OwnRow[]
}

/** Ids of one person, as the conditions of the inventory name them. */
interface Who {
  readonly personId: string
  readonly telegramId: number
}

/**
 * Everything that is kept of a person, table by table as the inventory names them, of one moment.
 * Sealed columns say only that there is something; the NIP is opened by whoever shows it.
 */
export async function readOwnData(db: Db, who: Who): Promise<OwnTable[]> {
  return inSnapshot(db, async (tx) => {
    const tables: OwnTable[] = []
    for (const [name, table] of personalTables) {
      tables.push({ name, table, rows: await readRows(tx, name, table, who) })
    }
    return tables
  })
}

function readRows(tx: Db, name: string, table: PersonalTable, who: Who): Promise<OwnRow[]> {
  const sealed = new Set<string>(table.sealed ?? [])
  const columns = columnsOf(table).map((column) =>
    sealed.has(column)
      ? sql`case when ${sql.identifier(column)} is not null then 'sealed' end as ${sql.identifier(column)}`
      : sql.identifier(column),
  )
  return rowsOf<Record<string, unknown>>(
    tx,
    sql`select ${sql.join(columns, sql`, `)} from ${sql.identifier(name)}
      where ${conditionOf(table, who)}`,
  )
}

/** The inventory's condition, with the person's ids as parameters. */
export function conditionOf({ mine }: PersonalTable, { personId, telegramId }: Who): SQL {
  const parts = mine.split(/(:person|:account)/)
  return sql.join(
    parts.map((part) => {
      if (part === ':person') return sql`${personId}::uuid`
      return part === ':account' ? sql`${telegramId}::bigint` : sql.raw(part)
    }),
  )
}
