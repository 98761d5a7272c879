import { weightOf } from './weighty-words.ts'

/** Whether a word in small letters is an ordinary one, i.e. used elsewhere in the curriculum. */
export type IsOrdinary = (word: string) => boolean

/**
 * Letters from which a word with so many wrong ones is still that word; the longer spelling counts.
 * Where one of the two is an ordinary word and the other is not, a misspelling is likelier.
 */
const ONE_WRONG_FROM = 6
const ONE_WRONG_BESIDE_ORDINARY_FROM = 5
const TWO_WRONG_BESIDE_ORDINARY_FROM = 10
/** A slip of the fingers (neighbours exchanged, a letter doubled) shows in shorter words already. */
const SLIP_FROM = 4

/**
 * Whether two words that differ are one word, spelt twice. In doubt they are not:
 * - the first and the last letter are the same, since typing errors are rare in the first letter
 *   (Yannakoudakis & Fawthrop, 1983) and Indonesian and English inflect at both ends
 *   (menerima/penerima, menyimpan/menyimpang, approved/approves);
 * - they are not both ordinary words (membeli/memberi), and neither is one that weighs;
 * - they differ by one edit, in words of six letters or more, or of five where one of them is an
 *   ordinary word and the other is not; by a slip in shorter ones; by two edits from ten letters on.
 */
export function isMisspelling(a: string, b: string, isOrdinary: IsOrdinary): boolean {
  if (weightOf(a) !== undefined || weightOf(b) !== undefined) return false
  if (a.at(0) !== b.at(0) || a.at(-1) !== b.at(-1)) return false
  if (a.startsWith(b) || b.startsWith(a) || a.endsWith(b) || b.endsWith(a)) return false
  const [first, second] = [isOrdinary(a), isOrdinary(b)]
  if (first && second) return false
  const besideOrdinary = first !== second
  const length = Math.max(a.length, b.length)
  switch (editsBetween(a, b)) {
    case 1:
      if (length >= SLIP_FROM && isSlip(a, b)) return true
      return length >= (besideOrdinary ? ONE_WRONG_BESIDE_ORDINARY_FROM : ONE_WRONG_FROM)
    case 2:
      return besideOrdinary && length >= TWO_WRONG_BESIDE_ORDINARY_FROM
    default:
      return false
  }
}

/** Two neighbours exchanged, or a letter doubled or made single: one edit that is no other letter. */
function isSlip(a: string, b: string): boolean {
  if (a.length === b.length) return sorted(a) === sorted(b)
  const single = (word: string): string => word.replaceAll(/(\p{L})\1+/gu, '$1')
  return single(a) === single(b)
}

function sorted(word: string): string {
  return Array.from(word).toSorted().join('')
}

/** Damerau-Levenshtein, neighbours exchanged once (optimal string alignment). */
export function editsBetween(a: string, b: string): number {
  const [left, right] = [Array.from(a), Array.from(b)]
  const width = right.length + 1
  const cost = new Uint16Array((left.length + 1) * width)
  const at = (i: number, j: number): number => cost[i * width + j] ?? 0
  for (let i = 0; i <= left.length; i++) {
    for (let j = 0; j <= right.length; j++) {
      const same = left[i - 1] === right[j - 1]
      let least = i === 0 || j === 0 ? i + j : at(i - 1, j - 1) + (same ? 0 : 1)
      if (i > 0 && j > 0) {
        least = Math.min(least, at(i - 1, j) + 1, at(i, j - 1) + 1)
        const exchanged = left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1]
        if (i > 1 && j > 1 && exchanged) least = Math.min(least, at(i - 2, j - 2) + 1)
      }
      cost[i * width + j] = least
    }
  }
  return at(left.length, right.length)
}
