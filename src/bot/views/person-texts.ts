import { hill, type NextMoment, type Progress } from '../../learning/index.ts'
import type { Person } from '../../people/index.ts'
import { Html } from '../texts.ts'
import { whenText } from '../when.ts'
import type { ViewContext } from './view.ts'

/** "Pak Ahmad", "Bu Siti" or the name alone, as each person chose. */
export function you(view: Pick<ViewContext, 't' | 'person'>): Html {
  const { person } = view
  if (person === undefined) return new Html('')
  return new Html(view.t(`you-${person.addressForm ?? 'none'}`, { name: person.name }))
}

/** The same for a message that is no HTML, and shows an escaped sign as it is. */
export function plainYou({ person, t }: ViewContext): Html {
  if (person === undefined) return new Html('')
  return new Html(t(`you-${person.addressForm ?? 'none'}`, { name: new Html(person.name) }))
}

export function personOf(view: ViewContext): Person {
  if (view.person === undefined) throw new Error('This view is for people who have joined')
  return view.person
}

/** What a poll's texts and order need of a person. */
export function pollView(view: ViewContext): Pick<ViewContext, 'locale' | 't'> & {
  readonly personId: string
} {
  return { locale: view.locale, t: view.t, personId: personOf(view).id }
}

/** What comes next, as it stands in a row of the ledger. */
export interface NextArgs {
  readonly kind: NextMoment['kind']
  readonly at: string | null
}

export function nextArgs(next: NextMoment): NextArgs {
  return { kind: next.kind, at: next.at?.toISOString() ?? null }
}

const nextKeys = {
  due: 'next-due',
  open: 'next-open',
  return: 'next-return',
  rest: 'next-rest',
  not_enrolled: 'no-lessons',
} as const satisfies Record<NextArgs['kind'], string>

/** What comes next, as a sentence: a lesson at a moment, or why none comes by itself. */
export function nextSentence(view: ViewContext, next: NextArgs): Html {
  const { kind, at } = next
  const variables = at === null ? {} : { when: new Html(when(view, new Date(at))) }
  return new Html(view.t(nextKeys[kind], variables))
}

/** A coming moment, as this person says it. */
function when(view: ViewContext, moment: Date): string {
  const { timezone } = personOf(view)
  return whenText(view.t, moment, { now: view.now, timezone, locale: view.locale })
}

/** The hill in monospace: laid stones full, those to come as rings. */
export function hillText({ answered }: Pick<Progress, 'answered'>, total: number): string {
  const rows = hill(answered, total)
  const widest = Math.max(0, ...rows.map((row) => row.length))
  return rows
    .map((row) => ' '.repeat(widest - row.length) + row.map((laid) => (laid ? '●' : '○')).join(' '))
    .join('\n')
}
