import { sql } from 'drizzle-orm'
import { arrayOf, type Db, rowsOf } from '../platform/db/index.ts'
import type { NewMessage } from './message.ts'
import { insertMessages } from './outbox-insert-store.ts'

/** What each person was told last by a message of one kind; nobody stands here who never was. */
export type LastTold = ReadonlyMap<string, Readonly<Record<string, unknown>>>

/**
 * Puts messages of one kind into the outbox that depend on what each person was told last by that
 * kind. One transaction at a time, over all processes: several that notice the same thing together
 * tell it once.
 *
 * @returns the ids of the new rows
 */
export async function tellAnew(
  db: Db,
  kind: string,
  personIds: readonly string[],
  write: (last: LastTold) => readonly NewMessage[],
  now: Date,
): Promise<number[]> {
  if (personIds.length === 0) return []
  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`tell:${kind}`}))`)
    const rows = await rowsOf<{ person_id: string; args: Record<string, unknown> }>(
      tx,
      sql`
      select distinct on (person_id) person_id, args from outbox
      where person_id = any(${arrayOf(personIds, 'uuid')}) and kind = ${kind}
      order by person_id, id desc`,
    )
    const last = new Map(rows.map((row) => [row.person_id, row.args]))
    return insertMessages(tx, write(last), { now })
  })
}
