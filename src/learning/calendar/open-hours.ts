/** Hours of a day in which something may come unasked; outside them it is quiet. */
export interface DayHours {
  /** Minutes after midnight, the first that is open. */
  readonly begins: number
  /** Minutes after midnight, the first that is quiet again; 1440 is midnight. */
  readonly ends: number
}

/** A calendar's hours, with the quiet time of Friday prayer; where both are equal there is none. */
export interface OpenHours extends DayHours {
  readonly prayerBegins: number
  readonly prayerEnds: number
}

/** Quiet from 18.00 to 07.00, and on Friday from 11.30 to 13.30. */
export const ORDINARY_HOURS: OpenHours = {
  begins: 7 * 60,
  ends: 18 * 60,
  prayerBegins: 11 * 60 + 30,
  prayerEnds: 13 * 60 + 30,
}

/**
 * In Ramadan work begins at 08.00 and takes 32.5 hours a week with a break of 30 minutes, 60 on
 * Friday (Perpres 21/2023), which ends every day an hour earlier than in other months: quiet begins
 * an hour earlier too, and Friday's break is half an hour shorter.
 */
export const RAMADAN_HOURS: OpenHours = {
  begins: 8 * 60,
  ends: 17 * 60,
  prayerBegins: 11 * 60 + 30,
  prayerEnds: 13 * 60,
}

/** Least open time in minutes that hours must leave on a Friday: enough for a lesson and its quiz. */
const LEAST_OPEN = 60

/** Open minutes of a Friday, the shortest day. */
function openOnFriday(hours: OpenHours): number {
  const from = Math.max(hours.begins, hours.prayerBegins)
  const until = Math.min(hours.ends, hours.prayerEnds)
  return hours.ends - hours.begins - Math.max(0, until - from)
}

/** What is wrong with hours; undefined: nothing. */
export type HoursFault = 'no_such_minute' | 'ends_before_it_begins' | 'too_little_open'

export function faultOfHours(hours: OpenHours): HoursFault | undefined {
  const minutes = [hours.begins, hours.ends, hours.prayerBegins, hours.prayerEnds]
  if (minutes.some((m) => !Number.isInteger(m) || m < 0 || m > 1440)) return 'no_such_minute'
  if (hours.ends <= hours.begins || hours.prayerEnds < hours.prayerBegins) {
    return 'ends_before_it_begins'
  }
  return openOnFriday(hours) < LEAST_OPEN ? 'too_little_open' : undefined
}

/** What is wrong with a person's own hours: they have no time of prayer of their own. */
export function faultOfOwnHours({ begins, ends }: DayHours): HoursFault | undefined {
  return faultOfHours({ begins, ends, prayerBegins: 0, prayerEnds: 0 })
}

/**
 * The hours of a person who has set some: their own in the place of the calendar's, in Ramadan what
 * both leave open. Friday's prayer stays. Where nothing is left, the calendar's hold.
 */
export function withOwn(hours: OpenHours, own: DayHours | null, ramadan: boolean): OpenHours {
  if (own === null) return hours
  const begins = ramadan ? Math.max(own.begins, hours.begins) : own.begins
  const ends = ramadan ? Math.min(own.ends, hours.ends) : own.ends
  const both = { ...hours, begins, ends }
  return openOnFriday(both) > 0 ? both : hours
}

/** The open minute at which a wish for `minute` is met: inside the hours, on Friday outside prayer. */
export function allowedIn(hours: OpenHours, isFriday: boolean, minute: number): number {
  const within = Math.min(Math.max(minute, hours.begins), hours.ends - 1)
  const praying = isFriday && within >= hours.prayerBegins && within < hours.prayerEnds
  if (!praying) return within
  return hours.prayerEnds < hours.ends ? hours.prayerEnds : hours.prayerBegins - 1
}

/** "09.30" or "9:30" → minutes after midnight, 24.00 as the end of a day; undefined for 25.61. */
function parseClock(text: string): number | undefined {
  const match = /^(\d{1,2})[.:](\d{2})$/.exec(text.trim())
  if (match === null || Number(match[2]) > 59) return undefined
  const minute = Number(match[1]) * 60 + Number(match[2])
  return minute <= 1440 ? minute : undefined
}

/** "07.00-18.00" → hours; undefined when an hour does not exist. Their order is not judged here. */
export function parseSpan(text: string): DayHours | undefined {
  const [from = '', until = '', ...more] = text.split(/[-–]/)
  const begins = parseClock(from)
  const ends = parseClock(until)
  if (begins === undefined || ends === undefined || more.length > 0) return undefined
  return { begins, ends }
}

export function formatSpan({ begins, ends }: DayHours): string {
  const clock = (minute: number) =>
    [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join('.')
  return `${clock(begins)}-${clock(ends)}`
}
