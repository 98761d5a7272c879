import type { Clock } from '../platform/clock.ts'
import type { Db } from '../platform/db/index.ts'
import { forgetBatch, forgetStrangers, type ForgetRequest } from './retention-store.ts'

export interface RetentionDependencies {
  readonly db: Db
  readonly clock: Clock
  readonly lastToldKinds: readonly string[]
  readonly needed: ForgetRequest['needed']
  /** Rows of one batch; each is a transaction of its own. */
  readonly batch?: number
  /** Days of civil time for which a message that has ended is kept. */
  readonly keptDays?: number
  /** The same of what was said to whoever is no participant. */
  readonly strangerDays?: number
}

/** Deletes old rows of the outbox, as many as one sweep may; resolves with how many went. */
export type ForgetMessages = () => Promise<number>

const DAY_MS = 24 * 3600_000

/**
 * Ninety days of civil time. The ledger's own needs are shorter: Telegram lets a bot delete a message
 * for two days and keeps updates for one, no message is worth sending for longer than weeks, and
 * numbers are read from deliveries, reviews and reminders. A quarter is for people: whoever asks why
 * somebody got a message, or got it twice, asks within the quarter that is reported on.
 */
const KEPT_DAYS = 90

/** Whoever is no participant was told how to join, and that is all. */
const STRANGER_DAYS = 30

/** At most five thousand rows a sweep: tens of milliseconds, a million a day and more. */
const BATCH = 1000
const BATCHES = 5

/** After a walk through all that is old. What stays is looked at again then, and not at each sweep. */
const REST_MS = 3600_000

export function createRetention(dependencies: RetentionDependencies): ForgetMessages {
  const { db, clock, lastToldKinds, needed, batch = BATCH } = dependencies
  const { keptDays = KEPT_DAYS, strangerDays = STRANGER_DAYS } = dependencies
  let after = 0
  let restUntil = Number.NEGATIVE_INFINITY

  return async () => {
    const now = clock.now().getTime()
    if (now < restUntil) return 0
    const before = new Date(now - keptDays * DAY_MS)
    const strangersBefore = new Date(now - strangerDays * DAY_MS)
    let deleted = await forgetStrangers(db, { before: strangersBefore, batch, needed })
    for (let i = 0; i < BATCHES; i++) {
      const found = await forgetBatch(db, { after, batch, before, lastToldKinds, needed })
      deleted += found.deleted
      if (found.next === null) {
        after = 0
        restUntil = now + REST_MS
        break
      }
      after = found.next
    }
    return deleted
  }
}
