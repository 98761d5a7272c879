import type { Catalogue } from '../content/index.ts'
import type { Db } from '../platform/db/index.ts'
import { calendarIn, type Calendars } from './calendar/calendars-store.ts'
import type { Rhythm, WorkCalendar } from './calendar/work-calendar.ts'
import {
  replanEnrolments,
  takeDueEnrolments,
  type EnrolmentRow,
  type Replan,
} from './enrolments-store.ts'
import { nextLesson, openLessons, type Opening } from './open-lessons.ts'
import { plan, type Plan } from './plan.ts'

export interface PlanDueOptions {
  readonly catalogue: Catalogue
  readonly calendars: Calendars
  readonly now: Date
  /** When a lesson that is opened at `now` is first followed by a reminder. */
  readonly firstNudgeAt: (person: Rhythm, calendar: WorkCalendar, moment: Date) => Date
}

/** Enrolments of one transaction. */
const BATCH = 500

/**
 * One sweep over what is due: run it again while it returns something. Run twice at one moment it
 * does nothing twice, since each enrolment it takes moves on in the same transaction.
 *
 * @returns enrolments that it planned
 */
export async function planDue(db: Db, options: PlanDueOptions): Promise<number> {
  return db.transaction(async (tx) => {
    const due = await takeDueEnrolments(tx, options.now, BATCH)
    const decide = onceAClass(options)
    const firstNudgeAt = firstNudgeOnceAClass(options)
    const openings: Opening[] = []
    const replans: Replan[] = []
    const served = new Set<string>()
    for (const row of due) {
      const lesson = nextLesson(options.catalogue, row.trackId, row.had)
      const decision = decide(row, lesson === undefined ? 0 : 1, served.has(row.personId))
      if (decision.kind === 'deliver' && lesson !== undefined) {
        served.add(row.personId)
        openings.push({
          enrolmentId: row.id,
          personId: row.personId,
          chatId: row.chatId,
          lesson,
          cause: decision.cause,
          day: decision.day,
          notAfter: decision.notAfter,
          nextNudgeAt: firstNudgeAt(row),
        })
      }
      replans.push({
        id: row.id,
        nextDueAt: decision.kind === 'done' ? null : decision.nextDueAt,
        done: decision.kind === 'done',
      })
    }
    await openLessons(tx, openings, { now: options.now })
    await replanEnrolments(tx, replans, options.now)
    return due.length
  })
}

/**
 * The pure rule, reckoned once for all people whose answers to it are the same: calendars cost far
 * more than a look into a map, and a thousand people share a handful of classes.
 */
function onceAClass(
  options: PlanDueOptions,
): (row: EnrolmentRow, lessonsLeft: number, served: boolean) => Plan {
  const known = new Map<string, Plan>()
  return (row, lessonsLeft, served) => {
    const hasOpenLesson = row.hasOpenLesson || served
    const key = [
      row.rhythmKey,
      row.nextDueAt.getTime(),
      row.paused,
      row.pausedUntil?.getTime(),
      row.reachable,
      hasOpenLesson,
      lessonsLeft,
      row.taughtOn,
    ].join('|')
    const before = known.get(key)
    if (before !== undefined) return before
    const calendar = calendarIn(options.calendars, row.calendarId)
    const decision = plan({ ...row, hasOpenLesson, lessonsLeft }, calendar, options.now)
    known.set(key, decision)
    return decision
  }
}

function firstNudgeOnceAClass(options: PlanDueOptions): (row: EnrolmentRow) => Date {
  const known = new Map<string, Date>()
  return (row) => {
    const before = known.get(row.rhythmKey)
    if (before !== undefined) return before
    const calendar = calendarIn(options.calendars, row.calendarId)
    const moment = options.firstNudgeAt(row, calendar, options.now)
    known.set(row.rhythmKey, moment)
    return moment
  }
}
