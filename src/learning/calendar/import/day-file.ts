import type { CivilDay } from '../civil-day.ts'
import type { DayKind } from '../work-calendar.ts'
import type { DayFault } from './day-fault.ts'

/** A value as it stands in a file, with its line; a missing one has the line where it belongs. */
export interface Cell {
  readonly value: unknown
  readonly line: number
}

export type DayField = 'date' | 'name' | 'kind' | 'calendar'
export const dayFields: readonly DayField[] = ['date', 'name', 'kind', 'calendar']

/** A file of days off as it was read, whatever its format; nothing of it is checked yet. */
export interface RawDayFile {
  readonly year: Cell
  readonly source: Cell
  readonly days: readonly Readonly<Record<DayField, Cell>>[]
}

export type ReadDayFile =
  | { readonly ok: true; readonly file: RawDayFile }
  | { readonly ok: false; readonly faults: readonly DayFault[] }

/** A day off of a checked file. */
export interface NewDay {
  readonly day: CivilDay
  readonly name: string
  readonly kind: DayKind
  /** Null: everybody's. */
  readonly calendarId: string | null
}

export interface DayList {
  readonly year: number
  readonly source: string
  readonly days: readonly NewDay[]
}
