import { indonesia2026 } from '../../../src/learning/calendar/indonesia-2026.ts'
import { dayNumber, weekday } from './days.ts'
import { isAway, type YearPerson } from './people.ts'

/**
 * What is wrong with a message that came unasked at `moment`; undefined: nothing. Reckoned from the
 * dates themselves and none of the calendar's code, which is what is being checked.
 */
export function faultOfMessage(person: YearPerson, moment: Date): string | undefined {
  const { day, minute } = localTime(person.timezone, moment)
  const today = weekday(dayNumber(day))
  const offDays = person.calendarId === 'six-days' ? [0] : [0, 6]
  if (offDays.includes(today)) return 'on a weekend'
  if (daysOff.has(day)) return 'on a holiday'
  if (isAway(person, dayNumber(day))) return 'on leave'
  if (minute < 7 * 60 || minute >= 18 * 60) return 'in quiet hours'
  const praying = today === 5 && minute >= 11 * 60 + 30 && minute < 13 * 60 + 30
  return praying ? 'during Friday prayer' : undefined
}

const daysOff = new Set(indonesia2026.map(({ day }) => day))

const formats = new Map<string, Intl.DateTimeFormat>()

export function localTime(timezone: string, moment: Date): { day: string; minute: number } {
  const format =
    formats.get(timezone) ??
    new Intl.DateTimeFormat('sv-SE', {
      timeZone: timezone,
      dateStyle: 'short',
      timeStyle: 'short',
    })
  formats.set(timezone, format)
  const [day = '', clock = ''] = format.format(moment).split(' ')
  const [hours = 0, minutes = 0] = clock.split(':').map(Number)
  return { day, minute: hours * 60 + minutes }
}
