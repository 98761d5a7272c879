import type { Standing } from './standing-store.ts'

export type Earned =
  | { readonly kind: 'earned'; readonly doneAt: Date }
  /** Lessons are still to come. */
  | { readonly kind: 'under_way'; readonly toCome: number }
  /** Too many were skipped: so many of them are to be answered yet. */
  | { readonly kind: 'skipped'; readonly missing: number }

/**
 * Whether a track earned its certificate: finished, and not by skipping. A skipped lesson's quiz
 * still stands in the chat, and an answer to it counts (docs/decisions/what-earns-a-certificate.md).
 *
 * @param share of the lessons that were had, 0 to 1
 */
export function judge(
  { doneAt, answered, skipped, toCome }: Omit<Standing, 'trackId' | 'certificateId'>,
  share: number,
): Earned {
  if (doneAt === null) return { kind: 'under_way', toCome }
  const missing = Math.ceil((answered + skipped) * share - 1e-9) - answered
  return missing > 0 ? { kind: 'skipped', missing } : { kind: 'earned', doneAt }
}
