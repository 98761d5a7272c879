import { effect } from '@preact/signals'

import { current, openPhone, openPhones, view } from './phones.ts'
import type { View } from './phones.ts'

/** What the address of the page says after `#`: `<view>/<phone in hand>/<phones>`, or a link. */
export interface Place {
  view: View
  current: number | null
  phones: readonly number[]
}

const VIEWS: ReadonlySet<string> = new Set(['start', 'people', 'phone', 'behind'])

export function parsePlace(hash: string): Place | undefined {
  const [name, inHand, listed] = hash.replace(/^#/u, '').split('/')
  if (name === undefined || !VIEWS.has(name)) return undefined
  const phones = (listed ?? '')
    .split(',')
    .filter((text) => /^\d{1,15}$/u.test(text))
    .map(Number)
  const wanted = /^\d{1,15}$/u.test(inHand ?? '') ? Number(inHand) : null
  return {
    view: name as View,
    current: wanted !== null && phones.includes(wanted) ? wanted : (phones.at(-1) ?? null),
    phones: [...new Set(phones)],
  }
}

export function formatPlace(place: Place): string {
  if (place.phones.length === 0) return `#${place.view}`
  return `#${place.view}/${place.current ?? ''}/${place.phones.join(',')}`
}

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
