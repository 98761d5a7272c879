import { calendarIn, civilDay, type Calendars } from '../../learning/index.ts'
import { insertMessages, type NewMessage } from '../../messaging/index.ts'
import type { Db } from '../../platform/db/index.ts'
import { weekOf } from '../digest/digest-moment.ts'
import { knownKeys, reachableAdmins } from './brief-admins-store.ts'
import { briefingDue } from './briefing-moment.ts'

/**
 * Sends the week's report for the head of the organisation to every admin whose Monday morning it is.
 * Safe to run at any moment and any number of times: one a person and week.
 *
 * @returns reports that were planned
 */
export async function briefAdmins(
  db: Db,
  { calendars, now }: { readonly calendars: Calendars; readonly now: Date },
): Promise<number> {
  const admins = await reachableAdmins(db, now)
  const due = admins.flatMap((admin): (NewMessage & { readonly dedupeKey: string })[] => {
    const notAfter = briefingDue(admin, calendarIn(calendars, admin.calendarId), now)
    if (notAfter === undefined) return []
    const { personId, chatId, timezone } = admin
    const today = civilDay(timezone, now)
    return [
      {
        lane: 'announcement',
        kind: 'briefing',
        args: {},
        personId,
        chatId,
        notBefore: now,
        waitsFor: 'hours',
        notAfter,
        soundDay: today,
        dedupeKey: `briefing:${personId}:${weekOf(today)}`,
      },
    ]
  })
  const known = await knownKeys(
    db,
    due.map(({ dedupeKey }) => dedupeKey),
  )
  const fresh = due.filter(({ dedupeKey }) => !known.has(dedupeKey))
  await insertMessages(db, fresh, { now })
  return fresh.length
}
