import type { Db } from '../platform/db/index.ts'
import { calendarIn, type Calendars } from './calendar/calendars-store.ts'
import type { Rhythm, WorkCalendar } from './calendar/work-calendar.ts'
import type { Decision } from './decisions-store.ts'
import { deliverDue, dueClasses, type LearnerClass } from './deliver-store.ts'
import { plan, works } from './plan.ts'
import { readDaySettings } from './day-settings.ts'

export interface PlanDueOptions {
  readonly calendars: Calendars
  readonly now: Date
  /** When a lesson that is opened at `now` is first followed by a reminder. */
  readonly firstNudgeAt: (person: Rhythm, calendar: WorkCalendar, moment: Date) => Date
}

/** As many working days as an ordinary week has. */
const LESSONS_A_WEEK = 5

/** People of one transaction. */
const BATCH = 5000

/**
 * One sweep over who is due: run it again while it returns something. Run twice at one moment it
 * does nothing twice, since everybody it takes moves on in the same transaction. The rule is
 * reckoned once for each class of people to whom it gives one answer, and joined: calendars cost
 * far more than a row, and a hundred thousand people share a handful of classes.
 *
 * @returns people whom it planned
 */
export async function planDue(db: Db, options: PlanDueOptions): Promise<number> {
  const { now } = options
  return db.transaction(async (tx) => {
    const classes = await dueClasses(tx, now, BATCH)
    if (classes.length === 0) return 0
    const decisions = classes.flatMap((of) => decide(of, options))
    return deliverDue(tx, decisions, { now, limit: BATCH, ...(await readDaySettings(tx)) })
  })
}

/** The rule's answers for a class, one for each thing that there may be to do. */
function decide(of: LearnerClass, options: PlanDueOptions): Decision[] {
  const { now } = options
  const calendar = calendarIn(options.calendars, of.calendarId)
  const nextNudgeAt = options.firstNudgeAt(of, calendar, now)
  return works.map((work) => ({
    class: of.key,
    work,
    plan: plan({ ...of, work }, calendar, now),
    nextNudgeAt,
    lessons: of.weeklyOn == null ? 1 : LESSONS_A_WEEK,
  }))
}
