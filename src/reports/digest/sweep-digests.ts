import {
  calendarIn,
  civilDay,
  readCalendar,
  readRhythm,
  type Calendars,
  type ReplanOptions,
} from '../../learning/index.ts'
import { insertMessages, type NewMessage } from '../../messaging/index.ts'
import type { Db } from '../../platform/db/index.ts'
import { nextDigestAt, planDigest, renewedDigestAt, weekOf } from './digest-moment.ts'
import {
  forgetDigests,
  moveDigests,
  newCoordinators,
  planDigests,
  switchDigest,
  takeComingDigests,
  takeDueDigests,
  type DueDigestRow,
} from './digests-store.ts'

export interface DigestsDueOptions {
  readonly calendars: Calendars
  readonly now: Date
}

/** Digests of one transaction. */
const BATCH = 200

/**
 * One sweep over the weekly digests: coordinators who are new are planned for, and what is due goes
 * out, once a coordinator and week. Run it again while it returns something.
 *
 * @returns digests that it looked at
 */
export async function digestsDue(db: Db, { calendars, now }: DigestsDueOptions): Promise<number> {
  const fresh = await newCoordinators(db, now)
  await planDigests(
    db,
    fresh.map((person) => ({
      personId: person.personId,
      nextAt: nextDigestAt(person, calendarIn(calendars, person.calendarId), now),
    })),
  )
  return db.transaction(async (tx) => {
    const due = await takeDueDigests(tx, now, BATCH)
    const [those, others] = [
      due.filter((row) => row.coordinates),
      due.filter((row) => !row.coordinates),
    ]
    await forgetDigests(
      tx,
      others.map(({ personId }) => personId),
    )
    const planned = those.map((row) => ({
      row,
      plan: planDigest(row, calendarIn(calendars, row.calendarId), now),
    }))
    const messages = planned.flatMap(({ row, plan }) =>
      plan.kind === 'send' ? [messageOf(row, plan.notAfter, now)] : [],
    )
    await insertMessages(tx, messages, { now })
    await moveDigests(
      tx,
      planned.map(({ row, plan }) => ({ personId: row.personId, nextAt: plan.nextAt })),
    )
    return due.length
  })
}

function messageOf(
  { personId, chatId, timezone }: DueDigestRow,
  notAfter: Date,
  now: Date,
): NewMessage {
  const today = civilDay(timezone, now)
  return {
    lane: 'announcement',
    kind: 'digest',
    args: {},
    personId,
    chatId,
    notBefore: now,
    waitsFor: 'hours',
    notAfter,
    soundDay: today,
    dedupeKey: `digest:${personId}:${weekOf(today)}`,
  }
}

/**
 * After a change of calendars: the next digests of the coordinators whom it concerns. Run again it
 * changes nothing.
 *
 * @returns digests that come at another moment now
 */
export async function replanDigests(db: Db, options: ReplanOptions): Promise<number> {
  const { calendars, now } = options
  return db.transaction(async (tx) => {
    const coming = await takeComingDigests(tx, options)
    const plans = coming.map((row) => ({
      personId: row.personId,
      nextAt: renewedDigestAt(row, calendarIn(calendars, row.calendarId), now),
    }))
    return moveDigests(tx, plans)
  })
}

/** Switches a coordinator's weekly digest off, or on again. */
export async function setDigest(
  tx: Db,
  personId: string,
  wanted: boolean,
  now: Date,
): Promise<void> {
  const person = await readRhythm(tx, personId, now)
  const calendar = await readCalendar(tx, person.calendarId)
  await switchDigest(tx, personId, { wanted, nextAt: nextDigestAt(person, calendar, now) })
}
