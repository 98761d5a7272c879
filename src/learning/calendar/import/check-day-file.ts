import { isCalendarDate } from '../../../content/index.ts'
import { dayKinds } from '../work-calendar.ts'
import type { Cell, DayField, DayList, Fault, NewDay, RawDayFile } from './day-file.ts'

export type CheckedDayFile =
  | { readonly ok: true; readonly list: DayList }
  | { readonly ok: false; readonly faults: readonly Fault[] }

const LONGEST_NAME = 120
const LONGEST_SOURCE = 500
const FIRST_YEAR = 2000
const LAST_YEAR = 2100

/**
 * Whether a file may be imported; every mistake at once, and with one of them nothing is taken.
 *
 * @param calendarIds the calendars that a day may belong to
 */
export function checkDayFile(raw: RawDayFile, calendarIds: readonly string[]): CheckedDayFile {
  const faults: Fault[] = []
  const year = raw.year.value
  if (!isYear(year)) {
    faults.push(
      wrong(raw.year, 'year', `the year that the days are of, such as ${FIRST_YEAR + 27}`),
    )
  }
  const source = textOf(raw.source, LONGEST_SOURCE)
  if (source === undefined) {
    faults.push(
      wrong(raw.source, 'source', `the decree or letter, at most ${LONGEST_SOURCE} characters`),
    )
  }
  if (raw.days.length === 0) {
    faults.push({ line: 1, what: 'the file has no days', mend: 'list them under `days`' })
  }
  const days = raw.days.map((day) => {
    const checked = checkDay(day, isYear(year) ? year : undefined, calendarIds)
    faults.push(...checked.faults)
    return { ...checked, line: day.date.line }
  })
  faults.push(...doubled(days))
  faults.sort((a, b) => a.line - b.line)
  if (faults.length > 0 || !isYear(year) || source === undefined) return { ok: false, faults }
  return { ok: true, list: { year, source, days: days.flatMap(({ day }) => day ?? []) } }
}

interface CheckedDay {
  readonly day: NewDay | undefined
  readonly faults: readonly Fault[]
}

function checkDay(
  cells: Readonly<Record<DayField, Cell>>,
  year: number | undefined,
  calendarIds: readonly string[],
): CheckedDay {
  const faults = [...dateFaults(cells.date, year)]
  const name = textOf(cells.name, LONGEST_NAME)
  if (name === undefined) {
    faults.push(
      wrong(cells.name, 'name', `what the day is called, at most ${LONGEST_NAME} characters`),
    )
  }
  const kind = dayKinds.find((known) => known === cells.kind.value)
  if (kind === undefined) faults.push(wrong(cells.kind, 'kind', `one of ${dayKinds.join(', ')}`))
  const calendarId = cells.calendar.value ?? null
  const known = calendarId === null || calendarIds.some((id) => id === calendarId)
  if (!known) {
    const mend = `${calendarIds.join(' or ')}; a new calendar is made with: calendar set <name>`
    faults.push(wrong(cells.calendar, 'calendar', mend))
  }
  if (faults.length > 0 || name === undefined || kind === undefined)
    return { day: undefined, faults }
  const scope = typeof calendarId === 'string' ? calendarId : null
  return { day: { day: String(cells.date.value), name, kind, calendarId: scope }, faults }
}

function dateFaults(cell: Cell, year: number | undefined): Fault[] {
  const { value, line } = cell
  const wanted = `the day as ${year ?? 'YYYY'}-MM-DD`
  if (typeof value !== 'string') return [wrong(cell, 'date', wanted)]
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return [wrong(cell, 'date', wanted)]
  if (!isCalendarDate(value, 'day')) {
    return [{ line, what: `the day ${value} does not exist`, mend: 'look at the source again' }]
  }
  if (year === undefined || Number(value.slice(0, 4)) === year) return []
  const what = `${value} is not in ${year}: two years are mixed`
  return [{ line, what, mend: 'make one file a year' }]
}

/** A day is off once for each calendar, whatever the reason. */
function doubled(days: readonly (CheckedDay & { readonly line: number })[]): Fault[] {
  const first = new Map<string, number>()
  return days.flatMap(({ day, line }) => {
    if (day === undefined) return []
    const key = `${day.day} ${day.calendarId ?? ''}`
    const before = first.get(key)
    first.set(key, before ?? line)
    if (before === undefined) return []
    const what = `${day.day} stands in line ${before} already`
    return [{ line, what, mend: 'remove one of the two' }]
  })
}

function isYear(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= FIRST_YEAR && Number(value) <= LAST_YEAR
}

function textOf({ value }: Cell, longest: number): string | undefined {
  if (typeof value !== 'string') return undefined
  const text = value.trim().replaceAll(/\s+/g, ' ')
  return text === '' || text.length > longest ? undefined : text
}

function wrong({ value, line }: Cell, field: string, wanted: string): Fault {
  if (value === undefined || value === null || value === '') {
    return { line, what: `\`${field}\` is missing`, mend: `write ${wanted}` }
  }
  const plain = typeof value === 'string' || typeof value === 'number'
  const shown = plain ? `"${String(value).slice(0, 60)}"` : 'no plain text'
  return { line, what: `\`${field}\` is ${shown}`, mend: `write ${wanted}` }
}
