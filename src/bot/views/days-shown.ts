import { addCivilDays } from '../../learning/index.ts'

/** One span of Postgres' text of ranges of days; without an end it is still going on. */
const SPAN = /\[(\d{4}-\d\d-\d\d),(\d{4}-\d\d-\d\d)?\)/g

/**
 * Ranges of days as a reader writes them. In the database the day after the last one ends a span.
 *
 * @param value e.g. `{[2026-11-23,2026-11-25)}`
 * @returns e.g. `2026-11-23–2026-11-24`; undefined: it is no such text
 */
export function daysShown(value: string): string | undefined {
  if (!value.startsWith('{[') || value.replaceAll(SPAN, '').replaceAll(',', '') !== '{}') return
  return [...value.matchAll(SPAN)]
    .map(([, first = '', after]) => {
      const last = after === undefined ? '' : addCivilDays(after, -1)
      return last === first ? first : `${first}–${last}`
    })
    .join(', ')
}
