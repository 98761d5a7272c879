import { isSameFirst, likenessOfParts, partsOfName, SHARED } from '../names.ts'

export interface NamedPlace {
  readonly id: number
  readonly name: string
  /** Of the name (`partsOfName`), for whoever compares it with many. */
  readonly parts?: readonly string[]
}

export type NameMatch =
  /** One place, and nobody else could be meant. */
  | { readonly kind: 'sure'; readonly id: number }
  /** Ids of places that may be meant, the nearest first. */
  | { readonly kind: 'doubtful'; readonly ids: readonly number[] }
  | { readonly kind: 'none' }

/** What a coordinator can tell apart in one message. */
const MOST_CANDIDATES = 3

/**
 * Which place of a roster a typed name belongs to. Sure is one whose parts are all the same, titles
 * and degrees aside, with "Muh." for Muhammad and "A." for Andi, and no other that is like it at all:
 * a slip, a part that is left out, or a name that many bear alone is for a person to judge.
 */
export function matchName(name: string, places: readonly NamedPlace[]): NameMatch {
  const own = partsOfName(name)
  const alike = places
    .map(({ id, name: other, parts = partsOfName(other) }) => ({
      id,
      name: other,
      likeness: likenessOfParts(own, parts),
    }))
    .filter(({ likeness }) => likeness > 0)
    .toSorted((a, b) => b.likeness - a.likeness || a.id - b.id)
  const [best, ...others] = alike
  if (best === undefined) return { kind: 'none' }
  if (others.length === 0 && isSure(name, best.name)) return { kind: 'sure', id: best.id }
  return { kind: 'doubtful', ids: alike.slice(0, MOST_CANDIDATES).map(({ id }) => id) }
}

/** All parts in their order; letters alone stand for a name that many bear. */
function isSure(a: string, b: string): boolean {
  const [first, second] = [partsOfName(a), partsOfName(b)]
  if (first.length !== second.length) return false
  const telling = first.some(
    (part, i) => part.length > 1 && part === second[i] && !SHARED.has(part),
  )
  return (
    telling && first.every((part, i) => part === second[i] || isSameFirst(part, second[i] ?? ''))
  )
}
