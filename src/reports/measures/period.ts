import { addCivilDays, weekdayOf, type CivilDay } from '../../learning/index.ts'

/** Civil days, the first and the last included. */
export interface Period {
  readonly from: CivilDay
  readonly to: CivilDay
}

export type PeriodName = 'today' | 'week' | 'month' | 'all'

/** Before the first person. */
const EVER = '2000-01-01'

/** Monday of the week of a day. */
export function mondayOf(day: CivilDay): CivilDay {
  return addCivilDays(day, -((weekdayOf(day) + 6) % 7))
}

/** Up to today: the day itself, its week from Monday, its month, or all time. */
export function periodNamed(name: PeriodName, today: CivilDay): Period {
  switch (name) {
    case 'today':
      return { from: today, to: today }
    case 'week':
      return { from: mondayOf(today), to: today }
    case 'month':
      return { from: `${today.slice(0, 8)}01`, to: today }
    case 'all':
      return { from: EVER, to: today }
  }
}
