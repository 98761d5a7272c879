import type { DayKind } from '../work-calendar.ts'
import type { DayList, NewDay } from './day-file.ts'

/** A day off that is stored. */
export interface StoredDay extends NewDay {
  readonly id: number
  readonly source: string | null
}

export interface DayChanges {
  readonly added: readonly NewDay[]
  /** With what is new about them: their name or source. */
  readonly changed: readonly StoredDay[]
  readonly removed: readonly StoredDay[]
  readonly unchanged: number
}

/** Lists that are published together: a decree names holidays and cuti bersama in one. */
const listOf: Readonly<Record<DayKind, string>> = {
  holiday: 'decree',
  collective_leave: 'decree',
  school_holiday: 'kaldik',
  regional_holiday: 'region',
}

/**
 * What an import changes. A file is the whole truth of its year for each list that it has a day of
 * (the decree, the Kaldik, the region's days; everybody's, or one calendar's own): days of these lists
 * that it does not name are removed, and all others stay.
 */
export function compareDays(stored: readonly StoredDay[], list: DayList): DayChanges {
  const scope = ({ kind, calendarId }: NewDay): string => `${listOf[kind]} ${calendarId ?? ''}`
  const keyOf = (day: NewDay): string => `${day.day} ${day.kind} ${day.calendarId ?? ''}`
  const lists = new Set(list.days.map(scope))
  const wanted = new Map(list.days.map((day) => [keyOf(day), day]))
  const concerned = stored.filter(
    (day) => day.day.startsWith(`${list.year}-`) && lists.has(scope(day)),
  )
  const kept = concerned.filter((day) => wanted.has(keyOf(day)))
  const renewed = kept.map((day) => ({
    ...day,
    name: wanted.get(keyOf(day))?.name ?? day.name,
    source: list.source,
  }))
  const there = new Map(kept.map((day) => [keyOf(day), day]))
  const differs = (day: StoredDay): boolean => {
    const before = there.get(keyOf(day))
    return before?.name !== day.name || before.source !== day.source
  }
  const changed = renewed.filter(differs)
  return {
    added: list.days.filter((day) => !there.has(keyOf(day))),
    changed,
    removed: concerned.filter((day) => !wanted.has(keyOf(day))),
    unchanged: kept.length - changed.length,
  }
}
