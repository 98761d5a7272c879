import { listCalendars } from '../learning/index.ts'
import type { Db } from '../platform/db/index.ts'
import { idIn } from './short-id.ts'
import { markedIn } from './unit-wish.ts'
import type { ViewBaseArgs } from './views/view.ts'

/** A month of a calendar. */
export interface CalendarPlace extends ViewBaseArgs {
  /** YYYY-MM */
  readonly month: string
  /** See `markOf`; null: the office's. */
  readonly calendarMark: string | null
  /** In words and in place of a message of words, rather than as a new picture. */
  readonly inPlace?: true
}

export function calendarArgument({ month, calendarMark, inPlace }: CalendarPlace): string {
  const mark = calendarMark === null ? '' : `.${calendarMark}`
  return `${month}${mark}${inPlace === true ? '.w' : ''}`
}

/** The month of a button; undefined for what none of ours says. */
export function calendarPlaceIn(argument: string | undefined): CalendarPlace | undefined {
  const found = /^(20\d\d-(?:0[1-9]|1[0-2]))(?:\.([0-9a-f]{8}))?(\.w)?$/.exec(argument ?? '')
  const month = found?.[1]
  if (month === undefined) return undefined
  const place = { month, calendarMark: found?.[2] ?? null }
  return found?.[3] === undefined ? place : { ...place, inPlace: true }
}

/** For whom a day is off. */
export type DayScope =
  | { readonly kind: 'all' }
  | { readonly kind: 'calendar'; readonly calendarId: string }
  | { readonly kind: 'unit'; readonly unitId: string }

/** Of a button: `a`, `c` with a calendar's mark, `u` with a unit. */
export async function scopeIn(db: Db, argument: string | undefined): Promise<DayScope | undefined> {
  const [letter, rest] = [(argument ?? '').slice(0, 1), (argument ?? '').slice(1)]
  if (letter === 'a') return { kind: 'all' }
  if (letter === 'u') {
    const unitId = idIn(rest)
    return unitId === undefined ? undefined : { kind: 'unit', unitId }
  }
  const calendars = (await listCalendars(db)).map(({ id }) => id)
  const calendarId = letter === 'c' ? markedIn(calendars, rest) : undefined
  return calendarId == null ? undefined : { kind: 'calendar', calendarId }
}

/** A day that waits for its scope, as `people.awaiting` holds it: no colon, and dots between parts. */
export function dayReference({ day, name }: { day: string; name: string }): string {
  return `scope.${day}.${Buffer.from(name).toString('base64url')}`
}

export function dayFrom(reference: string): { day: string; name: string } | undefined {
  const [kind, day, name] = reference.split('.')
  if (kind !== 'scope' || day === undefined || name === undefined) return undefined
  return { day, name: Buffer.from(name, 'base64url').toString() }
}

/** A file that waits for a yes, in the same way; undefined for a kind that is not read. */
export function fileReference(file: { fileId: string; fileName: string }): string | undefined {
  const kind = /\.(csv|ya?ml)$/i.exec(file.fileName)?.[1]?.toLowerCase()
  return kind === undefined
    ? undefined
    : `file.${kind}.${Buffer.from(file.fileId).toString('base64url')}`
}

export function fileFrom(reference: string): { fileId: string; fileName: string } | undefined {
  const [what, kind, id] = reference.split('.')
  if (what !== 'file' || kind === undefined || id === undefined) return undefined
  return { fileId: Buffer.from(id, 'base64url').toString(), fileName: `days.${kind}` }
}
