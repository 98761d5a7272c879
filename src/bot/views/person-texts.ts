import { hill, type Progress } from '../../learning/index.ts'
import type { Person } from '../../people/index.ts'
import { whenText } from '../when.ts'
import type { ViewContext } from './view.ts'

/** "Pak Ahmad", "Bu Siti" or the name alone, as each person chose. */
export function you(view: ViewContext): string {
  const { person } = view
  if (person === undefined) return ''
  return view.t(`you-${person.addressForm ?? 'none'}`, { name: person.name })
}

export function personOf(view: ViewContext): Person {
  if (view.person === undefined) throw new Error('This view is for people who have joined')
  return view.person
}

/** A coming moment from a view's arguments, as this person says it. */
export function when(view: ViewContext, moment: string | null): string {
  const { timezone } = personOf(view)
  return whenText(view.t, moment === null ? null : new Date(moment), {
    now: view.now,
    timezone,
    locale: view.locale,
  })
}

/** The hill in monospace: laid stones full, those to come as rings. */
export function hillText({ answered }: Pick<Progress, 'answered'>, total: number): string {
  const rows = hill(answered, total)
  const widest = Math.max(0, ...rows.map((row) => row.length))
  return rows
    .map((row) => ' '.repeat(widest - row.length) + row.map((laid) => (laid ? '●' : '○')).join(' '))
    .join('\n')
}
