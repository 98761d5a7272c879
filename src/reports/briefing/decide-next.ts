import type { BriefedUnit, Part } from './briefing-store.ts'

/** What the head of the organisation is asked to decide, with what it rests on. */
export type Decision =
  /** Whoever is on the roster and has not joined. */
  | { readonly kind: 'invite'; readonly missing: number; readonly places: number }
  /** Units in which fewer than half have learned, the lowest first. */
  | { readonly kind: 'slow-units'; readonly units: readonly BriefedUnit[] }
  /** Units without a coordinator, of all. */
  | { readonly kind: 'coordinators'; readonly without: number; readonly units: number }
  /** Many have a lesson standing open. */
  | { readonly kind: 'time'; readonly lagging: Part }
  /** Few use AI at work. */
  | { readonly kind: 'tasks'; readonly often: Part }
  /** Many do: then rules of one page. */
  | { readonly kind: 'rules'; readonly often: Part }
  | { readonly kind: 'target'; readonly done: Part }
  | { readonly kind: 'rules-first' }
  | { readonly kind: 'report' }

export interface DecisionFacts {
  readonly roster: Part
  readonly units: readonly BriefedUnit[]
  readonly lagging: Part
  /** Weekly or daily use of AI at work, of those who answered; undefined: too few. */
  readonly often: Part | undefined
  readonly done: Part
}

/** Units of fewer people are told of nowhere: it would say who. */
export const LEAST_PEOPLE = 5

/** Units named in one decision. */
const NAMED = 3

/** Under this a unit is slow, and the use of AI at work rare. */
const HALF = 0.5

/** From this share on, standing lessons are no matter of single people. */
const MANY_LAG = 0.2

const DECISIONS = 3

/** The three decisions that are due most: what stops learning before what makes more of it. */
export function decideNext(facts: DecisionFacts): Decision[] {
  const { roster, units, lagging, often, done } = facts
  const missing = roster.whole - roster.part
  const slow = units
    .filter(({ now }) => now.whole >= LEAST_PEOPLE && shareOf(now) < HALF)
    .toSorted((a, b) => shareOf(a.now) - shareOf(b.now) || b.now.whole - a.now.whole)
  const without = units.filter(({ coordinated }) => !coordinated).length
  const found: Decision[] = [
    ...(missing > 0 ? [{ kind: 'invite', missing, places: roster.whole } as const] : []),
    ...(slow.length > 0 ? [{ kind: 'slow-units', units: slow.slice(0, NAMED) } as const] : []),
    ...(without > 0 ? [{ kind: 'coordinators', without, units: units.length } as const] : []),
    ...(shareOf(lagging) >= MANY_LAG ? [{ kind: 'time', lagging } as const] : []),
    ...(often === undefined
      ? []
      : [{ kind: shareOf(often) < HALF ? 'tasks' : 'rules', often } as const]),
    { kind: 'target', done },
    { kind: 'rules-first' },
    { kind: 'report' },
  ]
  const ruled = found.some(({ kind }) => kind === 'rules')
  return found.filter(({ kind }) => !(ruled && kind === 'rules-first')).slice(0, DECISIONS)
}

/** 0 of nobody. */
export function shareOf({ part, whole }: Part): number {
  return whole === 0 ? 0 : part / whole
}
