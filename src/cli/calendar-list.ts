import { parseArgs } from 'node:util'
import {
  formatSpan,
  formatWeek,
  listCalendars,
  listDays,
  listRamadans,
  listUnitCalendars,
  type CalendarSettings,
  type OpenHours,
} from '../learning/index.ts'
import { UserError } from '../platform/errors.ts'
import { dayText } from './calendar-import.ts'
import type { Run } from './command.ts'
import { withCalendars } from './with-calendars.ts'

/** The calendars with their units, the days off of a year (or how many of each), and Ramadan. */
export const calendarList: Run = async (context) => {
  const { values } = parseArgs({
    args: [...context.args],
    options: { year: { type: 'string' }, json: { type: 'boolean', default: false } },
  })
  if (values.year !== undefined && !/^\d{4}$/.test(values.year)) {
    throw new UserError(`"${values.year}" is no year: write it as 2026.`)
  }
  const year = values.year === undefined ? undefined : Number(values.year)
  const found = await withCalendars(context, async (db) => ({
    calendars: await listCalendars(db),
    units: await listUnitCalendars(db),
    days: await listDays(db, year),
    ramadans: await listRamadans(db),
  }))
  const calendars = found.calendars.map((calendar) => ({
    ...calendar,
    week: formatWeek(calendar.week),
    units: found.units
      .filter(({ calendarId }) => calendarId === calendar.id)
      .map(({ unit }) => unit),
  }))
  const { days, ramadans } = found
  if (values.json) {
    context.stdout(JSON.stringify({ calendars, days, ramadans }))
    return 0
  }
  for (const calendar of calendars) context.stdout(calendarText(calendar))
  if (year === undefined) context.stdout(yearsText(days.map(({ day }) => day)))
  else if (days.length === 0) context.stdout(`${year}: no days off are known`)
  else for (const day of days) context.stdout(dayText(day))
  if (year !== undefined) {
    for (const source of new Set(days.map((day) => day.source))) {
      if (source !== null) context.stdout(`Source: ${source}`)
    }
  }
  for (const { hijriYear, first, last, source } of ramadans) {
    context.stdout(`Ramadan ${hijriYear} H: ${first} to ${last} (${source})`)
  }
  if (ramadans.length === 0) context.stdout('Ramadan: no days are set (calendar ramadan)')
  return 0
}

function calendarText(
  calendar: Omit<CalendarSettings, 'week'> & {
    readonly week: string
    readonly units: readonly string[]
  },
): string {
  const { id, name, kind, week, hours, ramadanHours, units } = calendar
  const observes = [
    calendar.observesHolidays ? 'holidays' : 'no holidays',
    calendar.observesCollectiveLeave ? 'cuti bersama' : 'no cuti bersama',
  ]
  return [
    `${id}: ${name}`,
    `  ${kind}, week ${week}, ${observes.join(', ')}`,
    `  open ${hoursText(hours)}; in Ramadan ${hoursText(ramadanHours)}`,
    ...(units.length === 0 ? [] : [`  units: ${units.join(', ')}`]),
  ].join('\n')
}

function hoursText(hours: OpenHours): string {
  const { prayerBegins: begins, prayerEnds: ends } = hours
  const friday = begins === ends ? '' : ` (Friday quiet ${formatSpan({ begins, ends })})`
  return `${formatSpan(hours)}${friday}`
}

function yearsText(days: readonly string[]): string {
  const years = Map.groupBy(days, (day) => day.slice(0, 4))
  const counts = [...years].map(([year, of]) => `${year}: ${of.length} days off`)
  return counts.length === 0 ? 'No days off are known' : counts.join('\n')
}
