import {
  calendarIn,
  civilDay,
  momentOf,
  readCalendars,
  workingDayBefore,
} from '../../learning/index.ts'
import type { Db } from '../../platform/db/index.ts'
import { rankUnits, type Ranking } from './rank-units.ts'
import { countOnSchedule, listDayClasses } from './ranking-store.ts'

/** Whoever is on schedule has answered something within so many working days. */
const ACTIVE_DAYS = 10

/** Units by the share of their people who are on schedule; `own` is the unit of who asks. */
export async function readRanking(db: Db, ownUnitId: string | null, now: Date): Promise<Ranking> {
  const calendars = await readCalendars(db)
  const classes = await listDayClasses(db)
  const schedules = classes.map((one) => {
    const calendar = calendarIn(calendars, one.calendarId)
    const today = civilDay(one.timezone, now)
    const first = workingDayBefore(calendar, today, ACTIVE_DAYS)
    return {
      ...one,
      lateBefore: workingDayBefore(calendar, today, 1),
      activeSince: momentOf(one.timezone, first, 0),
    }
  })
  return rankUnits(await countOnSchedule(db, schedules, now), ownUnitId)
}
