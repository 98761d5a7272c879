import { findEmails } from './find-emails.ts'
import { findNumbers } from './find-numbers.ts'
import type { Certainty, Found } from './kinds.ts'
import { makeReadable } from './readable.ts'

/** Nothing is found in a text that has none of these: digits of any script, or an @. */
const WORTH_A_LOOK = /[\d@]|[^\0-\x7f]/
const WORTH_READING = /[\p{Nd}\p{No}@\uff20\ufe6b]/u

const RANK: Readonly<Record<Certainty, number>> = { sure: 0, likely: 1, possible: 2 }

/**
 * Personal data in a text, in order and without overlap. Of several readings the surest counts, of
 * equally sure ones the longest.
 */
export function findPersonal(text: string): Found[] {
  if (!WORTH_A_LOOK.test(text) || !WORTH_READING.test(text)) return []
  const readable = makeReadable(text)
  const all = [...findEmails(readable.text), ...findNumbers(readable.text)]
  const chosen: Found[] = []
  const best = all.toSorted(
    (a, b) => RANK[a.certainty] - RANK[b.certainty] || b.end - b.start - (a.end - a.start),
  )
  for (const one of best) {
    if (chosen.every((other) => one.end <= other.start || one.start >= other.end)) chosen.push(one)
  }
  return chosen
    .toSorted((a, b) => a.start - b.start)
    .map((one) => ({
      ...one,
      start: readable.startOf(one.start),
      end: readable.endOf(one.end - 1),
    }))
}
