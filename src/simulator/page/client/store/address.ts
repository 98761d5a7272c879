import { effect } from '@preact/signals'

import { current, openPhone, openPhones, view } from './phones.ts'
import { formatPlace, parsePlace } from './place.ts'

/** Keeps the address and the phones in step, so that reload and the back button do what they say. */
export function followAddress(onOther: (hash: string) => void): void {
  function read(): void {
    const place = parsePlace(location.hash)
    if (place === undefined) {
      if (location.hash.length > 1) onOther(location.hash)
      return
    }
    for (const id of place.phones) openPhone(id)
    openPhones.value = place.phones
    current.value = place.current
    view.value = place.view
  }
  read()
  addEventListener('popstate', read)
  let before = view.peek()
  effect(() => {
    const place = { view: view.value, current: current.value, phones: openPhones.value }
    const hash = formatPlace(place)
    if (hash === location.hash) return
    // A phone that is opened can be left by the back button; anything else only changes the address.
    const isStep = place.view !== before && place.view === 'phone'
    before = place.view
    if (isStep) history.pushState(null, '', hash)
    else history.replaceState(null, '', hash)
  })
}
