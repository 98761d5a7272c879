import { render } from 'preact'
import { effect } from '@preact/signals'

import { App } from './app.tsx'
import { followAddress } from './store/address.ts'
import { keepTicking } from './store/clock.ts'
import { connection, go, report } from './store/connection.ts'
import { parseDeepLink } from './store/deep-link.ts'
import { demo, demoKnown, followDemo, loadDemo } from './store/demo.ts'
import { becomePerson, newPhone, suggestedName } from './store/new-person.ts'
import { followSimulator } from './store/live.ts'
import { followWidth } from './store/phones.ts'
import { followSettings } from './store/settings.ts'

followSettings()
followWidth()
followSimulator(report)
followAddress(followLink)
keepTicking(() => demo.peek() !== null)
go(
  loadDemo().then(() => {
    if (demo.peek() !== null) followDemo()
  }),
)

const place = document.querySelector('#app')
if (place !== null) {
  // What stood there before the script did.
  place.replaceChildren()
  render(<App />, place)
}

/** `#start=<code>` opens a new phone at that invitation, `#role=<role>` one of the gallery's. */
function followLink(hash: string): void {
  const [, kind, value] = /^#(start|role)=([\w-]{1,64})$/u.exec(hash) ?? []
  if (kind === undefined || value === undefined) return
  // Names and people are known only when the simulator has answered.
  const stop = effect(() => {
    if (connection.value !== 'live' || !demoKnown.value) return
    queueMicrotask(() => stop())
    if (kind === 'start') {
      const link = parseDeepLink(value, '')
      go(newPhone(suggestedName(), link?.payload))
    } else {
      const one = demo.peek()?.gallery.find(({ role }) => role === value)
      if (one !== undefined) go(becomePerson(one))
    }
  })
}
