import { UserError } from '../../platform/errors.ts'
import { isFields } from '../api/fields.ts'
import type { Fault, FaultPlan, FaultRule } from './types.ts'

/** A fault plan from the text of a JSON file; throws a UserError that names every mistake. */
export function parseFaultPlan(text: string): FaultPlan {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause
    throw new UserError(`the fault plan is not JSON: ${cause.message}`, { cause })
  }
  const checked = checkFaultPlan(value)
  if (checked.ok) return checked.plan
  throw new UserError(`the fault plan is wrong:\n${checked.problems.join('\n')}`, {
    hint: 'a rule looks like {"fault":{"kind":"error","code":502},"methods":["sendMessage"],"probability":0.01}',
  })
}

export type ParsedPlan = { ok: true; plan: FaultPlan } | { ok: false; problems: string[] }

/** A fault plan from parsed JSON: one rule or a list of them, or every mistake in it. */
export function checkFaultPlan(value: unknown): ParsedPlan {
  const items = Array.isArray(value) ? (value as unknown[]) : [value]
  const plan: FaultRule[] = []
  const problems: string[] = []
  for (const [index, item] of items.entries()) {
    const rule = parseRule(item)
    if (typeof rule === 'string') problems.push(`rule ${index + 1}: ${rule}`)
    else plan.push(rule)
  }
  return problems.length === 0 ? { ok: true, plan } : { ok: false, problems }
}

function parseRule(item: unknown): FaultRule | string {
  if (!isFields(item)) return 'an object is expected'
  const fault = parseFault(item['fault'])
  if (typeof fault === 'string') return fault
  const rule: FaultRule = { fault }
  const { methods, chatIds, nth, probability, times } = item
  if (methods !== undefined) {
    if (!isListOf(methods, (entry) => typeof entry === 'string')) return 'methods: a list of names'
    rule.methods = methods as string[]
  }
  if (chatIds !== undefined) {
    if (!isListOf(chatIds, Number.isSafeInteger)) return 'chatIds: a list of whole numbers'
    rule.chatIds = chatIds as number[]
  }
  if (nth !== undefined) {
    if (!isListOf(nth, isCount)) return 'nth: a list of whole numbers from 1'
    rule.nth = nth as number[]
  }
  if (probability !== undefined) {
    if (typeof probability !== 'number' || !(probability >= 0 && probability <= 1)) {
      return 'probability: a number from 0 to 1'
    }
    rule.probability = probability
  }
  if (times !== undefined) {
    if (!isCount(times)) return 'times: a whole number from 1'
    rule.times = times
  }
  return rule
}

function parseFault(value: unknown): Fault | string {
  if (!isFields(value)) return 'fault: an object with a kind'
  switch (value['kind']) {
    case 'tooManyRequests':
      return isCount(value['retryAfter'])
        ? { kind: 'tooManyRequests', retryAfter: value['retryAfter'] }
        : 'retryAfter: whole seconds from 1'
    case 'error': {
      const code = [400, 401, 403, 500, 502].find((known) => known === value['code'])
      if (code === undefined) return 'code: 400, 401, 403, 500 or 502'
      const fault = { kind: 'error', code } as Extract<Fault, { kind: 'error' }>
      const description = value['description']
      return typeof description === 'string' ? { ...fault, description } : fault
    }
    case 'delay': {
      const ms = value['ms']
      return typeof ms === 'number' && ms >= 0 && ms <= 600_000
        ? { kind: 'delay', ms }
        : 'ms: a number from 0 to 600000'
    }
    case 'dropResponse':
    case 'reset':
      return { kind: value['kind'] }
    default:
      return 'kind: tooManyRequests, error, dropResponse, reset or delay'
  }
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 1
}

function isListOf(value: unknown, test: (entry: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(test)
}
