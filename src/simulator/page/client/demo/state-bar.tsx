import type { JSX } from 'preact'

import { texts } from '../store/settings.ts'
import { count } from '../ui/format.ts'

type State = keyof (typeof texts.value)['behind']['states']

interface StateBarProps {
  title: string
  lead: string
  states: readonly (readonly [State, number])[]
}

/** A ledger as one bar, divided by the states of its rows, with the numbers below. */
export function StateBar({ title, lead, states }: StateBarProps): JSX.Element {
  const { behind: words } = texts.value
  const total = states.reduce((sum, [, number]) => sum + number, 0)
  return (
    <div class="ledger">
      <h3>
        {title} <small>{count(total)}</small>
      </h3>
      <p class="ledger-lead">{lead}</p>
      <div class="state-bar" aria-hidden="true">
        {states.map(([state, number]) =>
          number === 0 ? null : (
            <span key={state} data-state={state} style={{ flexGrow: number }} />
          ),
        )}
      </div>
      <dl class="states">
        {states.map(([state, number]) => (
          <div key={state} data-state={state} class={number === 0 ? 'none' : ''}>
            <dt>{words.states[state]}</dt>
            <dd>{count(number)}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
