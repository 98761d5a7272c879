import type { Catalogue } from '../content/index.ts'

/**
 * How many lessons a track has for a person: those that they had, and those that are still to come.
 * One that was withdrawn after they had it keeps its place, so that no count goes over the total.
 */
export function lessonsInAll(
  catalogue: Catalogue,
  trackId: string,
  had: readonly string[],
): number {
  const track = catalogue.tracks.find((candidate) => candidate.id === trackId)
  return had.length + (track?.lessons.filter(({ id }) => !had.includes(id)).length ?? 0)
}
