import { calendarIn, civilDay, dayCloses, type Calendars } from '../learning/index.ts'
import { insertMessages, type NewMessage } from '../messaging/index.ts'
import type { Db } from '../platform/db/index.ts'
import { nudgeKey } from './nudge-keys.ts'
import { planNudge, type NudgePlan } from './nudge-rule.ts'
import { insertNudges, scheduleNudges, takeDueNudges, type DueNudgeRow } from './nudges-store.ts'
import { fadingOf, removalOf } from './withdraw-nudge.ts'

export interface NudgeDueOptions {
  readonly calendars: Calendars
  readonly now: Date
}

/** Deliveries of one transaction. */
const BATCH = 500

/**
 * One sweep over reminders that are due: run it again while it returns something.
 *
 * @returns open deliveries that it looked at
 */
export async function nudgeDue(db: Db, options: NudgeDueOptions): Promise<number> {
  const { now } = options
  return db.transaction(async (tx) => {
    const due = await takeDueNudges(tx, now, BATCH)
    const decide = onceAClass(options)
    const planned = due.map((row) => ({ row, plan: decide(row) }))
    const reminders = planned.flatMap(({ row, plan }) =>
      plan.kind === 'remind'
        ? [{ ...row, step: plan.step, nextAt: plan.nextAt, day: civilDay(row.timezone, now) }]
        : [],
    )
    const written = await insertNudges(tx, reminders, now)
    const messages = reminders
      .filter((reminder) => written.has(reminder.deliveryId))
      .flatMap((reminder) => messagesOf(reminder, options))
    await insertMessages(tx, messages, { now })
    await scheduleNudges(
      tx,
      planned.map(({ row, plan }) => ({ deliveryId: row.deliveryId, nextAt: plan.nextAt })),
    )
    return due.length
  })
}

/** The new reminder takes the old one away. */
function messagesOf(
  reminder: DueNudgeRow & {
    readonly step: number
    readonly nextAt: Date | null
    readonly day: string
  },
  { calendars, now }: NudgeDueOptions,
): NewMessage[] {
  const { deliveryId, step, personId, chatId, day, nextAt } = reminder
  const notAfter = dayCloses(reminder, calendarIn(calendars, reminder.calendarId), now)
  const nudge: NewMessage = {
    lane: 'nudge',
    kind: 'nudge',
    args: { deliveryId, step },
    personId,
    chatId,
    notAfter,
    soundDay: day,
    dedupeKey: nudgeKey(deliveryId, step),
  }
  const before = step === 1 ? [] : [removalOf(reminder, step - 1, notAfter)]
  return [...before, nudge, ...fadingOf(reminder, step, { now, nextAt })]
}

function onceAClass(options: NudgeDueOptions): (row: DueNudgeRow) => NudgePlan {
  const known = new Map<string, NudgePlan>()
  return (row) => {
    const { rhythmKey, calendarId, paused, reachable, delivered, steps } = row
    const key = [rhythmKey, paused, reachable, delivered, steps].join('|')
    const calendar = calendarIn(options.calendars, calendarId)
    const decision = known.get(key) ?? planNudge(row, calendar, options.now)
    known.set(key, decision)
    return decision
  }
}
