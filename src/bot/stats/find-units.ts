import type { Unit } from '../../people/index.ts'

/**
 * Units by a name as somebody types it: the one with just this name, or all that have each of its
 * words at the start of a word of theirs.
 */
export function findUnits(units: readonly Unit[], typed: string): readonly Unit[] {
  const wanted = wordsOf(typed)
  if (wanted.length === 0) return []
  const exact = units.filter(({ name }) => wordsOf(name).join(' ') === wanted.join(' '))
  if (exact.length > 0) return exact
  return units.filter(({ name }) => {
    const words = wordsOf(name)
    return wanted.every((word) => words.some((own) => own.startsWith(word)))
  })
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}
