import { judgeSkew } from '../../platform/clock-skew.ts'
import { found, type Finding } from './reasons.ts'

export interface ClockFacts {
  /** By how many milliseconds this machine's clock is ahead of the other's; undefined: not told. */
  readonly aheadOfTelegramMs: number | undefined
  readonly aheadOfDatabaseMs: number | undefined
}

export function judgeClock(facts: ClockFacts): readonly Finding[] {
  return [
    judge('clock.telegram', facts.aheadOfTelegramMs),
    judge('clock.database', facts.aheadOfDatabaseMs),
  ]
}

function judge(check: 'clock.telegram' | 'clock.database', aheadMs: number | undefined): Finding {
  if (aheadMs === undefined) return found(`${check}/untold`)
  return found(`${check}/${judgeSkew(aheadMs)}`, {
    // To the second: no header tells more.
    seconds: Math.round(Math.abs(aheadMs) / 1000),
    distance: distanceOf(aheadMs),
  })
}

/** Digits and letters that both languages read: 0s, +3s, -12m, +5h, -400d. */
function distanceOf(aheadMs: number): string {
  const seconds = Math.round(Math.abs(aheadMs) / 1000)
  if (seconds === 0) return '0s'
  const sign = aheadMs < 0 ? '-' : '+'
  if (seconds < 120) return `${sign}${seconds}s`
  if (seconds < 7200) return `${sign}${Math.round(seconds / 60)}m`
  return seconds < 172_800
    ? `${sign}${Math.round(seconds / 3600)}h`
    : `${sign}${Math.round(seconds / 86_400)}d`
}
