import { reviewsOf, type PersonHistories } from './history.ts'

export interface Gathered {
  readonly people: readonly PersonHistories[]
  readonly reviews: number
  /** There were more answers than one fit takes. */
  readonly sampled: boolean
}

/**
 * Reviews that one fit takes at the most: they are held in memory, each with all that came before
 * it: about 0.4 GB at this size.
 */
const MOST_REVIEWS = 200_000

/** Reads until there is nothing more, or enough. People without a review are passed over. */
export async function gatherHistories(
  from: AsyncIterable<PersonHistories>,
  { most = MOST_REVIEWS, onPerson }: { most?: number; onPerson?: (reviews: number) => void } = {},
): Promise<Gathered> {
  const people: PersonHistories[] = []
  let reviews = 0
  for await (const person of from) {
    if (reviews >= most) return { people, reviews, sampled: true }
    const histories = person.histories.filter((history) => reviewsOf(history) > 0)
    if (histories.length === 0) continue
    people.push({ ...person, histories })
    reviews += histories.reduce((sum, history) => sum + reviewsOf(history), 0)
    onPerson?.(reviews)
  }
  return { people, reviews, sampled: false }
}
