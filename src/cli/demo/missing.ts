import type { Db } from '../../platform/db/index.ts'
import { readSent } from './ledger-store.ts'
import { firstUnsettled } from './states-store.ts'
import type { Tally } from './tally.ts'

/** Rows of one read. */
const PAGE = 5000

export interface MissingWatch {
  /** Messages that the ledger calls sent and that never arrived in their chat, so far. */
  count(): Promise<number>
}

/** Looks at each settled row once, so that it can be asked often. */
export function watchMissing(db: Db, tally: Pick<Tally, 'has'>, since: Date): MissingWatch {
  let cursor = 0
  let missing = 0

  async function look(): Promise<number> {
    const end = (await firstUnsettled(db)) ?? Number.MAX_SAFE_INTEGER
    for (;;) {
      const rows = await readSent(db, { after: cursor, before: end, since, limit: PAGE })
      const last = rows.at(-1)
      if (last === undefined) return missing
      missing += rows.filter(({ chatId, messageId }) => !tally.has(chatId, messageId)).length
      cursor = last.id
    }
  }

  let looking: Promise<number> | undefined
  return {
    count() {
      looking ??= look().finally(() => {
        looking = undefined
      })
      return looking
    },
  }
}
