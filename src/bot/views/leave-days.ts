import { civilDay, type Leave, type LeaveKind } from '../../learning/index.ts'
import { dayText } from '../when.ts'
import { personOf } from './person-texts.ts'
import type { ViewContext } from './view.ts'

/** "Senin 2 Maret sampai Jumat 6 Maret", or the one day. */
export function leaveDays(view: ViewContext, { first, last }: Leave): string {
  const today = civilDay(personOf(view).timezone, view.now)
  const from = dayText(first, today, view.locale)
  return first === last
    ? from
    : view.t('leave-days', { first: from, last: dayText(last, today, view.locale) })
}

const kindKeys = {
  leave: 'leave-kind-leave',
  sick: 'leave-kind-sick',
  duty: 'leave-kind-duty',
} as const satisfies Record<LeaveKind, string>

export function kindText(view: ViewContext, kind: LeaveKind): string {
  return view.t(kindKeys[kind])
}
