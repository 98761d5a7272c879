import { sql } from 'drizzle-orm'
import { type Db, rowsOf } from '../platform/db/index.ts'

/**
 * Whether a message of this kind, with these references, waits for the person already. It is kept from
 * going until this transaction ends, so what it finds when it is rendered has this transaction's rows;
 * and nobody else writes one meanwhile. Ask for several people in the order of their ids.
 */
export async function alreadyWaits(
  tx: Db,
  of: {
    readonly personId: string
    readonly kind: string
    readonly about?: Readonly<Record<string, unknown>>
  },
): Promise<boolean> {
  const { personId, kind, about = {} } = of
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`${kind}:${personId}`}, 0))`)
  const rows = await rowsOf(
    tx,
    sql`
    select id from outbox
    where state = 'pending' and waits_for is not null and person_id = ${personId}::uuid
      and kind = ${kind} and args @> ${JSON.stringify(about)}::jsonb
    limit 1 for update`,
  )
  return rows.length > 0
}
