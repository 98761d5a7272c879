import { VIEWS, type Asked, type ViewName } from '../../../contract.ts'

/** Where one is: all of it stands in the address, so that it can be gone back to and shared. */
export interface Place {
  readonly view: ViewName
  readonly asked: Asked
}

const KEYS = ['unit', 'from', 'to', 'track', 'state', 'search', 'page'] as const

/** Unknown words are passed over; what is wrong within a known one the server says. */
export function parsePlace(search: string): Place {
  const query = new URLSearchParams(search)
  const wanted = query.get('view')
  return { view: VIEWS.find((name) => name === wanted) ?? 'overview', asked: askedIn(query) }
}

export function formatPlace({ view, asked }: Place): string {
  const query = new URLSearchParams(view === 'overview' ? {} : { view })
  for (const [key, value] of new URLSearchParams(formatAsked(asked))) query.set(key, value)
  const text = query.toString()
  return text === '' ? '' : `?${text}`
}

/** The query of the server's addresses, the same for the same wish. */
export function formatAsked(asked: Asked): string {
  const query = new URLSearchParams()
  for (const key of KEYS) {
    const value = asked[key]
    if (value !== undefined && value !== '') query.set(key, value)
  }
  return query.toString()
}

/**
 * The wish with some of it changed: an empty word takes a part out. Whoever looks for something else
 * begins on its first page.
 */
export function changed(
  asked: Asked,
  change: Readonly<Partial<Record<keyof Asked, string>>>,
): Asked {
  const query = new URLSearchParams(formatAsked({ ...asked, page: '', ...change }))
  return askedIn(query)
}

/** Another view of the same unit and time; what was chosen within the old one means nothing there. */
export function onView({ asked }: Place, view: ViewName): Place {
  return { view, asked: changed(asked, { track: '', state: '', search: '' }) }
}

function askedIn(query: URLSearchParams): Asked {
  const found: Partial<Record<keyof Asked, string>> = {}
  for (const key of KEYS) {
    const value = query.get(key)
    if (value !== null && value !== '') found[key] = value
  }
  return found
}
