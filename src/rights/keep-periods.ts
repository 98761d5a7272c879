import { forgetGuesses, forgetRemovals, outstayed } from '../people/index.ts'
import type { Clock } from '../platform/clock.ts'
import type { Db } from '../platform/db/index.ts'
import { erasePerson } from './erase.ts'

/** Days of civil time; each is a setting (`RETENTION_…`). */
export interface Periods {
  /** After the consent was taken back. */
  readonly withdrawn: number
  /** After somebody left the organisation. */
  readonly away: number
  /** Of accounts that never agreed, and of wrong codes. */
  readonly stranger: number
  /** Of places that were taken off the roster by hand. */
  readonly removal: number
}

export interface PeriodsDependencies {
  readonly db: Db
  readonly clock: Clock
  readonly periods: Periods
}

/** Erases whatever has been kept for as long as is said; resolves with how many people went. */
export type KeepPeriods = () => Promise<number>

const DAY_MS = 24 * 3600_000

/** People of one sweep, each in a transaction of its own: planning must not wait for them. */
const BATCH = 20

/** Civil time after which it is looked anew, once nothing was left. */
const REST_MS = 3600_000

export function createKeepPeriods({ db, clock, periods }: PeriodsDependencies): KeepPeriods {
  let restUntil = Number.NEGATIVE_INFINITY

  return async () => {
    const now = clock.now()
    if (now.getTime() < restUntil) return 0
    const ago = (days: number): Date => new Date(now.getTime() - days * DAY_MS)
    const strangers = ago(periods.stranger)
    await forgetGuesses(db, strangers, BATCH)
    await forgetRemovals(db, ago(periods.removal), BATCH)
    const before = { withdrawn: ago(periods.withdrawn), away: ago(periods.away), strangers }
    const ids = await outstayed(db, before, BATCH)
    for (const personId of ids) {
      await db.transaction((tx) => erasePerson(tx, { personId, by: null }, now))
    }
    if (ids.length < BATCH) restUntil = now.getTime() + REST_MS
    return ids.length
  }
}
