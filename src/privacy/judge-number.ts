import { isBudgetCode, isRegular, isThousands, type Run } from './digit-groups.ts'
import type { Hint } from './hints.ts'
import type { Certainty, PersonalKind } from './kinds.ts'
import { isCard, isFixedLine, isMobile, isMobileAbroad, isNik, isNip } from './structures.ts'

/** What stands around a number. */
export interface Surroundings {
  /** The nearest hint before it, and how many characters lie between. */
  readonly hint: Hint | undefined
  readonly distance: number
  /** A plus, or a bracket around the area code, stands before it. */
  readonly plus: boolean
  readonly bracket: boolean
  /** It is an amount of money by the word before it. */
  readonly money: boolean
  /** It stands in an address of the web, whose long numbers are mostly nobody's. */
  readonly inAddress: boolean
  /** Digits and a sign stand right before it, as in 3.1415926535897932. */
  readonly decimals: boolean
}

export interface Judgement {
  readonly kind: PersonalKind
  readonly certainty: Certainty
}

const NIK_SHAPES = ['6-6-4', '6-2-2-2-4', '2-2-2-2-2-2-4', '2-2-2-6-4', '6-10', '12-4']
const NIP_SHAPES = ['8-6-1-3', '8-6-4', '8-10', '14-4', '4-2-2-6-1-3', '4-2-2-4-2-1-3', '8-4-2-1-3']

/** Characters between a hint and its number: "NIK pemohon adalah ", "no. rekening BRI a.n. … : ". */
const NEAR = 24
const WITHIN_REACH = 45

/** Characters between the name of a parameter and its value: `nik=`. */
const NAMED = 3

/** @returns undefined for what is nobody's number, or for too little of one */
export function judgeNumber(run: Run, around: Surroundings): Judgement | undefined {
  if (isThousands(run) || isBudgetCode(run) || isYears(run)) return undefined
  // Addresses of articles hold numbers as long as a NIK, and some of them look like one.
  const named = around.hint !== undefined && around.distance <= NAMED
  if (around.inAddress && !named) return undefined
  const byStructure = judgeStructure(run, around)
  if (byStructure !== undefined || around.inAddress) return byStructure
  return judgePhone(run, around) ?? judgeByHint(run, around) ?? judgeByLength(run, around)
}

function judgeStructure(run: Run, { hint, distance }: Surroundings): Judgement | undefined {
  const { digits } = run
  const told = distance <= NEAR
  if (isNip(digits) && (told || isRegular(run, NIP_SHAPES) || isBrokenOnce(run))) {
    return { kind: 'nip', certainty: 'sure' }
  }
  if (isNik(digits) && (told || isRegular(run, NIK_SHAPES) || isBrokenOnce(run))) {
    const kind = hint === 'kk' && told ? 'kk' : hint === 'card' && told ? 'card' : 'nik'
    return { kind, certainty: 'sure' }
  }
  if (run.sizes.join('-') === '2-3-3-1-3-3' && run.joints.every((joint) => joint !== 'break')) {
    return { kind: 'npwp', certainty: 'sure' }
  }
  return undefined
}

/** One line break, wherever the line happened to end. */
function isBrokenOnce({ joints }: Run): boolean {
  return joints.length === 1 && joints[0] === 'break'
}

function judgePhone(run: Run, around: Surroundings): Judgement | undefined {
  const { digits } = run
  const told = around.hint === 'phone' && around.distance <= NEAR
  if (!isDialled(run, around.plus)) return undefined
  if (isMobile(digits) || isMobileAbroad(digits)) return { kind: 'phone', certainty: 'sure' }
  if (around.plus && digits.length >= 8 && digits.length <= 15) {
    return { kind: 'phone', certainty: 'likely' }
  }
  if (isFixedLine(digits) && (told || around.bracket)) return { kind: 'phone', certainty: 'likely' }
  if (told && /^8[1-9]\d{7,10}$/.test(digits)) return { kind: 'phone', certainty: 'likely' }
  return undefined
}

/** As people write phone numbers: groups of three to five, or all of one or two. */
function isDialled({ sizes, joints, digits }: Run, plus: boolean): boolean {
  if (sizes.length === 1) return true
  if (joints.filter((joint) => joint === 'break').length > 1) return false
  const [code = 0] = sizes
  const country = (plus && code <= 3) || (/^(?:62|00)/.test(digits) && code <= 4) ? 1 : 0
  const own = sizes.slice(country)
  const [first = 0, ...rest] = own
  const last = own.at(-1) ?? 0
  const even = own.slice(0, -1).every((size) => size === first) && last <= first
  if (sizes.every((size) => size === 1)) return true
  // Pairs of mixed signs are dates and hours.
  if (even && first <= 2) return new Set(joints.slice(country)).size <= 1
  // A zero may stand alone in brackets, +62 (0) 812, and abroad codes are short.
  const shortest = plus || (country === 1 && first === 1) ? 1 : 3
  return first >= shortest && rest.every((size) => size >= 2 && size <= 9)
}

const HINTED: readonly {
  readonly hints: readonly Hint[]
  readonly kind: PersonalKind
  readonly reach: number
  readonly least: number
  readonly most: number
}[] = [
  { hints: ['nik'], kind: 'nik', reach: NEAR, least: 14, most: 18 },
  { hints: ['kk'], kind: 'kk', reach: NEAR, least: 14, most: 18 },
  { hints: ['nip'], kind: 'nip', reach: NEAR, least: 17, most: 19 },
  { hints: ['npwp'], kind: 'npwp', reach: NEAR, least: 15, most: 16 },
  { hints: ['card'], kind: 'card', reach: WITHIN_REACH, least: 13, most: 19 },
  { hints: ['account', 'bank'], kind: 'account', reach: WITHIN_REACH, least: 10, most: 16 },
  { hints: ['identity'], kind: 'identity', reach: NEAR, least: 7, most: 16 },
]

function judgeByHint(run: Run, around: Surroundings): Judgement | undefined {
  const { digits, joints } = run
  if (around.money || around.hint === undefined) return undefined
  const hinted = HINTED.find(({ hints }) => hints.some((hint) => hint === around.hint))
  if (hinted === undefined || around.distance > hinted.reach) return undefined
  if (digits.length < hinted.least || digits.length > hinted.most) return undefined
  // Mixed signs are a date beside something else.
  if (hinted.kind !== 'nik' && hinted.kind !== 'kk' && new Set(joints).size > 1) return undefined
  return { kind: hinted.kind, certainty: 'likely' }
}

function judgeByLength(run: Run, around: Surroundings): Judgement | undefined {
  const { digits, sizes } = run
  if (around.money) return undefined
  if (isCard(digits) && isRegular(run, ['4-6-5'])) {
    if (digits.length >= 15) return { kind: 'card', certainty: 'likely' }
  }
  // So long in one piece: a number with a slip in it, of a teacher (NUPTK), of an account.
  if (sizes.length === 1 && digits.length >= 16 && !around.decimals) {
    return { kind: 'identity', certainty: 'possible' }
  }
  return undefined
}

/** 2024 2025 2026 2027 */
function isYears({ digits, sizes }: Run): boolean {
  return (
    sizes.length > 1 && sizes.every((size) => size === 4) && /^(?:(?:19|20)\d\d)+$/.test(digits)
  )
}
