/** A word of the lessons that looks like a mistyped one. */
export interface Candidate {
  readonly word: string
  /** How many lessons hold it. */
  readonly lessons: number
}

/**
 * The word that somebody meant: the one with the fewest slips between, and of these the one in most
 * lessons. None where every candidate takes more slips than a word of this length is forgiven, since
 * a wrong guess is worse than an honest "nothing found".
 */
export function closestWord(typed: string, candidates: readonly Candidate[]): string | undefined {
  const most = forgivenSlips(typed.length)
  const near = candidates
    .map((candidate) => ({ ...candidate, slips: slipsBetween(typed, candidate.word) }))
    .filter(({ slips }) => slips <= most)
  near.sort((a, b) => a.slips - b.slips || b.lessons - a.lessons || (a.word < b.word ? -1 : 1))
  return near[0]?.word
}

/** More slips than these make another word of any word. */
export const MOST_SLIPS = 3

/** One slip up to five letters, two up to eight, three beyond. */
function forgivenSlips(length: number): number {
  return length <= 5 ? 1 : length <= 8 ? 2 : MOST_SLIPS
}

/**
 * Letters put in, left out, exchanged, or swapped with their neighbour: the optimal string alignment
 * of Damerau and Levenshtein.
 */
export function slipsBetween(a: string, b: string): number {
  let before: number[] = []
  let above = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row++) {
    const line = [row]
    for (let column = 1; column <= b.length; column++) {
      const cost = a[row - 1] === b[column - 1] ? 0 : 1
      let least = Math.min(
        at(above, column) + 1,
        at(line, column - 1) + 1,
        at(above, column - 1) + cost,
      )
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        least = Math.min(least, at(before, column - 2) + 1)
      }
      line.push(least)
    }
    before = above
    above = line
  }
  return at(above, b.length)
}

function at(line: readonly number[], column: number): number {
  return line[column] ?? Number.POSITIVE_INFINITY
}
