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
