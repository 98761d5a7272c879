import { isCalendarDate } from '../../../content/index.ts'
import { dayKinds } from '../work-calendar.ts'
import { dayFault, type DayFault, type FaultValues } from './day-fault.ts'
import type { Cell, DayField, DayList, NewDay, RawDayFile } from './day-file.ts'

export type CheckedDayFile =
  | { readonly ok: true; readonly list: DayList }
  | { readonly ok: false; readonly faults: readonly DayFault[] }

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
  const faults: DayFault[] = []
  const year = raw.year.value
  if (!isYear(year)) faults.push(wrong(raw.year, 'year'))
  const source = textOf(raw.source, LONGEST_SOURCE)
  if (source === undefined) faults.push(wrong(raw.source, 'source', { most: LONGEST_SOURCE }))
  if (raw.days.length === 0) faults.push(dayFault(1, 'days-none'))
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
  readonly faults: readonly DayFault[]
}

function checkDay(
  cells: Readonly<Record<DayField, Cell>>,
  year: number | undefined,
  calendarIds: readonly string[],
): CheckedDay {
  const faults = [...dateFaults(cells.date, year)]
  const name = textOf(cells.name, LONGEST_NAME)
  if (name === undefined) faults.push(wrong(cells.name, 'name', { most: LONGEST_NAME }))
  const kind = dayKinds.find((known) => known === cells.kind.value)
  if (kind === undefined) faults.push(wrong(cells.kind, 'kind', { known: dayKinds.join(', ') }))
  const calendarId = cells.calendar.value ?? null
  const known = calendarId === null || calendarIds.some((id) => id === calendarId)
  if (!known) {
    const { line, value } = cells.calendar
    const text = shown(value)
    const said = { value: text ?? '', known: calendarIds.join(', ') }
    faults.push(
      text === undefined
        ? dayFault(line, 'no-plain-text', { field: 'calendar' })
        : dayFault(line, 'calendar-unknown', said),
    )
  }
  if (faults.length > 0 || name === undefined || kind === undefined)
    return { day: undefined, faults }
  const scope = typeof calendarId === 'string' ? calendarId : null
  return { day: { day: String(cells.date.value), name, kind, calendarId: scope }, faults }
}

function dateFaults(cell: Cell, year: number | undefined): DayFault[] {
  const { value, line } = cell
  const missing = [wrong(cell, 'date', { year: String(year ?? 'YYYY') })]
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return missing
  if (!isCalendarDate(value, 'day')) return [dayFault(line, 'day-none', { value })]
  if (year === undefined || Number(value.slice(0, 4)) === year) return []
  return [dayFault(line, 'year-other', { value, year: String(year) })]
}

/** A day is off once for each calendar, whatever the reason. */
function doubled(days: readonly (CheckedDay & { readonly line: number })[]): DayFault[] {
  const first = new Map<string, number>()
  return days.flatMap(({ day, line }) => {
    if (day === undefined) return []
    const key = `${day.day} ${day.calendarId ?? ''}`
    const before = first.get(key)
    first.set(key, before ?? line)
    if (before === undefined) return []
    return [dayFault(line, 'day-doubled', { value: day.day, other: before })]
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

function wrong(
  { value, line }: Cell,
  field: 'year' | 'source' | 'name' | 'kind' | 'date',
  values: FaultValues = {},
): DayFault {
  if (value === undefined || value === null || value === '') {
    return dayFault(line, `${field}-missing`, values)
  }
  const text = shown(value)
  return text === undefined
    ? dayFault(line, 'no-plain-text', { field })
    : dayFault(line, `${field}-wrong`, { ...values, value: text })
}

/** Undefined: a list, or another thing that no cell of a table is. */
function shown(value: unknown): string | undefined {
  const plain = typeof value === 'string' || typeof value === 'number'
  return plain ? String(value).slice(0, 60) : undefined
}
