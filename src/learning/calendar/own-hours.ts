import { changePerson } from '../../people/index.ts'
import type { Db } from '../../platform/db/index.ts'
import { faultOfOwnHours, type DayHours, type HoursFault } from './open-hours.ts'

/**
 * Sets a person's own hours; null: the calendar's again. Call `replan` in the same transaction.
 *
 * @returns what is wrong with them, and then nothing is changed
 */
export async function setOwnHours(
  tx: Db,
  personId: string,
  hours: DayHours | null,
): Promise<HoursFault | undefined> {
  const fault = hours === null ? undefined : faultOfOwnHours(hours)
  if (fault !== undefined) return fault
  const { begins: dayBegins, ends: dayEnds } = hours ?? { begins: null, ends: null }
  await changePerson(tx, personId, { dayBegins, dayEnds })
  return undefined
}
