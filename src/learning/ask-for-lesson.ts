import type { Catalogue } from '../content/index.ts'
import { insertBundles } from '../messaging/index.ts'
import type { Db } from '../platform/db/index.ts'
import { civilDay } from './calendar/civil-day.ts'
import { nextDayTeachingMoment, type DaysOff, type Rhythm } from './calendar/teaching-moment.ts'
import {
  findOpenDelivery,
  hadLessonOn,
  latestDelivery,
  repeatDelivery,
} from './deliveries-store.ts'
import { replanEnrolments, takeEnrolmentOf } from './enrolments-store.ts'
import { lessonBundle, nextLesson, openLessons, withdrawLesson } from './open-lessons.ts'

export interface AskOptions {
  readonly catalogue: Catalogue
  readonly daysOff: DaysOff
  readonly now: Date
  readonly heldMs: number
  /** Also when today's lesson is done already: the next one, ahead of its day. */
  readonly evenIfDone: boolean
  readonly firstNudgeAt: (rhythm: Rhythm, moment: Date) => Date
}

export type Asked =
  | { readonly kind: 'sent'; readonly rows: readonly number[] }
  /** Today's lesson is answered; the next is due then. */
  | { readonly kind: 'done_today'; readonly nextDueAt: Date }
  | { readonly kind: 'track_done' }
  | { readonly kind: 'not_enrolled' }

/** Asked for at any hour: it must arrive soon or not at all. */
const WORTH_MS = 3600_000

/**
 * Today's lesson at once. One that stands open is sent again, so that nobody has to scroll; with
 * none open the next one comes ahead of its hour, and the rhythm goes on with the next working day.
 */
export async function askForLesson(tx: Db, personId: string, options: AskOptions): Promise<Asked> {
  const { catalogue, daysOff, now, heldMs } = options
  const enrolment = await takeEnrolmentOf(tx, personId)
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
    await withdrawLesson(tx, open, 'asked for anew', now)
    const tries = await repeatDelivery(tx, open.id)
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
  if (lesson === undefined) return { kind: 'track_done' }
  if (!options.evenIfDone) {
    if (await hadLessonOn(tx, personId, day)) {
      return { kind: 'done_today', nextDueAt: nextDayTeachingMoment(enrolment, daysOff, now) }
    }
  }
  const rows = await openLessons(
    tx,
    [
      {
        ...to,
        enrolmentId: enrolment.id,
        lesson,
        cause: 'asked',
        nextNudgeAt: options.firstNudgeAt(enrolment, now),
      },
    ],
    { now, heldMs },
  )
  const nextDueAt = nextDayTeachingMoment(enrolment, daysOff, now)
  await replanEnrolments(tx, [{ id: enrolment.id, nextDueAt, done: false }], now)
  return { kind: 'sent', rows }
}
