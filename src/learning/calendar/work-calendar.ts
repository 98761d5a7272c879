import { weekdayOf, type CivilDay } from './civil-day.ts'
import { leaveOn, type Leave } from './leave.ts'
import {
  allowedIn,
  ORDINARY_HOURS,
  RAMADAN_HOURS,
  withOwn,
  type DayHours,
  type OpenHours,
} from './open-hours.ts'
import { FIVE_DAYS, worksOn, type WeekPattern } from './week-pattern.ts'

/** Schools follow the province's Kaldik too; units of direct service have days of their own. */
export const calendarKinds = ['office', 'school', 'service'] as const
export type CalendarKind = (typeof calendarKinds)[number]

/** What is set about a calendar; its days off are lists that are laid over it. */
export interface CalendarSettings {
  /** Small letters, digits and hyphens, as an operator types it. */
  readonly id: string
  readonly name: string
  readonly kind: CalendarKind
  readonly week: WeekPattern
  /** National and regional holidays are days off. */
  readonly observesHolidays: boolean
  /** Cuti bersama are days off. */
  readonly observesCollectiveLeave: boolean
  readonly hours: OpenHours
  readonly ramadanHours: OpenHours
}

export const dayKinds = [
  'holiday',
  'collective_leave',
  'school_holiday',
  'regional_holiday',
] as const
export type DayKind = (typeof dayKinds)[number]

export interface ListedDay {
  readonly day: CivilDay
  readonly kind: DayKind
  /** The calendar whose own day it is; null: everybody's. */
  readonly calendarId: string | null
}

/** The days of Ramadan, the first and the last included. */
export interface Ramadan {
  readonly first: CivilDay
  readonly last: CivilDay
}

/** When a unit works: everything about it that decides on a teaching moment. */
export interface WorkCalendar {
  /** Within one reading of the store, calendars with equal ids are equal. */
  readonly id: string
  readonly week: WeekPattern
  readonly daysOff: ReadonlySet<CivilDay>
  readonly hours: OpenHours
  readonly ramadanHours: OpenHours
  readonly ramadans: readonly Ramadan[]
}

/** What decides when a person is taught: people with equal rhythms and calendars are one class. */
export interface Rhythm {
  /** IANA zone. */
  readonly timezone: string
  /** The hour of the day's lesson, in minutes after midnight. */
  readonly lessonMinute: number
  /** The person's own hours; null: the calendar's. */
  readonly ownHours: DayHours | null
  readonly leaves: readonly Leave[]
  /** The lessons of a week at once, on this day (ISO 1 … 7); null or left out: each working day. */
  readonly weeklyOn?: number | null
}

/** The calendar of every unit that has none of its own and stands below none that has. */
export const OFFICE: CalendarSettings = {
  id: 'office',
  name: 'Kantor, lima hari kerja',
  kind: 'office',
  week: FIVE_DAYS,
  observesHolidays: true,
  observesCollectiveLeave: true,
  hours: ORDINARY_HOURS,
  ramadanHours: RAMADAN_HOURS,
}

/** Lays the lists of days over a calendar: those that it observes are its days off. */
export function layCalendar(
  settings: CalendarSettings,
  days: readonly ListedDay[],
  ramadans: readonly Ramadan[],
): WorkCalendar {
  const { id, week, hours, ramadanHours } = settings
  const daysOff = new Set(days.filter((day) => observes(settings, day)).map(({ day }) => day))
  return { id, week, daysOff, hours, ramadanHours, ramadans }
}

function observes(settings: CalendarSettings, { kind, calendarId }: ListedDay): boolean {
  if (calendarId !== null) return calendarId === settings.id
  switch (kind) {
    case 'holiday':
    case 'regional_holiday':
      return settings.observesHolidays
    case 'collective_leave':
      return settings.observesCollectiveLeave
    case 'school_holiday':
      return settings.kind === 'school'
  }
}

/** Whether the unit works on `day`. */
export function isWorkingDay(calendar: WorkCalendar, day: CivilDay): boolean {
  return worksOn(calendar.week, day) && !calendar.daysOff.has(day)
}

/** Whether the person works on `day`: the unit does, and the person is not on leave. */
export function isTeachingDay(person: Rhythm, calendar: WorkCalendar, day: CivilDay): boolean {
  return leaveOn(person.leaves, day) === undefined && isWorkingDay(calendar, day)
}

/** The person's open hours on `day`. */
export function hoursOn(person: Rhythm, calendar: WorkCalendar, day: CivilDay): OpenHours {
  const ramadan = calendar.ramadans.some(({ first, last }) => first <= day && day <= last)
  const hours = ramadan ? calendar.ramadanHours : calendar.hours
  return withOwn(hours, person.ownHours, ramadan)
}

const FRIDAY = 5

/** The minute at which a person's wish for `minute` is met on `day`, outside quiet hours. */
export function allowedMinute(
  person: Rhythm,
  calendar: WorkCalendar,
  day: CivilDay,
  minute: number,
): number {
  return allowedIn(hoursOn(person, calendar, day), weekdayOf(day) === FRIDAY, minute)
}
