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
import { isThere, type Db } from '../platform/db/index.ts'
import { forgetDrafts, questionsDue } from '../practice/index.ts'
import { briefAdmins, digestsDue, keepRollups } from '../reports/index.ts'
import { noticesDue, type KeepPeriods } from '../rights/index.ts'
import { forgetSessions } from '../web/index.ts'
import { eachInTurn } from './each-in-turn.ts'

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
 * what lost its owner is taken up. Each part is safe to run at any moment and any number of times, and
 * is done also where another fails.
 */
export async function sweep(dependencies: SweepDependencies): Promise<void> {
  const { db, clock, catalogue, recording } = dependencies
  const now = clock.now()
  const ago = (ms: number): Date => new Date(now.getTime() - ms)
  await eachInTurn(
    [
      async () => {
        while ((await reconcile(recording)) > 0);
      },
      async () => {
        // First, so that a vote in an announcement is not taken for one in a quiz that nobody knows.
        await db.transaction((tx) => countEarlyVotes(tx, now))
        await db.transaction(async (tx) => {
          for (const graded of await bindEarlyAnswers(tx, catalogue(), ago(EARLY_MS))) {
            await answered(tx, [graded], { now })
          }
        })
        // Only behind these, so that none is forgotten that could not be counted.
        await forgetEarlyAnswers(db, ago(DAY_MS))
      },
      () => plan(dependencies, now),
      async () => {
        const calendars = await readCalendars(db)
        while ((await questionsDue(db, { calendars, now })) > 0);
        while ((await digestsDue(db, { calendars, now })) > 0);
        await briefAdmins(db, { calendars, now })
      },
      () => forgetDrafts(db, now),
      () => clearParked(db, ago(DAY_MS)),
      () => forgetUpdates(db, ago(INBOX_KEPT_MS)),
      dependencies.forgetMessages,
      () => forgetSessions(db, now),
      () => expireExports(db, now),
      () => forgetImports(db, now),
      () => forgetTakeovers(db, ago(TAKEOVERS_KEPT_MS)),
      dependencies.keepPeriods,
      () => keepRollups(db, ROLLUP_BATCHES),
    ],
    () => isThere(db),
  )
}

/** In this order: each decides by what those before it have written. */
async function plan(
  { db, replan, noticeVersion, random }: SweepDependencies,
  now: Date,
): Promise<void> {
  // Before anything is planned by the calendar as it is now.
  await replan()
  const calendars = await readCalendars(db)
  const stoodSince = new Date(now.getTime() - REVIEW_STANDS_MS)
  await expireReviews(db, stoodSince, now)
  await expireItems(db, stoodSince, now)
  // Before planning: whoever has to be asked first gets no lesson.
  while ((await noticesDue(db, { version: noticeVersion, now })) > 0);
  while ((await planDue(db, { calendars, now, firstNudgeAt })) > 0);
  await nudgeDue(db, { calendars, now, random })
}
