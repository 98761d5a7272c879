import type { Db } from '../../platform/db/index.ts'
import { readCalendar } from '../calendar/calendars-store.ts'
import { addCivilDays, civilDay } from '../calendar/civil-day.ts'
import { readRhythm } from '../calendar/rhythm-store.ts'
import { isTeachingDay } from '../calendar/work-calendar.ts'
import { readHistory } from './history-store.ts'
import { learningDays } from './learning-days.ts'
import { streakOf, type Streak } from './streak.ts'

/** A longer streak than three years is shown as three years: what is read stays bounded. */
const LOOKED_BACK = 3 * 366

/** A person's streak, by the calendar of the unit that the person is in now. */
export async function readStreak(db: Db, personId: string, now: Date): Promise<Streak> {
  const rhythm = await readRhythm(db, personId, now)
  const { timezone } = rhythm
  const today = civilDay(timezone, now)
  const calendar = await readCalendar(db, rhythm.calendarId)
  const since = addCivilDays(today, -LOOKED_BACK)
  const { away, ...history } = await readHistory(db, personId, { timezone, since })
  const person = { ...rhythm, leaves: away }
  return streakOf(learningDays(history, (day) => isTeachingDay(person, calendar, day), today))
}
