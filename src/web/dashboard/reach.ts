import type { Roles, Unit } from '../../people/index.ts'
import type { ViewName } from './contract.ts'

/** What somebody may look at. */
export interface Reach {
  /** The whole organisation, and whoever is in no unit. */
  readonly everywhere: boolean
  /** Parents before children. */
  readonly units: readonly Unit[]
  /** The highest of them. */
  readonly tops: readonly Unit[]
  /** Answers, scores and what they add up to. */
  readonly scores: boolean
  readonly views: readonly ViewName[]
}

/** A coordinator sees who takes part, and never what they answered or how well. */
const OF_COORDINATORS: readonly ViewName[] = [
  'overview',
  'units',
  'lessons',
  'announcements',
  'people',
]
const OF_ADMINS: readonly ViewName[] = [
  'overview',
  'units',
  'lessons',
  'questions',
  'announcements',
  'people',
]

/** @param units all that are not closed. @returns undefined for whoever may see nothing */
export function reachOf(roles: Roles, units: readonly Unit[]): Reach | undefined {
  const { admin, coordinates } = roles
  if (!admin && coordinates.length === 0) return undefined
  const children = Map.groupBy(units, ({ parentId }) => parentId)
  const begins = admin
    ? (children.get(null) ?? [])
    : units.filter(({ id }) => coordinates.includes(id))
  const found = new Map(begins.map((unit) => [unit.id, unit]))
  const below = new Set<string>()
  for (const unit of found.values()) {
    for (const child of children.get(unit.id) ?? []) {
      below.add(child.id)
      found.set(child.id, child)
    }
  }
  const tops = begins.filter(({ id }) => !below.has(id))
  return {
    everywhere: admin,
    units: parentsFirst(tops, children),
    tops,
    scores: admin,
    views: admin ? OF_ADMINS : OF_COORDINATORS,
  }
}

function parentsFirst(
  tops: readonly Unit[],
  children: ReadonlyMap<string | null, readonly Unit[]>,
): Unit[] {
  return tops.flatMap((unit) => [unit, ...parentsFirst(children.get(unit.id) ?? [], children)])
}
