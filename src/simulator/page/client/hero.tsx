import type { JSX } from 'preact'

import { demo, demoKnown } from './store/demo.ts'
import { locale, texts } from './store/settings.ts'
import { people } from './store/people.ts'
import { view } from './store/phones.ts'
import { NewPhone } from './people/new-phone.tsx'

/** The first words: what this is, in a demo and on a simulator alone. */
export function Hero(): JSX.Element | null {
  const words = texts.value
  if (!demoKnown.value) return null
  const shown = demo.value
  return (
    <div class="hero">
      {shown !== null && <p class="hero-place">{shown.organisation.name[locale.value]}</p>}
      <h1>{words.motto}</h1>
      <p class="hero-lead">
        {shown === null ? words.leadAlone : `${words.lead} ${words.invented}`}
      </p>
      {shown === null && <Alone />}
    </div>
  )
}

function Alone(): JSX.Element {
  const { start: words } = texts.value
  return (
    <div class="alone">
      {people.value.size === 0 && <p class="alone-empty">{words.empty}</p>}
      <dl>
        <dt>{words.apiRoot}</dt>
        <dd>
          <code>{location.origin}</code>
        </dd>
      </dl>
      <h2>{words.newPhone}</h2>
      <NewPhone
        onDone={() => {
          if (view.value === 'start') view.value = 'phone'
        }}
      />
    </div>
  )
}
