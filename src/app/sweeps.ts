import { countEarlyVotes } from '../announcements/index.ts'
import { answered } from '../bot/index.ts'
import type { Catalogue } from '../content/index.ts'
import {
  bindEarlyAnswers,
  expireItems,
  expireReviews,
  forgetEarlyAnswers,
  planDue,
  readCalendars,
} from '../learning/index.ts'
import {
  clearParked,
  forgetUpdates,
  reconcile,
  type ForgetMessages,
  type RecordDependencies,
} from '../messaging/index.ts'
import { expireExports, forgetImports } from '../exchange/index.ts'
import { firstNudgeAt, nudgeDue } from '../nudges/index.ts'
import { forgetTakeovers } from '../people/index.ts'
import type { Clock } from '../platform/clock.ts'
import type { Db } from '../platform/db/index.ts'
import { forgetDrafts, questionsDue } from '../practice/index.ts'
import { briefAdmins, digestsDue, keepRollups } from '../reports/index.ts'
import { noticesDue, type KeepPeriods } from '../rights/index.ts'
import { forgetSessions } from '../web/index.ts'

export interface SweepDependencies {
  readonly db: Db
  readonly clock: Clock
  readonly catalogue: () => Catalogue
  readonly recording: RecordDependencies
  readonly forgetMessages: ForgetMessages
  /** Moves what waits by changes of working days that were noted and are left. */
  readonly replan: () => Promise<void>
  /** Erases whoever has been kept for as long as is said. */
  readonly keepPeriods: KeepPeriods
  readonly noticeVersion: number
  /** Gives numbers from 0 to 1, without 1. */
  readonly random: () => number
}

/** An answer that came before its poll was known is bound to an uncertain quiz after this long. */
const EARLY_MS = 60_000

const DAY_MS = 24 * 3600_000

/** A review or an item that stood unanswered for a week makes room: by then it is far up in the chat. */
const REVIEW_STANDS_MS = 7 * DAY_MS

/** Telegram repeats an update for a day; ids restart at random, so older rows must not stay. */
const INBOX_KEPT_MS = 3 * DAY_MS

/** A takeover of a place can be undone for days; what undoing needs is kept for a month. */
const TAKEOVERS_KEPT_MS = 30 * DAY_MS

/** Batches of roll-ups in one sweep: some ten thousand changes, so that planning need not wait long. */
const ROLLUP_BATCHES = 20

/**
 * Everything that time alone brings about, once: what is due is planned, whoever lags is reminded,
 * what lost its owner is taken up. Each part is safe to run at any moment and any number of times.
 */
export async function sweep(dependencies: SweepDependencies): Promise<void> {
  const { db, clock, catalogue, recording, random } = dependencies
  while ((await reconcile(recording)) > 0);
  const now = clock.now()
  // First, so that a vote in an announcement is not taken for one in a quiz that nobody knows.
  await db.transaction((tx) => countEarlyVotes(tx, now))
  await db.transaction(async (tx) => {
    const before = new Date(now.getTime() - EARLY_MS)
    for (const graded of await bindEarlyAnswers(tx, catalogue(), before)) {
      await answered(tx, [graded], { now })
    }
  })
  // Before anything is planned by the calendar as it is now.
  await dependencies.replan()
  const calendars = await readCalendars(db)
  const planning = { calendars, now, firstNudgeAt }
  const stoodSince = new Date(now.getTime() - REVIEW_STANDS_MS)
  await expireReviews(db, stoodSince, now)
  await expireItems(db, stoodSince, now)
  // Before planning: whoever has to be asked first gets no lesson.
  while ((await noticesDue(db, { version: dependencies.noticeVersion, now })) > 0);
  while ((await planDue(db, planning)) > 0);
  await nudgeDue(db, { calendars, now, random })
  while ((await questionsDue(db, { calendars, now })) > 0);
  while ((await digestsDue(db, { calendars, now })) > 0);
  await briefAdmins(db, { calendars, now })
  await forgetDrafts(db, now)
  await clearParked(db, new Date(now.getTime() - DAY_MS))
  await forgetEarlyAnswers(db, new Date(now.getTime() - DAY_MS))
  await forgetUpdates(db, new Date(now.getTime() - INBOX_KEPT_MS))
  await dependencies.forgetMessages()
  await forgetSessions(db, now)
  await expireExports(db, now)
  await forgetImports(db, now)
  await forgetTakeovers(db, new Date(now.getTime() - TAKEOVERS_KEPT_MS))
  await dependencies.keepPeriods()
  await keepRollups(db, ROLLUP_BATCHES)
}
