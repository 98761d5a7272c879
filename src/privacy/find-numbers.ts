import { digitGroups, type DigitGroup, type Joint, type Run } from './digit-groups.ts'
import { findHints, type HintAt } from './hints.ts'
import { judgeNumber, type Surroundings } from './judge-number.ts'
import type { Found } from './kinds.ts'

/** Digits of the longest number that is written in groups: a card's. */
const LONGEST = 19

const MONEY =
  /(?:(?<![a-z])(?:rp|idr|sebesar|senilai|sejumlah|jumlah|nominal|total|anggaran|pagu|saldo)\.?\s*[:=]?\s*(?:rp\.?\s*)?)$/i

/** Links that lead to a person; in the addresses of other pages long numbers are nobody's. */
const ADDRESS = /(?:https?:\/\/|www\.)[^\s<>"']+/gi
const OF_A_PERSON = /^(?:https?:\/\/)?(?:www\.)?(?:wa\.me|api\.whatsapp\.com|web\.whatsapp\.com)/i
const NAMED_PHONE = /(?:phone|telp|nohp|hp|wa)=$/i

/** Numbers of people in a readable text; spans may overlap. */
export function findNumbers(text: string): Found[] {
  const groups = digitGroups(text)
  if (groups.length === 0) return []
  const hints = findHints(text)
  const addresses = [...text.matchAll(ADDRESS)]
    .filter(([address]) => !OF_A_PERSON.test(address))
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))
  const found: Found[] = []
  for (let first = 0; first < groups.length; first++) {
    let around: Surroundings | undefined
    for (const run of runsFrom(groups, first)) {
      around ??= surroundings(text, run.start, hints, addresses)
      const bracket = around.bracket && text.slice(run.start, run.end).includes(')')
      const judged = judgeNumber(run, { ...around, bracket })
      if (judged === undefined) continue
      const lead = judged.kind === 'phone' ? leadOf(text, run.start, bracket) : 0
      found.push({ ...judged, start: run.start - lead, end: run.end })
    }
  }
  return found
}

/** The sign of a country's code, and the bracket of an area code, go with the number. */
function leadOf(text: string, start: number, bracket: boolean): number {
  const before = text.slice(Math.max(0, start - 2), start)
  return (/\+\(?$/.exec(before) ?? (bracket ? /\($/.exec(before) : null))?.[0].length ?? 0
}

interface PlacedRun extends Run {
  readonly start: number
  readonly end: number
}

/** All runs that begin with a group; a run neither begins nor ends in the middle of a number. */
function* runsFrom(groups: readonly DigitGroup[], first: number): Generator<PlacedRun> {
  let digits = ''
  const sizes: number[] = []
  const joints: Joint[] = []
  for (let last = first; last < groups.length; last++) {
    const group = groups[last]
    if (group === undefined) return
    digits += group.digits
    sizes.push(group.digits.length)
    if (digits.length > LONGEST && last > first) return
    const run = {
      digits,
      sizes: [...sizes],
      joints: [...joints],
      start: groups[first]?.start ?? 0,
      end: group.end,
    }
    if (digits.length >= 7 && begins(groups, first, joints) && ends(groups, last, joints)) yield run
    if (group.joint === null) return
    joints.push(group.joint)
  }
}

/** A group that is long enough to be a number of its own. */
const OWN = 9

function begins(groups: readonly DigitGroup[], first: number, joints: readonly Joint[]): boolean {
  const before = groups[first - 1]
  const group = groups[first]
  if (before === undefined || group === undefined || !ties(before.joint, joints)) return true
  // 1.0812-3456-7890: the number of a line in a list.
  const numbered = before.digits.length <= 2 && !ties(groups[first - 2]?.joint ?? null, [])
  return group.digits.length >= OWN || (numbered && /^(?:0\d{3}|\d{6})/.test(group.digits))
}

function ends(groups: readonly DigitGroup[], last: number, joints: readonly Joint[]): boolean {
  const group = groups[last]
  const after = groups[last + 1]
  if (group === undefined || after === undefined || !ties(group.joint, joints)) return true
  return group.digits.length >= OWN || after.digits.length >= OWN
}

/** Whether a joint ties two groups into one number, beside the joints within that number. */
function ties(joint: Joint | null, within: readonly Joint[]): boolean {
  if (joint !== '-' && joint !== '.') return false
  return within.length === 0 || within.includes(joint)
}

function surroundings(
  text: string,
  start: number,
  hints: readonly HintAt[],
  addresses: readonly { readonly start: number; readonly end: number }[],
): Surroundings {
  const before = text.slice(Math.max(0, start - 24), start)
  const hint = hints.findLast((one) => one.end <= start)
  const inAddress =
    addresses.some((address) => address.start <= start && start < address.end) &&
    !NAMED_PHONE.test(before)
  return {
    hint: hint?.hint,
    distance: hint === undefined ? Number.POSITIVE_INFINITY : start - hint.end,
    plus: before.endsWith('+') || before.endsWith('+('),
    bracket: before.endsWith('('),
    money: MONEY.test(before),
    inAddress,
    decimals: /\d[.,]$/.test(before),
  }
}
