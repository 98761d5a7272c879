import type { Db } from '../../platform/db/index.ts'
import { analyseItem } from './analyse-item.ts'
import { readCells } from './cells-store.ts'
import { readFormCells } from './form-cells-store.ts'
import {
  backendOf,
  holdRefresh,
  keepFigures,
  newestAnswer,
  readRefresh,
  type Refresh,
} from './figures-store.ts'

const HOUR_MS = 3600_000

/** Civil time between two reckonings where answers came in between. */
const REFRESH_MS = HOUR_MS

/** And where none did: answers of somebody who was deleted are gone too. */
const STANDS_MS = 24 * HOUR_MS

/** Whether the analysis is old enough to be reckoned anew: once an hour at the most. */
export async function areItemsDue(db: Db, now: Date): Promise<boolean> {
  return isDue(await readRefresh(db), await newestAnswer(db), now)
}

/**
 * Reckons the analysis of all questions anew where it is due. Safe to run at any moment, any number of
 * times and in any number of processes: one of them does it.
 *
 * @param begun told which of the server's processes does it, as it begins; false: it is not wanted
 * @returns whether it was reckoned
 */
export async function refreshItems(
  db: Db,
  now: Date,
  begun: (backend: number) => boolean = () => true,
): Promise<boolean> {
  if (!(await areItemsDue(db, now))) return false
  return db.transaction(async (tx) => {
    if (!(await holdRefresh(tx)) || !begun(await backendOf(tx))) return false
    // Another process may have done it while this one waited for its connection.
    const lastAnswer = await newestAnswer(tx)
    if (!isDue(await readRefresh(tx), lastAnswer, now)) return false
    const items = await readCells(tx)
    const formItems = await readFormCells(tx)
    const rows = items.map(({ cells, ...item }) => ({ ...item, figures: analyseItem(cells) }))
    const forms = formItems.map(({ cells, ...item }) => ({ ...item, figures: analyseItem(cells) }))
    await keepFigures(tx, { rows, forms }, { refreshedAt: now, lastAnswer })
    return true
  })
}

function isDue(last: Refresh | undefined, lastAnswer: number, now: Date): boolean {
  if (last === undefined) return true
  const age = now.getTime() - last.refreshedAt.getTime()
  // A clock that was set back must not make it wait for the time that it was set back by.
  if (age < 0 || age >= STANDS_MS) return true
  return age >= REFRESH_MS && lastAnswer !== last.lastAnswer
}
