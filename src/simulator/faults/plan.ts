import { createRandom } from '../random.ts'
import type { Random } from '../random.ts'
import type { FaultPlan, FaultRule, FaultSource } from './types.ts'

interface Standing {
  readonly rule: FaultRule
  readonly random: Random
  readonly methods: ReadonlySet<string> | undefined
  matched: number
  fired: number
}

/** Faults on demand. Each rule has its own count and chance, so that adding one moves no other. */
export function createFaults(plan: FaultPlan, seed: number): FaultSource {
  let standing: Standing[] = []
  let added = 0

  function add(rule: FaultRule): () => void {
    added += 1
    const methods = rule.methods?.map((method) => method.toLowerCase())
    const entry: Standing = {
      rule,
      random: createRandom(seed + added * 7919),
      methods: methods === undefined ? undefined : new Set(methods),
      matched: 0,
      fired: 0,
    }
    standing.push(entry)
    return () => {
      standing = standing.filter((other) => other !== entry)
    }
  }

  for (const rule of plan) add(rule)
  return {
    get active() {
      return standing.length > 0
    },
    add,
    clear: () => {
      standing = []
    },
    list: () => standing.map(({ rule, matched, fired }) => ({ rule, matched, fired })),
    decide: (method, chatId) => {
      const name = method.toLowerCase()
      for (const entry of standing) {
        if (matches(entry, name, chatId) && fires(entry)) {
          entry.fired += 1
          return entry.rule.fault
        }
      }
      return undefined
    },
  }
}

function matches({ rule, methods }: Standing, name: string, chatId: number | null): boolean {
  if (methods === undefined ? name === 'getupdates' : !methods.has(name)) return false
  return rule.chatIds === undefined || (chatId !== null && rule.chatIds.includes(chatId))
}

function fires(entry: Standing): boolean {
  const { nth, probability, times } = entry.rule
  entry.matched += 1
  // Chance is drawn for every match, so that the other conditions do not shift it.
  const chance = probability === undefined || entry.random.next() < probability
  if (times !== undefined && entry.fired >= times) return false
  return chance && (nth === undefined || nth.includes(entry.matched))
}
