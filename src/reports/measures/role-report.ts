import type { Db } from '../../platform/db/index.ts'
import {
  readFigures,
  readHeadcounts,
  readTrackTotals,
  type Figures,
  type Headcount,
  type TrackFigures,
} from './figures.ts'
import type { Period } from './period.ts'
import type { Group } from './sums-store.ts'

/** What people of one role did in a period. Every number has its meaning in docs/measures.md. */
export interface RoleReport {
  readonly role: string
  readonly heads: Headcount
  readonly figures: Figures
  /** People by track, from the beginning to the end of the period. */
  readonly tracks: readonly TrackFigures[]
}

/** Everybody of a role, whatever the unit. */
export function groupOfRole(role: string): Group {
  return { id: `role:${role}`, scopes: [`role:${role}`] }
}

/** @returns one for each of the roles, in their order; three statements, whatever their number */
export async function reportRoles(
  db: Db,
  roles: readonly string[],
  period: Period,
): Promise<RoleReport[]> {
  const groups = roles.map(groupOfRole)
  const [figures, heads, tracks] = await Promise.all([
    readFigures(db, groups, period),
    readHeadcounts(db, groups, period),
    readTrackTotals(db, groups, period),
  ])
  return roles.map((role) => {
    const { id } = groupOfRole(role)
    const [own, count] = [figures.get(id), heads.get(id)]
    if (own === undefined || count === undefined) throw new Error(`Nothing was read of ${id}`)
    return { role, figures: own, heads: count, tracks: tracks.get(id) ?? [] }
  })
}
