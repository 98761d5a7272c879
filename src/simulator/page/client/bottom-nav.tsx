import type { JSX } from 'preact'

import { current, view } from './store/phones.ts'
import type { View } from './store/phones.ts'
import { texts } from './store/settings.ts'
import { Icon } from './ui/icons.tsx'
import type { IconName } from './ui/icons.tsx'

const PLACES: readonly (readonly [View, IconName])[] = [
  ['start', 'home'],
  ['people', 'people'],
  ['phone', 'phone'],
  ['behind', 'behind'],
]

/** A narrow screen's way around; in a chat it makes room. */
export function BottomNav(): JSX.Element {
  const { nav } = texts.value
  return (
    <nav class="bottom-nav" aria-label={nav.label}>
      {PLACES.map(([place, icon]) => (
        <button
          type="button"
          key={place}
          aria-current={view.value === place}
          disabled={place === 'phone' && current.value === null}
          onClick={() => {
            view.value = place
          }}
        >
          <Icon name={icon} size={22} />
          {nav[place]}
        </button>
      ))}
    </nav>
  )
}
