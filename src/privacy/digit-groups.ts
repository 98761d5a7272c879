/** Digits that stand together, and what stands between them and the next. */
export interface DigitGroup {
  readonly digits: string
  readonly start: number
  readonly end: number
  /** What joins it to the next group; null: nothing that a number would be written with. */
  readonly joint: Joint | null
}

/** `space` and `break` may stand between two numbers too; the others tie. */
export type Joint = 'space' | 'break' | '-' | '.' | '/' | '_'

/** Longest joint: a dash between spaces, a bracket with a space, a line break with indentation. */
const JOINT = /^[ \t]*(?:[()]|[-./_])?[ \t]*(?:\r?\n[ \t]*)?[()]?[ \t]*$/
const MOST = 6

export function digitGroups(text: string): DigitGroup[] {
  const matches = [...text.matchAll(/\d+/g)]
  return matches.map((match, index) => {
    const end = match.index + match[0].length
    const next = matches[index + 1]
    return {
      digits: match[0],
      start: match.index,
      end,
      joint:
        next === undefined ? null : jointOf(text.slice(end, Math.min(next.index, end + MOST + 1))),
    }
  })
}

function jointOf(between: string): Joint | null {
  if (between.length > MOST || !JOINT.test(between)) return null
  if (between.includes('\n')) return 'break'
  const sign = between.trim()
  return sign === '-' || sign === '.' || sign === '/' || sign === '_' ? sign : 'space'
}

/** A run of neighbouring groups, read as one number. */
export interface Run {
  readonly digits: string
  /** Lengths of the groups, and what joins them: one less. */
  readonly sizes: readonly number[]
  readonly joints: readonly Joint[]
}

/** Groups as people write long numbers: all of one length, or as the number is built. */
export function isRegular({ sizes, joints }: Run, shapes: readonly string[]): boolean {
  if (sizes.length === 1 || shapes.includes(sizes.join('-'))) return true
  if (new Set(joints).size > 1) return false
  return sizes.every((size) => size === sizes[0])
}

/** 1.500.000: thousands, as amounts are written. */
export function isThousands({ digits, sizes, joints }: Run): boolean {
  return (
    sizes.length > 1 &&
    !digits.startsWith('0') &&
    (sizes[0] ?? 9) <= 3 &&
    sizes.slice(1).every((size) => size === 3) &&
    joints.every((joint) => joint === '.')
  )
}

/** 5.1.02.01.01.0024: a code of a budget. */
export function isBudgetCode({ sizes, joints }: Run): boolean {
  return (
    sizes.length >= 4 &&
    sizes[0] === 1 &&
    sizes.some((size) => size > 1) &&
    joints.every((joint) => joint === '.')
  )
}
