import { isCalendarDate } from '../../content/index.ts'
import type { CivilDay } from './civil-day.ts'

/** Days away, the first and the last included, in whatever zone the person is then. */
export interface Leave {
  readonly first: CivilDay
  readonly last: CivilDay
}

/** What a leave is called; why somebody is away is not asked, and not kept. */
export const leaveKinds = ['leave', 'sick', 'duty'] as const
export type LeaveKind = (typeof leaveKinds)[number]

/** The leave that holds `day`, if any. */
export function leaveOn(leaves: readonly Leave[], day: CivilDay): Leave | undefined {
  return leaves.find(({ first, last }) => first <= day && day <= last)
}

/** What is wrong with a leave; undefined: nothing. */
export type LeaveFault = 'no_such_day' | 'ends_before_it_begins'

export function faultOfLeave({ first, last }: Leave): LeaveFault | undefined {
  if (!isCalendarDate(first, 'day') || !isCalendarDate(last, 'day')) return 'no_such_day'
  return last < first ? 'ends_before_it_begins' : undefined
}

/** Leaves as one text, `first/last,first/last`, in their order: people with equal texts are one class. */
export function parseLeaves(text: string): readonly Leave[] {
  if (text === '') return []
  return text.split(',').map((span) => {
    const [first = '', last = ''] = span.split('/')
    return { first, last }
  })
}
