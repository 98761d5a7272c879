import { readCalendar } from '../learning/index.ts'
import type { Db } from '../platform/db/index.ts'
import { moveNudges, takeComingNudges } from './coming-nudges-store.ts'
import { renewedNudgeAt } from './ladder.ts'

/**
 * The next reminder of a person's open lesson, of which there is at most one, after a change of leave:
 * one that waited for the end of a leave must not wait on when the person is back.
 */
export async function renewNudge(tx: Db, personId: string, now: Date): Promise<void> {
  const concerned = { personIds: [personId] }
  const [coming] = await takeComingNudges(tx, { concerned, now, after: 0, limit: 1 })
  if (coming === undefined) return
  const calendar = await readCalendar(tx, coming.calendarId)
  const nextAt = renewedNudgeAt(coming, calendar, { ...coming, now })
  await moveNudges(tx, [{ deliveryId: coming.deliveryId, nextAt }])
}
