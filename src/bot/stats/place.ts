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
}

/** What a button of the statistics leads to: period, unit and place in a list, 48 bytes at the most. */
export function placeData(callback: Callback, { period, unitId, from = 0 }: Place): string {
  const unit = unitId === undefined ? '' : shortId(unitId)
  return callbackData(callback, `${period}.${unit}.${from}`)
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * Anybody can forge a button: what is none is the beginning of everything. Of old the unit alone stood
 * in some.
 */
export function placeIn(argument: string | undefined, unnamed = DEFAULT_PERIOD): Place {
  if (argument !== undefined && UUID.test(argument)) return { period: unnamed, unitId: argument }
  const [period = '', unit = '', from = ''] = (argument ?? '').split('.')
  const unitId = unitIn(unit)
  return {
    period: /^(?:[dwma]|\d{12})$/.test(period) ? period : unnamed,
    ...(unitId === undefined ? {} : { unitId }),
    from: /^\d{1,6}$/.test(from) ? Number(from) : 0,
  }
}

/** Buttons in older messages bear the long form. */
function unitIn(text: string): string | undefined {
  return UUID.test(text) ? text : idIn(text)
}
