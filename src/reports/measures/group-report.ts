import type { CivilDay } from '../../learning/index.ts'
import type { Unit } from '../../people/index.ts'
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
import { readRosterRates } from './roster-rates-store.ts'
import { readStanding, type Standing } from './standing.ts'
import { EVERYBODY, type Group } from './sums-store.ts'
import { everybodyByUnit, groupOfUnit, groupOfUnits } from './unit-groups.ts'
import type { Rate } from './wilson.ts'

export interface ReportOptions {
  /** All units of the organisation. */
  readonly units: readonly Unit[]
  readonly period: Period
  readonly now: Date
  /** The civil day in the organisation's zone. */
  readonly today: CivilDay
}

/** What a group did in a period, and how it stands now. */
export interface GroupReport {
  readonly heads: Headcount
  readonly figures: Figures
  readonly standing: Standing
  /** Places of the roster that somebody who joined has claimed, of all; now. */
  readonly roster: Rate
  /** People by track, from the beginning to the end of the period. */
  readonly tracks: readonly TrackFigures[]
}

/** @param unitId this unit and all below it; undefined: everybody */
export async function reportGroup(
  db: Db,
  options: ReportOptions & { readonly unitId: string | undefined },
): Promise<GroupReport> {
  const { unitId } = options
  return reportTogether(db, { ...options, unitIds: unitId === undefined ? undefined : [unitId] })
}

/** Those who are counted together. */
interface Together {
  /** These units and all below them; undefined: everybody. */
  readonly unitIds: readonly string[] | undefined
}

/** Several units as if they were one, e.g. all that somebody coordinates. */
export async function reportTogether(
  db: Db,
  options: ReportOptions & Together,
): Promise<GroupReport> {
  const { units, unitIds } = options
  const group = groupTogether(units, unitIds)
  const placed = unitIds === undefined ? everybodyByUnit(units) : group
  const [report] = await reportGroups(db, { groups: [group], placed: [placed], options })
  if (report === undefined) throw new Error('A group without a report')
  return report
}

/** What can be said of a time that is over: nothing of how a group stands now. */
export async function reportPast(
  db: Db,
  { units, unitIds, period }: Pick<ReportOptions, 'units' | 'period'> & Together,
): Promise<Pick<GroupReport, 'figures' | 'heads' | 'tracks'>> {
  const group = groupTogether(units, unitIds)
  const [figures, heads, tracks] = await Promise.all([
    readFigures(db, [group], period),
    readHeadcounts(db, [group], period),
    readTrackTotals(db, [group], period),
  ])
  return {
    figures: of(figures, group.id),
    heads: of(heads, group.id),
    tracks: of(tracks, group.id),
  }
}

/** @param unitIds with all below them, as one; undefined: everybody */
export function groupTogether(
  units: readonly Unit[],
  unitIds: readonly string[] | undefined,
): Group {
  return unitIds === undefined ? EVERYBODY : groupOfUnits(units, unitIds)
}

export interface UnitReport extends GroupReport {
  readonly unit: Unit
  /** Units right below it. */
  readonly below: number
}

/** The units right below one, each with all below it. */
export async function reportUnitsBelow(
  db: Db,
  options: ReportOptions & { readonly unitId: string },
): Promise<UnitReport[]> {
  const { units, unitId } = options
  const below = units.filter(({ parentId }) => parentId === unitId).map(({ id }) => id)
  return reportUnits(db, { ...options, unitIds: below })
}

/** Each of these units with all below it. */
export async function reportUnits(
  db: Db,
  options: ReportOptions & { readonly unitIds: readonly string[] },
): Promise<UnitReport[]> {
  const { units, unitIds } = options
  const groups = unitIds.map((id) => groupOfUnit(units, id))
  const reports = await reportGroups(db, { groups, placed: groups, options })
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  return groups.flatMap(({ id }, i) => {
    const [unit, report] = [byId.get(id), reports[i]]
    if (unit === undefined || report === undefined) return []
    return [{ unit, below: units.filter(({ parentId }) => parentId === id).length, ...report }]
  })
}

async function reportGroups(
  db: Db,
  given: {
    readonly groups: readonly Group[]
    /** The same groups, with units as scopes. */
    readonly placed: readonly Group[]
    readonly options: ReportOptions
  },
): Promise<GroupReport[]> {
  const { groups, placed, options } = given
  const { period } = options
  const [figures, heads, tracks, standing, roster] = await Promise.all([
    readFigures(db, groups, period),
    readHeadcounts(db, groups, period),
    readTrackTotals(db, groups, period),
    readStanding(db, { groups, placed }, options),
    readRosterRates(db, placed),
  ])
  return groups.map(({ id }) => ({
    figures: of(figures, id),
    heads: of(heads, id),
    tracks: of(tracks, id),
    standing: of(standing, id),
    roster: of(roster, id),
  }))
}

function of<T>(values: ReadonlyMap<string, T>, id: string): T {
  const value = values.get(id)
  if (value === undefined) throw new Error(`Nothing was read of the group ${id}`)
  return value
}
