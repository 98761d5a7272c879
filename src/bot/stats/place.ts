import { jobRoles, type JobRole } from '../../people/index.ts'
import { callbackData, type Callback } from '../callback.ts'
import { idIn, shortId } from '../short-id.ts'
import { DEFAULT_PERIOD, type PeriodCode } from './period-code.ts'

/** Where in the statistics somebody is. */
export interface Place {
  readonly period: PeriodCode
  /** This unit and those below it; left out: all in reach. */
  readonly unitId?: string
  /** The line with which a list begins, counted from 0. */
  readonly from?: number
  /** People of this role alone. */
  readonly role?: JobRole
  /** This track alone, by its mark: see unit-wish.ts. */
  readonly track?: string
}

/**
 * What a button of the statistics leads to: period, unit and place in a list, and a role or a track;
 * 62 bytes at the most.
 */
export function placeData(callback: Callback, place: Place): string {
  const { period, unitId, from = 0, role, track } = place
  const unit = unitId === undefined ? '' : shortId(unitId)
  const narrowed = role ?? track
  const end = narrowed === undefined ? '' : `.${narrowed}`
  return callbackData(callback, `${period}.${unit}.${from}${end}`)
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * Anybody can forge a button: what is none is the beginning of everything. Of old the unit alone stood
 * in some.
 */
export function placeIn(argument: string | undefined, unnamed = DEFAULT_PERIOD): Place {
  if (argument !== undefined && UUID.test(argument)) return { period: unnamed, unitId: argument }
  const [period = '', unit = '', from = '', narrowed = ''] = (argument ?? '').split('.')
  const unitId = unitIn(unit)
  const role = jobRoles.find((one) => one === narrowed)
  return {
    period: /^(?:[dwma]|\d{12})$/.test(period) ? period : unnamed,
    ...(unitId === undefined ? {} : { unitId }),
    from: /^\d{1,6}$/.test(from) ? Number(from) : 0,
    ...(role === undefined ? {} : { role }),
    ...(/^[0-9a-f]{8}$/.test(narrowed) ? { track: narrowed } : {}),
  }
}

/** Buttons in older messages bear the long form. */
function unitIn(text: string): string | undefined {
  return UUID.test(text) ? text : idIn(text)
}
