import { earliestScheduled } from '../announcements/index.ts'
import { earliestExpiry } from '../exchange/index.ts'
import { earliestDue } from '../learning/index.ts'
import { earliestHeld } from '../messaging/index.ts'
import type { Db } from '../platform/db/index.ts'
import { earliestRising } from '../practice/index.ts'
import { earliestDigest } from '../reports/index.ts'

/** The next civil moment at which anything is due. */
export async function nextDueAt(db: Db, now: Date): Promise<Date | undefined> {
  const moments = [
    await earliestDue(db),
    await earliestHeld(db, now),
    await earliestRising(db),
    await earliestDigest(db),
    await earliestScheduled(db),
    await earliestExpiry(db),
  ]
  return moments.filter((moment) => moment !== undefined).toSorted((a, b) => +a - +b)[0]
}
