/** In the order in which they are shown. */
export const badgeNames = [
  'begun',
  'corrected',
  'steady',
  'practised',
  'finished',
  'returned',
] as const

export type Badge = (typeof badgeNames)[number]

/** What a person has done, each as a number that only grows. */
export interface BadgeFacts {
  readonly lessonsAnswered: number
  readonly tracksDone: number
  /** Questions that were answered wrong once and right at a later time. */
  readonly cameRight: number
  readonly reviewsAnswered: number
  /** Answers that came after a fortnight or longer without any. */
  readonly returns: number
  /** The most working days in a row with no day missed. */
  readonly longestWithoutGap: number
}

/** Ten working days in a row are a fortnight of an office. */
export const FORTNIGHT = 10
export const REVIEWS = 20

const earned: Readonly<Record<Badge, (facts: BadgeFacts) => boolean>> = {
  begun: ({ lessonsAnswered }) => lessonsAnswered >= 1,
  corrected: ({ cameRight }) => cameRight >= 1,
  steady: ({ longestWithoutGap }) => longestWithoutGap >= FORTNIGHT,
  practised: ({ reviewsAnswered }) => reviewsAnswered >= REVIEWS,
  finished: ({ tracksDone }) => tracksDone >= 1,
  returned: ({ returns }) => returns >= 1,
}

/**
 * The badges that these facts earn. Each is for something that helps learning; none is for clicking,
 * for being quick or for being better than others.
 */
export function badgesOf(facts: BadgeFacts): Badge[] {
  return badgeNames.filter((badge) => earned[badge](facts))
}
