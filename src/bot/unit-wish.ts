import { createHash } from 'node:crypto'
import type { Catalogue } from '../content/index.ts'
import { unitKinds, type UnitKind } from '../people/index.ts'
import { idIn, shortId } from './short-id.ts'

/** What the button of nothing says: no kind, the sector or calendar of the unit above. */
export const NONE = '-'

/** A unit and one more word, as a button says them. */
export function unitArgument(unitId: string, word?: string | number): string {
  return word === undefined ? shortId(unitId) : `${shortId(unitId)}.${word}`
}

/** The unit of a button, and the word behind it; undefined for what none of ours says. */
export function readUnitArgument(
  argument: string | undefined,
): { readonly unitId: string; readonly word: string | undefined } | undefined {
  const [id, word] = (argument ?? '').split('.')
  const unitId = idIn(id)
  return unitId === undefined ? undefined : { unitId, word }
}

export function kindIn(word: string | undefined): UnitKind | null | undefined {
  return word === NONE ? null : unitKinds.find((kind) => kind === word)
}

/** Sectors that have a track, by their names. */
export function sectorsIn({ tracks }: Catalogue): string[] {
  return tracks.flatMap((track) => (track.for.kind === 'sector' ? [track.for.value] : []))
}

/** Eight letters for a word that may be too long for a button: a calendar's name, or a sector's. */
export function markOf(word: string): string {
  return createHash('sha256').update(word).digest('hex').slice(0, 8)
}

/** The word behind a mark; null: none is meant; undefined: it is not there (any more). */
export function markedIn(
  words: readonly string[],
  mark: string | undefined,
): string | null | undefined {
  return mark === NONE ? null : words.find((word) => markOf(word) === mark)
}
