import { auditGroups } from '../audit/index.ts'
import { idIn, shortId } from './short-id.ts'
import type { Period } from './read-period.ts'
import type { ViewBaseArgs } from './views/view.ts'

/** A page of the trail: what it is narrowed to, and from where on it goes. */
export interface AuditPlace extends ViewBaseArgs {
  readonly personId: string | null
  readonly unitId: string | null
  readonly group: string | null
  readonly period: Period | null
  /** Older than the entry of this number. */
  readonly before: number | null
}

export const WHOLE_TRAIL: AuditPlace = {
  personId: null,
  unitId: null,
  group: null,
  period: null,
  before: null,
}

/** The page as a button's argument: at most 22 + 1 + 2 + 13 + 15 characters and the dots. */
export function auditArgument({ personId, unitId, group, period, before }: AuditPlace): string {
  const who =
    personId !== null ? `p${shortId(personId)}` : unitId !== null ? `u${shortId(unitId)}` : ''
  return [
    who,
    group === null ? '' : auditGroups.indexOf(group),
    period === null ? '' : `${short(period.first)}-${short(period.last)}`,
    before ?? '',
  ].join('.')
}

/** The page of a button; undefined for what none of ours says. */
export function readAuditPlace(argument: string): AuditPlace | undefined {
  const pattern = /^(?:([pu])([^.]{22}))?\.(\d{0,2})\.(?:(\d{6})-(\d{6}))?\.(\d{0,15})$/
  const found = pattern.exec(argument)
  if (found === null) return undefined
  const [, kind, short, group = '', first, last, before = ''] = found
  const id = idIn(short)
  if (short !== undefined && id === undefined) return undefined
  const named = group === '' ? null : auditGroups[Number(group)]
  if (named === undefined) return undefined
  return {
    personId: kind === 'p' ? (id ?? null) : null,
    unitId: kind === 'u' ? (id ?? null) : null,
    group: named,
    period:
      first === undefined || last === undefined ? null : { first: long(first), last: long(last) },
    before: before === '' ? null : Number(before),
  }
}

function short(day: string): string {
  return day.slice(2).replaceAll('-', '')
}

function long(day: string): string {
  return `20${day.slice(0, 2)}-${day.slice(2, 4)}-${day.slice(4)}`
}
