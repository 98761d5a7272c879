import type { App } from '../../app.ts'
import { civilDay, momentOf, OFFICE, readCalendar } from '../../learning/index.ts'
import { elapsedMs } from '../../platform/elapsed.ts'
import type { Logger } from '../../platform/logger.ts'
import { createAnswerBook } from './answer-book.ts'
import { TIMEZONE } from './bot-config.ts'
import { inventCast } from './cast.ts'
import { createCohort, type Cohort } from './cohort.ts'
import { compareAccounts, type Account, type Difference } from './compare.ts'
import { countLedgers, joinedIds, newestMoment } from './ledger-store.ts'
import { createLive } from './live.ts'
import { gather } from './gather.ts'
import { KECAMATAN } from './organisation.ts'
import type { DemoOptions } from './read-options.ts'
import { nextMorning } from './working-days.ts'
import { openApp, openTelegram, SEND_RATE, type Telegram } from './stage.ts'
import { watchMissing } from './missing.ts'

/** Every headless demo begins on the same Monday, at 08.00 in Makassar. */
const START = momentOf(TIMEZONE, '2026-11-23', 8 * 60)

/** A day of the demo is over when the cast has gone to sleep. */
const DAY_ENDS_MINUTE = 22 * 60

/**
 * Everything is counted as it comes, so that phones and Telegram's ledger need not keep it: of a
 * chat what somebody may still tap or answer, which is a lesson, its quiz and five reminders.
 */
const MEMORY = { ledgerEntries: 1000, messagesPerChat: 24 }

export interface HeadlessResult extends Omit<Account, 'unhandled'> {
  readonly days: number
  readonly wallSeconds: number
  readonly sendRate: number
  readonly limits: 'off'
  readonly seed: number
  readonly peakRssMb: number
  readonly checked: {
    readonly ledger: Account
    readonly received: Account
    readonly differences: readonly Difference[]
  }
}

export interface HeadlessParts {
  readonly options: DemoOptions
  readonly log: Logger
  /** Progress, a line at a time. */
  readonly tell: (line: string) => void
  /** Aborted by whoever is impatient. */
  readonly signal: AbortSignal
  /** Sets what is done when the lessons are to be reloaded. */
  readonly onReload: (reload: () => Promise<unknown>) => void
}

/**
 * Lets working days pass for a scripted cohort, on real parts and a simulated Telegram, and counts
 * them on both sides. @returns undefined when it was broken off
 */
export async function runHeadless(parts: HeadlessParts): Promise<HeadlessResult | undefined> {
  const { options, log } = parts
  const started = elapsedMs()
  const stage = { ...options, start: START, log }
  const telegram = await openTelegram(stage, { memory: MEMORY })
  try {
    const app = await openApp(stage, telegram)
    parts.onReload(() => app.reloadLessons())
    try {
      return await live(parts, telegram, app, started)
    } finally {
      await app.stop()
    }
  } finally {
    await telegram.simulator.close()
  }
}

async function live(
  { options, tell, signal }: HeadlessParts,
  telegram: Telegram,
  app: App,
  started: number,
): Promise<HeadlessResult | undefined> {
  const { clock, simulator } = telegram
  const { days, people, seed } = options
  const calendar = await readCalendar(app.db, OFFICE.id)
  const known = options.keep ? await joinedIds(app.db) : new Set<number>()
  const newest = options.keep ? await newestMoment(app.db) : undefined
  if (newest !== undefined && newest >= START) clock.moveTo(nextMorning(calendar, newest))
  const since = clock.now()

  const book = createAnswerBook(app.catalogue)
  const cohort = createCohort({ simulator, clock, book, timezone: TIMEZONE, seed })
  await gather(app.db, cohort, {
    members: inventCast({ people, units: KECAMATAN.length, seed, mornings: 1 }),
    mornings: [since],
    known,
    now: since,
  })
  tell(
    `${people} people, ${days} working days, seed ${seed}; Telegram's limits are off, ` +
      `${SEND_RATE} messages a second at most`,
  )

  const moveTo = (to: Date): Promise<void> => {
    clock.moveTo(to)
    return Promise.resolve()
  }
  const world = createLive({ app, simulator, clock, moveTo, cohort })
  for (let day = 1; day <= days; day++) {
    const today = civilDay(TIMEZONE, clock.now())
    await world.advance(momentOf(TIMEZONE, today, DAY_ENDS_MINUTE), { signal })
    if (signal.aborted) return undefined
    const { messages } = cohort.tally
    const seconds = ((elapsedMs() - started) / 1000).toFixed(0)
    tell(
      `day ${day} of ${days} (${today}): ${people} people, ${messages} messages sent, ` +
        `${cohort.votes().answers} answered, ${seconds} s`,
    )
    if (day < days) await world.advance(nextMorning(calendar, clock.now()), { signal })
  }
  cohort.stop()

  const { ledger, received } = await bothAccounts(app, telegram, cohort, since)
  const { unhandled: _, ...counted } = ledger
  return {
    ...counted,
    people,
    days,
    lost: ledger.lost + received.lost,
    wallSeconds: Math.round((elapsedMs() - started) / 100) / 10,
    sendRate: SEND_RATE,
    limits: 'off',
    seed,
    peakRssMb: Math.round(process.resourceUsage().maxRSS / 1024),
    checked: { ledger, received, differences: compareAccounts(ledger, received) },
  }
}

async function bothAccounts(
  app: App,
  { clock, simulator }: Telegram,
  cohort: Cohort,
  since: Date,
): Promise<{ ledger: Account; received: Account }> {
  const { parked, ...ledger } = await countLedgers(app.db, since, clock.now())
  const received = cohort.received()
  const { answers, correct } = cohort.votes()
  return {
    ledger: { ...ledger, unhandled: parked },
    received: {
      people: received.people,
      lessonsSent: received.lessons,
      quizzesSent: received.quizzes,
      reviewsSent: received.reviews,
      answers,
      correct,
      nudges: received.nudges,
      duplicates: received.duplicates,
      uncertain: received.uncertain,
      lost: await watchMissing(app.db, cohort.tally, since).count(),
      unhandled: simulator.pendingUpdates(),
    },
  }
}
