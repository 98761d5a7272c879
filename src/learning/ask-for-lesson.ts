import type { Catalogue } from '../content/index.ts'
import { insertBundles } from '../messaging/index.ts'
import type { Db } from '../platform/db/index.ts'
import { readCalendar } from './calendar/calendars-store.ts'
import { civilDay } from './calendar/civil-day.ts'
import type { Rhythm, WorkCalendar } from './calendar/work-calendar.ts'
import {
  findOpenDelivery,
  hadLessonOn,
  latestDelivery,
  repeatDelivery,
} from './deliveries-store.ts'
import { replanEnrolments, takeEnrolmentOf } from './enrolments-store.ts'
import { nextMoment, type NextMoment } from './next-moment.ts'
import {
  lessonBundle,
  lessonsLeft,
  nextLesson,
  openLessons,
  withdrawLesson,
} from './open-lessons.ts'

export interface AskOptions {
  readonly catalogue: Catalogue
  readonly now: Date
  readonly heldMs: number
  /** Also when today's lesson is done already: the next one, ahead of its day. */
  readonly evenIfDone: boolean
  /** By a button that a thumb easily hits twice: a lesson that has just come is not sent again. */
  readonly onceAMinute?: boolean
  readonly firstNudgeAt: (person: Rhythm, calendar: WorkCalendar, moment: Date) => Date
}

export type Asked =
  | { readonly kind: 'sent'; readonly rows: readonly number[] }
  /** It is on its way already. */
  | { readonly kind: 'just_sent' }
  /** Today's lesson is answered. */
  | { readonly kind: 'done_today'; readonly next: NextMoment }
  | { readonly kind: 'track_done' }
  | { readonly kind: 'not_enrolled' }

/** Asked for at any hour: it must arrive soon or not at all. */
const WORTH_MS = 3600_000

/** Two taps within a minute of civil time are one wish. */
const SAME_WISH_MS = 60_000

/**
 * Today's lesson at once. One that stands open is sent again, so that nobody has to scroll; with
 * none open the next one comes ahead of its hour, and the rhythm goes on with the next working day.
 */
export async function askForLesson(tx: Db, personId: string, options: AskOptions): Promise<Asked> {
  const { catalogue, now, heldMs } = options
  const enrolment = await takeEnrolmentOf(tx, personId, now)
  if (enrolment === undefined) {
    const latest = await latestDelivery(tx, personId)
    return latest === undefined ? { kind: 'not_enrolled' } : { kind: 'track_done' }
  }
  const day = civilDay(enrolment.timezone, now)
  const to = {
    personId,
    chatId: enrolment.chatId,
    day,
    notAfter: new Date(now.getTime() + WORTH_MS),
  }
  const open = await findOpenDelivery(tx, personId)
  if (open !== undefined) {
    const lastSent = open.repeatedAt ?? open.dueAt
    const justSent = now.getTime() - lastSent.getTime() < SAME_WISH_MS
    if (options.onceAMinute === true && justSent) return { kind: 'just_sent' }
    await withdrawLesson(tx, open, 'asked for anew', now)
    const tries = await repeatDelivery(tx, open.id, now)
    const args = { ...open, deliveryId: open.id, cause: 'again' as const }
    const { deliveryId, lessonId, lessonHash, questionId, questionHash, position, cause } = args
    const bundle = lessonBundle(
      to,
      { deliveryId, lessonId, lessonHash, questionId, questionHash, position, cause },
      tries,
      true,
    )
    return { kind: 'sent', rows: await insertBundles(tx, [bundle], { now, heldMs }) }
  }
  const lesson = nextLesson(catalogue, enrolment.trackId, enrolment.had)
  if (lesson === undefined) {
    // Lessons that were taken out of the track are not waited for.
    await replanEnrolments(tx, [{ id: enrolment.id, nextDueAt: null, done: true }], now)
    return { kind: 'track_done' }
  }
  const left = lessonsLeft(catalogue, enrolment.trackId, enrolment.had)
  const calendar = await readCalendar(tx, enrolment.calendarId)
  const { taughtOn } = enrolment
  const today = taughtOn !== null && taughtOn > day ? taughtOn : day
  const standing = { ...enrolment, lessonsLeft: left, taughtOn: today }
  if (!options.evenIfDone && (await hadLessonOn(tx, personId, day))) {
    return { kind: 'done_today', next: nextMoment(standing, calendar, now) }
  }
  const rows = await openLessons(
    tx,
    [
      {
        ...to,
        enrolmentId: enrolment.id,
        lesson,
        cause: 'asked',
        nextNudgeAt: options.firstNudgeAt(enrolment, calendar, now),
      },
    ],
    { now, heldMs },
  )
  const nextDueAt = nextMoment({ ...standing, hasOpenLesson: true }, calendar, now).at
  await replanEnrolments(tx, [{ id: enrolment.id, nextDueAt, done: false }], now)
  return { kind: 'sent', rows }
}
