/**
 * How a list of applied migrations stands to those that this program knows; `other`: it has had one
 * that is neither known nor newer than all, so it comes from another line of development.
 */
export function standing(
  applied: readonly { readonly when: number }[],
  known: readonly { readonly when: number }[],
): 'same' | 'older' | 'newer' | 'other' {
  const last = known.at(-1)?.when ?? 0
  if (applied.some(({ when }) => when > last)) return 'newer'
  const differs = applied.some(({ when }, i) => known[i]?.when !== when)
  if (differs) return 'other'
  return applied.length < known.length ? 'older' : 'same'
}
