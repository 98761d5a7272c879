import type { JSX } from 'preact'

import { Phone } from './chat/phone.tsx'
import { Hero } from './hero.tsx'
import { Gallery } from './demo/gallery.tsx'
import { PhoneCase } from './phone-case.tsx'
import { people } from './store/people.ts'
import { current, shownPhones, view } from './store/phones.ts'
import { texts } from './store/settings.ts'
import { Switcher } from './switcher.tsx'
import { TimeBar } from './demo/time-bar.tsx'
import { Landscape } from './landscape.tsx'

/** A wide screen: all phones beside each other on the table, or the gallery while it is empty. */
export function Table(): JSX.Element {
  const open = shownPhones.value
  return (
    <main class="table" id="phones" tabIndex={-1}>
      <Landscape />
      {open.length === 0 ? (
        <div class="welcome">
          <Hero />
          <Gallery />
        </div>
      ) : (
        <div class="phones">
          {open.map((id) => (
            <PhoneCase key={id} id={id} />
          ))}
        </div>
      )}
    </main>
  )
}

/** A narrow screen: one phone, with the others a tap away. */
export function OnePhone(): JSX.Element {
  const id = current.value
  const { phone: words } = texts.value
  if (id === null || !people.value.has(id)) {
    return (
      <main class="one-phone" id="phones" tabIndex={-1}>
        <p class="note">{words.none}</p>
      </main>
    )
  }
  return (
    <main class="one-phone" id="phones" tabIndex={-1}>
      <Switcher />
      <TimeBar />
      <section class="one-screen" aria-label={words.of(people.value.get(id)?.firstName ?? '')}>
        <Phone
          key={id}
          id={id}
          onBack={() => {
            view.value = 'people'
          }}
        />
      </section>
    </main>
  )
}
