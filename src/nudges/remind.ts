import {
  calendarIn,
  civilDay,
  dayCloses,
  isBehind,
  isOpen,
  nextTeachingMoment,
  type Calendars,
} from '../learning/index.ts'
import { insertMessages, type NewMessage } from '../messaging/index.ts'
import type { Db } from '../platform/db/index.ts'
import { readLagging, type LaggingPerson, type LaggingQuery } from './lagging-store.ts'
import type { NudgeArgs } from './nudge-due.ts'
import { nudgeKey } from './nudge-keys.ts'
import { insertNudges } from './nudges-store.ts'
import { removalOf } from './withdraw-nudge.ts'

/** What became of a coordinator's wish to remind people; each of them stands in one number. */
export interface Reminding {
  readonly sent: number
  /** Quiet hours or a day off: sent when the person's next hour comes. */
  readonly waiting: number
  /** Had a reminder today, or has one coming: one a day is enough. */
  readonly already: number
  /** Wish no reminders. */
  readonly unreminded: number
  /** On leave, on pause, out of reach, or without an open lesson. */
  readonly left: number
}

export interface RemindOptions extends LaggingQuery {
  /** Whom of those who lag, in the order of their list; by default all. */
  readonly whom?: (person: LaggingPerson, place: number) => boolean
}

/** The wording of a reminder that somebody else asked for. */
const ASKED = 'asked'

/**
 * Reminds people at a coordinator's or an admin's wish, within her reach alone. It counts as the one
 * reminder of the day; two who press at once remind once. The ladder goes on from where it stood.
 */
export async function remind(
  tx: Db,
  viewerId: string,
  { whom = () => true, ...query }: RemindOptions,
): Promise<Reminding> {
  const { calendars, now } = query
  const { people } = await readLagging(tx, viewerId, query)
  const wished = people.filter(whom)
  const able = wished.filter(isRemindable)
  const willing = able.filter(({ unreminded }) => !unreminded)
  const planned = willing.map((person) => ({ ...person, ...momentFor(person, calendars, now) }))
  const fresh = planned.filter(({ day, nudgedOn }) => nudgedOn === null || nudgedOn < day)
  const written = await insertNudges(
    tx,
    fresh.map((person) => ({
      personId: person.personId,
      deliveryId: person.deliveryId,
      day: person.day,
      step: person.steps + 1,
      place: 0,
      variant: null,
      awake: null,
      heldOut: false,
    })),
    now,
  )
  const reminded = fresh.filter(({ deliveryId }) => written.has(deliveryId))
  await insertMessages(tx, reminded.flatMap(messagesOf), { now })
  const waiting = reminded.filter(({ notBefore }) => notBefore !== undefined).length
  return {
    sent: reminded.length - waiting,
    waiting,
    already: willing.length - reminded.length,
    unreminded: able.length - willing.length,
    left: wished.length - able.length,
  }
}

type Remindable = LaggingPerson & { readonly deliveryId: number }

export function isRemindable(person: LaggingPerson): person is Remindable {
  const { lagging, deliveryId, delivered } = person
  return deliveryId !== null && delivered && isBehind(lagging)
}

interface Moment {
  /** Left out: now. */
  readonly notBefore?: Date
  readonly notAfter: Date
  readonly day: string
}

/** Now, where something may come unasked, or else at the person's next hour. */
function momentFor(person: LaggingPerson, calendars: Calendars, now: Date): Moment {
  const calendar = calendarIn(calendars, person.calendarId)
  const open = isOpen(person, calendar, now)
  const moment = open ? now : nextTeachingMoment(person, calendar, now)
  return {
    ...(open ? {} : { notBefore: moment }),
    notAfter: dayCloses(person, calendar, moment),
    day: civilDay(person.timezone, moment),
  }
}

function messagesOf(person: Remindable & Moment): NewMessage[] {
  const { deliveryId, personId, chatId, notBefore, notAfter, day, steps } = person
  const step = steps + 1
  const waits = notBefore === undefined ? {} : ({ notBefore, waitsFor: 'nudge' } as const)
  const when = { notAfter, ...waits }
  const args: NudgeArgs = { deliveryId, step, variant: ASKED }
  const dedupeKey = nudgeKey(deliveryId, step)
  const before = steps === 0 ? [] : [{ ...removalOf(person, steps, notAfter), ...when }]
  const to = { lane: 'nudge', personId, chatId, soundDay: day, ...when } as const
  return [...before, { ...to, kind: 'nudge', args, dedupeKey }]
}
