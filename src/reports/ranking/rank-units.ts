import { cautiousShare, priorOf } from './cautious-share.ts'
import { gatherUnits, type UnitCount } from './gather-units.ts'

export interface RankedUnit extends UnitCount {
  /** From 1; units of which equally much is known share a place. */
  readonly place: number
}

export interface Ranking {
  readonly units: readonly RankedUnit[]
  /** The unit under which one's own is counted; undefined: it is too small to be shown. */
  readonly own: RankedUnit | undefined
}

/** Orders units by the share of their people who very likely are on schedule. Never individuals. */
export function rankUnits(counts: readonly UnitCount[], ownUnitId: string | null): Ranking {
  const { shown, placeOf } = gatherUnits(counts)
  const prior = priorOf(shown)
  const scored = shown
    .map((unit) => ({ unit, score: cautiousShare(unit, prior) }))
    .toSorted((a, b) => b.score - a.score || a.unit.name.localeCompare(b.unit.name, 'id'))
  const units = scored.map(({ unit, score }) => ({
    ...unit,
    place: 1 + scored.filter((other) => other.score > score).length,
  }))
  const own = ownUnitId === null ? undefined : placeOf.get(ownUnitId)
  return { units, own: units.find(({ unitId }) => unitId === own) }
}
