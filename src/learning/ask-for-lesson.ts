import { insertBundles } from '../messaging/index.ts'
import type { Db } from '../platform/db/index.ts'
import { civilDay } from './calendar/civil-day.ts'
import { readCalendar } from './calendar/calendars-store.ts'
import type { Rhythm, WorkCalendar } from './calendar/work-calendar.ts'
import { readDaySettings } from './day-settings.ts'
import { deliverTo } from './deliver-store.ts'
import {
  findOpenDelivery,
  hadLessonOn,
  latestDelivery,
  repeatDelivery,
  type Delivery,
} from './deliveries-store.ts'
import { takeLearner, type Learner } from './learners-store.ts'
import { nextMoment, type NextMoment } from './next-moment.ts'
import { lessonBundle, withdrawLesson } from './open-lessons.ts'

export interface AskOptions {
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
  /** Every lesson has been had. */
  | { readonly kind: 'all_had' }
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
  const { now, heldMs } = options
  const learner = await takeLearner(tx, personId, now)
  if (learner === undefined) return { kind: 'not_enrolled' }
  const day = civilDay(learner.timezone, now)
  const open = await findOpenDelivery(tx, personId)
  if (open !== undefined) return sendAgain(tx, learner, open, options)
  if (learner.work === 'rest') {
    const latest = await latestDelivery(tx, personId)
    return { kind: latest === undefined ? 'not_enrolled' : 'all_had' }
  }
  const calendar = await readCalendar(tx, learner.calendarId)
  const { taughtOn } = learner
  const standing = { ...learner, taughtOn: taughtOn !== null && taughtOn > day ? taughtOn : day }
  if (!options.evenIfDone && (await hadLessonOn(tx, personId, day))) {
    return { kind: 'done_today', next: nextMoment(standing, calendar, now) }
  }
  const nextDueAt = nextMoment({ ...standing, work: 'open' }, calendar, now).at
  const rows = await deliverTo(
    tx,
    personId,
    {
      work: 'lesson',
      plan: { kind: 'deliver', cause: 'asked', day, notAfter: worthUntil(now), nextDueAt },
      nextNudgeAt: options.firstNudgeAt(learner, calendar, now),
      lessons: 1,
    },
    { now, heldMs, ...(await readDaySettings(tx)) },
  )
  return { kind: 'sent', rows }
}

function worthUntil(now: Date): Date {
  return new Date(now.getTime() + WORTH_MS)
}

async function sendAgain(
  tx: Db,
  learner: Learner,
  open: Delivery,
  { now, heldMs, onceAMinute }: AskOptions,
): Promise<Asked> {
  const lastSent = open.repeatedAt ?? open.dueAt
  if (onceAMinute === true && now.getTime() - lastSent.getTime() < SAME_WISH_MS) {
    return { kind: 'just_sent' }
  }
  await withdrawLesson(tx, open, 'asked for anew', now)
  const tries = await repeatDelivery(tx, open.id, now)
  const { lessonId, lessonHash, questionId, questionHash, position, confidence } = open
  const bundle = lessonBundle(
    {
      personId: learner.personId,
      chatId: learner.chatId,
      day: civilDay(learner.timezone, now),
      notAfter: worthUntil(now),
    },
    {
      deliveryId: open.id,
      lessonId,
      lessonHash,
      questionId,
      questionHash,
      position,
      cause: 'again',
      reviews: 0,
      waiting: 0,
      confidence,
    },
    tries,
  )
  return { kind: 'sent', rows: await insertBundles(tx, [bundle], { now, heldMs }) }
}
