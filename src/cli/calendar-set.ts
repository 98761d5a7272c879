import { parseArgs } from 'node:util'
import {
  calendarKinds,
  changeCalendar,
  listCalendars,
  OFFICE,
  parseSpan,
  parseWeek,
  type CalendarChange,
  type CalendarChanged,
  type CalendarSettings,
  type DayHours,
  type OpenHours,
  noteChange,
} from '../learning/index.ts'
import { UserError } from '../platform/errors.ts'
import { systemClock } from '../platform/clock.ts'
import { auditShell } from './audit-shell.ts'
import type { Run } from './command.ts'
import { replanAfter, replannedText, withCalendars } from './with-calendars.ts'

const options = {
  name: { type: 'string' },
  kind: { type: 'string' },
  week: { type: 'string' },
  holidays: { type: 'string' },
  'collective-leave': { type: 'string' },
  hours: { type: 'string' },
  'friday-quiet': { type: 'string' },
  'ramadan-hours': { type: 'string' },
  'ramadan-friday-quiet': { type: 'string' },
  json: { type: 'boolean', default: false },
} as const

type Given = Partial<Record<Exclude<keyof typeof options, 'json'>, string>>

/** Makes a calendar or changes one; what is not named stays, in a new one it is as in the office's. */
export const calendarSet: Run = async (context) => {
  const { values, positionals } = parseArgs({
    args: [...context.args],
    options,
    allowPositionals: true,
  })
  const { json, ...given } = values
  const [id = '', ...more] = positionals
  if (!/^[a-z0-9][a-z0-9-]{0,39}$/.test(id) || more.length > 0) {
    throw new UserError('A calendar’s name has small letters, digits and hyphens, at most 40.', {
      hint: 'For example: calendar set sekolah --kind school --week six',
    })
  }
  return withCalendars(context, async (db) => {
    const before = (await listCalendars(db)).find((calendar) => calendar.id === id) ?? OFFICE
    const change = changeOf(given, before)
    const { kind, calendar } = await db.transaction(async (tx) => {
      const changed = accepted(await changeCalendar(tx, id, change))
      await auditShell(tx, 'calendar.changed', { details: { calendar: id } })
      await noteChange(tx, { calendarIds: [id] }, systemClock.now())
      return changed
    })
    const replanned = await replanAfter(db)
    if (json) context.stdout(JSON.stringify({ ...calendar, replanned }))
    else {
      context.stdout(`${kind === 'made' ? 'Made' : 'Changed'}: ${id} (${calendar.name})`)
      context.stdout(replannedText(replanned))
    }
    return 0
  })
}

/** What the options say, over what is set already: hours are given in parts. */
function changeOf(given: Given, before: CalendarSettings): CalendarChange {
  const { name, kind, week, holidays, hours } = given
  const leave = given['collective-leave']
  const friday = given['friday-quiet']
  const ramadan = { day: given['ramadan-hours'], friday: given['ramadan-friday-quiet'] }
  return {
    ...(name === undefined ? {} : { name: nameOf(name) }),
    ...(kind === undefined ? {} : { kind: kindOf(kind) }),
    ...(week === undefined ? {} : { week: weekOf(week) }),
    ...(holidays === undefined ? {} : { observesHolidays: yes('holidays', holidays) }),
    ...(leave === undefined ? {} : { observesCollectiveLeave: yes('collective-leave', leave) }),
    hours: hoursOf(before.hours, hours, friday),
    ramadanHours: hoursOf(before.ramadanHours, ramadan.day, ramadan.friday),
  }
}

function nameOf(name: string): string {
  const trimmed = name.trim().replaceAll(/\s+/g, ' ')
  if (trimmed !== '' && trimmed.length <= 120) return trimmed
  throw new UserError('--name has 1 to 120 characters.')
}

function kindOf(kind: string): CalendarSettings['kind'] {
  const found = calendarKinds.find((known) => known === kind)
  if (found !== undefined) return found
  throw new UserError(`--kind "${kind}" is not known: write ${calendarKinds.join(', ')}.`)
}

function weekOf(text: string): CalendarSettings['week'] {
  const week = parseWeek(text)
  if (week !== undefined) return week
  throw new UserError(`--week "${text}" is not understood.`, {
    hint: 'Write five, six, days (mon,wed,fri), or a shift from its first day: 2026-01-05:++--',
  })
}

function yes(option: string, text: string): boolean {
  if (text === 'yes' || text === 'no') return text === 'yes'
  throw new UserError(`--${option} is yes or no.`)
}

function hoursOf(before: OpenHours, day: string | undefined, friday: string | undefined) {
  const none = { begins: 0, ends: 0 }
  const quiet = friday === undefined ? undefined : friday === 'none' ? none : spanOf(friday)
  return {
    ...before,
    ...(day === undefined ? {} : spanOf(day)),
    ...(quiet === undefined ? {} : { prayerBegins: quiet.begins, prayerEnds: quiet.ends }),
  }
}

function spanOf(text: string): DayHours {
  const span = parseSpan(text)
  if (span !== undefined) return span
  throw new UserError(`"${text}" is no span of hours that exist.`, {
    hint: 'Write it as 07.00-18.00.',
  })
}

function accepted(outcome: CalendarChanged) {
  switch (outcome.kind) {
    case 'made':
    case 'changed':
      return outcome
    case 'closes':
      throw new UserError(
        `Nothing was changed: there would be no working day in two months from ${outcome.from}.`,
      )
    case 'ends_before_it_begins':
      throw new UserError('Nothing was changed: hours end before they begin.')
    case 'too_little_open':
      throw new UserError('Nothing was changed: on a Friday less than an hour would be open.')
    case 'no_such_minute':
      throw new UserError('Nothing was changed: an hour does not exist.')
  }
}
