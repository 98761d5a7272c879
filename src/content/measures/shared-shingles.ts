/**
 * The pairs of neighbouring words ("shingles" of two) of each text, in small letters and without
 * punctuation. Pairs do not reach from one text into the next, so the order of the texts (options
 * that were shuffled) does not count.
 */
export function shinglesOf(texts: readonly string[]): ReadonlySet<string> {
  return new Set(
    texts.flatMap((text) => {
      const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
      return words.slice(1).map((word, index) => `${words[index]} ${word}`)
    }),
  )
}

export interface Likeness {
  /** Places in the list that was given, `first` < `second`. */
  readonly first: number
  readonly second: number
  /** Jaccard: shared pairs of words in percent of all pairs that either has. */
  readonly percent: number
}

/**
 * All that are more alike than `most` percent. Only texts that share a pair of words are compared,
 * so a thousand questions take a fraction of a second.
 */
export function alikeOver(sets: readonly ReadonlySet<string>[], most: number): Likeness[] {
  const holders = new Map<string, number[]>()
  const alike: Likeness[] = []
  sets.forEach((set, second) => {
    const shared = new Map<number, number>()
    for (const shingle of set) {
      const known = holders.get(shingle) ?? []
      for (const first of known) shared.set(first, (shared.get(first) ?? 0) + 1)
      known.push(second)
      holders.set(shingle, known)
    }
    for (const [first, both] of shared) {
      const percent = (both / ((sets[first]?.size ?? 0) + set.size - both)) * 100
      if (percent > most) alike.push({ first, second, percent })
    }
  })
  return alike
}
