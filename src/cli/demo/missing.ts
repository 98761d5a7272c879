import type { Db } from '../../platform/db/index.ts'
import { readSent } from './ledger-store.ts'
import type { Tally } from './tally.ts'

/** Rows of one read. */
const PAGE = 5000

/** Messages that the ledger calls sent and that never arrived in their chat. */
export async function countMissing(
  db: Db,
  tally: Pick<Tally, 'has'>,
  since: Date,
): Promise<number> {
  let missing = 0
  for (let cursor = 0; ;) {
    const rows = await readSent(db, cursor, since, PAGE)
    missing += rows.filter(({ chatId, messageId }) => !tally.has(chatId, messageId)).length
    const last = rows.at(-1)
    if (last === undefined) return missing
    cursor = last.id
  }
}
