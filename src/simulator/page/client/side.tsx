import type { JSX } from 'preact'

import { Tour } from './demo/tour.tsx'
import { demo } from './store/demo.ts'
import { NewPhone } from './people/new-phone.tsx'
import { PeopleList } from './people/people-list.tsx'
import { people } from './store/people.ts'
import { view } from './store/phones.ts'
import { texts } from './store/settings.ts'
import { count } from './ui/format.ts'
import { Icon } from './ui/icons.tsx'

/** A wide screen's left side: the tour, or everybody. */
export function Side(): JSX.Element {
  const { nav, start: words } = texts.value
  const hasTour = (demo.value?.gallery.length ?? 0) > 0
  const tab = view.value === 'start' && hasTour ? 'start' : 'people'
  return (
    <aside class="side">
      {hasTour && (
        <nav class="tabs" aria-label={nav.label}>
          <button
            type="button"
            aria-current={tab === 'start'}
            onClick={() => {
              view.value = 'start'
            }}
          >
            {nav.start}
          </button>
          <button
            type="button"
            aria-current={tab === 'people'}
            onClick={() => {
              view.value = 'people'
            }}
          >
            {nav.people} <small>{count(people.value.size)}</small>
          </button>
        </nav>
      )}
      {tab === 'start' ? <Tour /> : <PeopleList />}
      <details class="new-phone-fold">
        <summary>
          <Icon name="plus" size={18} />
          {words.newPhone}
        </summary>
        <NewPhone />
      </details>
    </aside>
  )
}
