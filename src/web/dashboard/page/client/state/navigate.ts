import { signal } from '@preact/signals'
import { formatPlace, parsePlace, type Place } from './place.ts'
import { showBackButton } from './settings.ts'

export const place = signal<Place>(parsePlace(location.search))

/** A link was followed: what it led to takes the focus once it is there. */
export const wantsFocus = signal(false)

/** The address of a place, for links; what stands behind the # is Telegram's and stays. */
export const hrefOf = (to: Place): string =>
  `${location.pathname}${formatPlace(to)}${location.hash}`

/** @param focus moves to what comes, or stays where it is, as on a row of tabs */
export function follow(to: Place, focus: 'moves' | 'stays' = 'moves'): void {
  if (formatPlace(to) === formatPlace(place.peek())) return
  history.pushState({ steps: depth() + 1 }, '', hrefOf(to))
  place.value = to
  wantsFocus.value = focus === 'moves'
  showBackButton(true)
  scrollTo({ top: 0 })
}

/** Another filter of the same view: it can be gone back from, and nothing jumps. */
export function refine(asked: Place['asked'], step: 'push' | 'replace' = 'push'): void {
  const to = { view: place.peek().view, asked }
  if (formatPlace(to) === formatPlace(place.peek())) return
  if (step === 'push') history.pushState({ steps: depth() + 1 }, '', hrefOf(to))
  else history.replaceState(history.state, '', hrefOf(to))
  place.value = to
  showBackButton(depth() > 0)
}

export function followAddress(): void {
  addEventListener('popstate', () => {
    place.value = parsePlace(location.search)
    showBackButton(depth() > 0)
  })
}

/** How many steps of ours lie behind this entry of the history. */
function depth(): number {
  const state: unknown = history.state
  if (typeof state !== 'object' || state === null || !('steps' in state)) return 0
  return typeof state.steps === 'number' ? state.steps : 0
}

/** A plain press of a link is followed here; with a key held down, the browser does as it always does. */
export function onLink(to: Place): (event: MouseEvent) => void {
  return (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return
    event.preventDefault()
    follow(to)
  }
}
