import { tidy } from '../hash.ts'
import { isMisspelling, type IsOrdinary } from './is-misspelling.ts'
import { isWord, tokensOf } from './tokens.ts'
import { weightOf } from './weighty-words.ts'

export type TextChange =
  | { readonly kind: 'same' }
  /** `how` in words, such as `"pertayaan" is now "pertanyaan"`. */
  | { readonly kind: 'spelling'; readonly how: string }
  | { readonly kind: 'meaning'; readonly how: string }

const SAME: TextChange = { kind: 'same' }

/**
 * Whether two texts differ, and whether by more than their spelling. They are walked through side by
 * side, token by token: the first pair that is neither equal, nor parted or joined by a space, nor
 * a misspelling is a change of meaning.
 */
export function compareTexts(before: string, after: string, isOrdinary: IsOrdinary): TextChange {
  if (tidy(before) === tidy(after)) return SAME
  const [a, b] = [tokensOf(before), tokensOf(after)]
  let how: string | undefined
  let [i, j] = [0, 0]
  while (i < a.length && j < b.length) {
    const [was, is] = [a[i] ?? '', b[j] ?? '']
    if (was === is) {
      i += 1
      j += 1
      continue
    }
    const [parts, joined] = spaced(a, i, b, j)
    if (parts === 0 && !respelt(was, is, isOrdinary)) break
    const [fromA, fromB] = [parts > 0 ? parts : 1, joined > 0 ? joined : 1]
    how ??= became(a.slice(i, i + fromA).join(' '), b.slice(j, j + fromB).join(' '))
    i += fromA
    j += fromB
  }
  if (i === a.length && j === b.length) {
    return { kind: 'spelling', how: how ?? 'capitals, spaces or punctuation' }
  }
  return { kind: 'meaning', how: describe(a, b) }
}

function respelt(a: string, b: string, isOrdinary: IsOrdinary): boolean {
  return isWord(a) && isWord(b) && isMisspelling(a, b, isOrdinary)
}

/** How many words on each side are one word on the other, written apart; zeros where none are. */
function spaced(
  a: readonly string[],
  i: number,
  b: readonly string[],
  j: number,
): readonly [number, number] {
  if (isApart(a.slice(i, i + 2), b[j])) return [2, 1]
  if (isApart(b.slice(j, j + 2), a[i])) return [1, 2]
  return [0, 0]
}

/** Not where a part weighs: "not able" is not "notable". */
function isApart(parts: readonly string[], whole: string | undefined): boolean {
  return (
    parts.length === 2 &&
    parts.join('') === whole &&
    [...parts, whole].every((word) => isWord(word) && weightOf(word) === undefined)
  )
}

/** What changed first, in words: between what both begin with and what both end with. */
function describe(a: readonly string[], b: readonly string[]): string {
  let start = 0
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start += 1
  let end = 0
  const most = Math.min(a.length, b.length) - start
  while (end < most && a.at(-1 - end) === b.at(-1 - end)) end += 1
  const [was, is] = [a.slice(start, a.length - end), b.slice(start, b.length - end)]
  const weight = [...was, ...is].flatMap((token) => {
    const changed = was.includes(token) !== is.includes(token)
    return changed ? (isWord(token) ? (weightOf(token) ?? []) : 'a number or sign') : []
  })
  const what = weight[0] === undefined ? '' : `${weight[0]}: `
  return what + became(was.join(' '), is.join(' '))
}

/** The most of a text that is quoted, in characters. */
const QUOTED = 60

function became(was: string, is: string): string {
  if (was === '') return `${quoted(is)} was added`
  if (is === '') return `${quoted(was)} was removed`
  return `${quoted(was)} is now ${quoted(is)}`
}

function quoted(text: string): string {
  return `"${text.length > QUOTED ? `${text.slice(0, QUOTED - 1)}…` : text}"`
}
