import { redact } from '../../platform/logger.ts'
import { checkOf, stateOf, type Finding, type State } from './reasons.ts'
import { words, type Language, type Words } from './words/index.ts'

/** One finding as a script reads it. */
export interface Reported {
  readonly check: string
  /** Stable: `check/reason`. */
  readonly id: string
  readonly state: State
  readonly what: string
  /** How to mend it; null where nothing is to be mended. */
  readonly how: string | null
  readonly values: Finding['values']
}

const marks: Readonly<Record<State, string>> = { ok: '✓', warning: '!', failed: '✗', skipped: '–' }

/** Puts a finding into words; secrets and what moves a terminal's cursor are taken out. */
export function reportOf(finding: Finding, language: Language): Reported {
  const own = words[language]
  const values = Object.fromEntries(
    Object.entries(inLanguage(finding.values, own)).map(([name, value]) => [name, shown(value)]),
  )
  const said = own.said[finding.reason]
  return {
    check: checkOf(finding.reason),
    id: finding.reason,
    state: stateOf(finding),
    what: fill(said.what, values),
    how: said.how === undefined ? null : fill(said.how, values),
    values,
  }
}

/** What a variable expects is said in the program's language; another one has words of its own. */
function inLanguage(values: Finding['values'], { expected }: Words): Finding['values'] {
  const own = typeof values['name'] === 'string' ? expected[values['name']] : undefined
  return own === undefined || !('expected' in values) ? values : { ...values, expected: own }
}

function shown(value: string | number): string | number {
  if (typeof value === 'number') return value
  const plain = value.replaceAll(ESCAPES, '').replaceAll(/[\p{Cc}\p{Cf}]+/gu, ' ')
  return redact(plain).trim()
}

/** What colours a terminal: ESC, a bracket, numbers, a letter. */
const ESCAPES = /\p{Cc}\[[0-9;]*[A-Za-z]/gu

/** Puts the values into the places of their names; a name without a value is a mistake of ours. */
export function fill(text: string, values: Finding['values']): string {
  return text.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name]
    if (value === undefined) throw new TypeError(`No value for {${name}} in: ${text}`)
    return String(value)
  })
}

export function countStates(findings: readonly Finding[]): Readonly<Record<State, number>> {
  const count = (state: State): number => findings.filter((one) => stateOf(one) === state).length
  return {
    ok: count('ok'),
    warning: count('warning'),
    failed: count('failed'),
    skipped: count('skipped'),
  }
}

/** A line for each finding, a second one for how to mend it, and the sum at the end. */
export function drawTable(findings: readonly Finding[], language: Language): string {
  const { titles, summary } = words[language]
  const width = Math.max(...Object.values(titles).map((title) => title.length))
  const lines = findings.flatMap((finding) => {
    const { state, what, how } = reportOf(finding, language)
    const title = titles[checkOf(finding.reason)].padEnd(width)
    const first = `${marks[state]} ${title}  ${what}`
    return how === null ? [first] : [first, `  ${' '.repeat(width)}  → ${how}`]
  })
  return [...lines, '', fill(summary, countStates(findings))].join('\n')
}

/** As JSON: `ok` is what the exit code says. */
export function asJson(findings: readonly Finding[], language: Language): string {
  const count = countStates(findings)
  return JSON.stringify({
    ok: count.failed === 0,
    language,
    count,
    findings: findings.map((finding) => reportOf(finding, language)),
  })
}
