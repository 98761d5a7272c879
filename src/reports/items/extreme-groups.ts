import type { Cell } from './cell.ts'

/** A cell with the part of its people that is in a group: all, none, or what ties leave open. */
export interface Weighed {
  readonly cell: Cell
  /** 0 to 1. */
  readonly weight: number
}

export interface ExtremeGroups {
  /** People of each group; a whole number. */
  readonly size: number
  readonly upper: readonly Weighed[]
  readonly lower: readonly Weighed[]
}

/**
 * The people with the highest and those with the lowest rest scores, as many on either side: 27% by
 * Kelley (1939, "The selection of upper and lower groups for the validation of test items", Journal
 * of Educational Psychology 30:17-24), to the nearest whole number. Where several people stand equal
 * at the border, each of them is in the group with the same part, so that the group has its size: what
 * comes of drawing lots among them, on average.
 *
 * @param share at most a half
 * @returns undefined where a group would be empty
 */
export function extremeGroups(cells: readonly Cell[], share: number): ExtremeGroups | undefined {
  const scored = cells.filter(({ place }) => place !== null)
  const size = Math.round(share * peopleIn(scored))
  if (size === 0) return undefined
  return {
    size,
    upper: take(scored, size, (a, b) => b - a),
    lower: take(scored, size, (a, b) => a - b),
  }
}

function take(
  cells: readonly Cell[],
  size: number,
  order: (a: number, b: number) => number,
): Weighed[] {
  const byPlace = new Map<number, Cell[]>()
  for (const cell of cells) {
    const place = cell.place ?? 0
    byPlace.set(place, [...(byPlace.get(place) ?? []), cell])
  }
  const taken: Weighed[] = []
  let room = size
  for (const [, equal] of [...byPlace].toSorted(([a], [b]) => order(a, b))) {
    const weight = Math.min(1, room / peopleIn(equal))
    taken.push(...equal.map((cell) => ({ cell, weight })))
    room -= weight * peopleIn(equal)
    if (weight < 1 || room <= 0) break
  }
  return taken
}

/** People of a group, of whom only those count whose cell is asked for. */
export function weigh(group: readonly Weighed[], counts: (cell: Cell) => boolean): number {
  return group.reduce((sum, { cell, weight }) => sum + (counts(cell) ? weight * cell.people : 0), 0)
}

function peopleIn(cells: readonly Cell[]): number {
  return cells.reduce((sum, { people }) => sum + people, 0)
}
