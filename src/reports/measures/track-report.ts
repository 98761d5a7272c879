import type { Unit } from '../../people/index.ts'
import type { Db } from '../../platform/db/index.ts'
import { readHeadcounts, readTrackTotals } from './figures.ts'
import type { Period } from './period.ts'
import type { Group } from './sums-store.ts'
import { groupOfUnit } from './unit-groups.ts'

/** A track among people who joined, from the beginning to the end of a period. */
export interface TrackReport {
  readonly trackId: string
  readonly joined: number
  readonly begun: number
  /** Did or were placed past all of it. */
  readonly done: number
}

/** @returns tracks that anybody began, in no order that matters */
export async function reportTracks(db: Db, group: Group, period: Period): Promise<TrackReport[]> {
  const [heads, tracks] = await Promise.all([
    readHeadcounts(db, [group], period),
    readTrackTotals(db, [group], period),
  ])
  const joined = heads.get(group.id)?.joined ?? 0
  return (tracks.get(group.id) ?? []).map((track) => ({ ...track, joined }))
}

/** One track in one of several units, with all below it. */
export interface TrackInUnit extends Omit<TrackReport, 'trackId'> {
  readonly unit: Unit
  /** People who joined, now: of fewer than five no more than their number is shown. */
  readonly people: number
}

/** @param shown units of `units`, none below another */
export async function reportTrackInUnits(
  db: Db,
  {
    units,
    shown,
    trackId,
    period,
    ever,
  }: {
    readonly units: readonly Unit[]
    readonly shown: readonly Unit[]
    readonly trackId: string
    readonly period: Period
    /** All time up to now. */
    readonly ever: Period
  },
): Promise<TrackInUnit[]> {
  const groups = shown.map(({ id }) => groupOfUnit(units, id))
  const [heads, now, tracks] = await Promise.all([
    readHeadcounts(db, groups, period),
    readHeadcounts(db, groups, ever),
    readTrackTotals(db, groups, period),
  ])
  return shown.map((unit) => {
    const own = (tracks.get(unit.id) ?? []).find((track) => track.trackId === trackId)
    return {
      unit,
      people: now.get(unit.id)?.joined ?? 0,
      joined: heads.get(unit.id)?.joined ?? 0,
      begun: own?.begun ?? 0,
      done: own?.done ?? 0,
    }
  })
}
