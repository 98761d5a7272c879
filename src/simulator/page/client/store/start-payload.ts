import { effect, signal, type Signal } from '@preact/signals'

const nameOf = (id: number): string => `sedikit.start.${id}`

/**
 * What START of a phone sends: kept over a reload, which would else lose the invitation. Null where
 * no link was followed; empty when the link had no payload.
 */
export function startPayload(id: number): Signal<string | null> {
  const kept = tab()
  const payload = signal(kept?.getItem(nameOf(id)) ?? null)
  effect(() => {
    if (payload.value === null) kept?.removeItem(nameOf(id))
    else kept?.setItem(nameOf(id), payload.value)
  })
  return payload
}

/** Kept as long as the tab is open; undefined where the browser keeps nothing for us. */
function tab(): Storage | undefined {
  try {
    return sessionStorage
  } catch (error) {
    if (error instanceof DOMException) return undefined
    throw error
  }
}
