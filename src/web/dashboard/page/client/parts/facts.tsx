import type { JSX } from 'preact'
import type { Fact } from '../../../contract.ts'
import { drawnValue } from '../charts/scale.ts'
import { forms, texts } from '../state/settings.ts'
import { Icon } from './icons.tsx'

export function Facts({ facts }: { facts: readonly Fact[] }): JSX.Element | null {
  if (facts.length === 0) return null
  return (
    <dl class="facts" aria-label={texts.value.facts}>
      {facts.map((fact) => (
        <div class="fact" key={fact.id}>
          <dt>{fact.label}</dt>
          <dd class="fact-value">
            <Value fact={fact} />
            <Change fact={fact} />
          </dd>
          {detailOf(fact) !== null && <dd class="fact-detail">{detailOf(fact)}</dd>}
          <Meter fact={fact} />
        </div>
      ))}
    </dl>
  )
}

function Value({ fact: { value, unit } }: { fact: Fact }): JSX.Element {
  const share = typeof value === 'object' ? drawnValue(value) : undefined
  return <b>{share === undefined ? forms.value.cell(value, unit) : forms.value.share(share)}</b>
}

/** A rate says what it is a share of, whatever else is said of it. */
function detailOf({ detail, value }: Fact): string | null {
  if (detail !== null) return detail
  if (typeof value !== 'object' || value === null || value.of === 0) return null
  return forms.value.counted(value)
}

function Change({ fact: { change, unit } }: { fact: Fact }): JSX.Element | null {
  if (change === null) return null
  const words = texts.value
  const { number, cell } = forms.value
  const size = Math.abs(change)
  const amount = unit === 'rate' ? words.points(number(size)) : cell(size, unit)
  const said = change === 0 ? words.same : change > 0 ? words.up(amount) : words.down(amount)
  return (
    <span class="change" title={`${said} ${words.againstBefore}`}>
      {change !== 0 && <Icon name={change > 0 ? 'up' : 'lower'} size={13} />}
      <span aria-hidden="true">{change === 0 ? words.same : amount}</span>
      <span class="visually-hidden">
        {said} {words.againstBefore}
      </span>
    </span>
  )
}

/** The share as a length, with its interval as a thin line. */
function Meter({ fact: { value } }: { fact: Fact }): JSX.Element | null {
  const share = typeof value === 'object' ? drawnValue(value) : undefined
  if (share === undefined || typeof value !== 'object' || value === null) return null
  const interval = value.interval
  return (
    <dd class="meter" aria-hidden="true">
      <svg width="100%" height="10">
        <rect class="track" width="100%" height="6" y="2" rx="3" />
        <rect class="bar" width={`${share * 100}%`} height="6" y="2" rx="3" />
        {interval !== null &&
          ['whisker-edge', 'whisker'].map((name) => (
            <line
              key={name}
              class={name}
              x1={`${interval.from * 100}%`}
              x2={`${interval.to * 100}%`}
              y1="5"
              y2="5"
            />
          ))}
      </svg>
    </dd>
  )
}
