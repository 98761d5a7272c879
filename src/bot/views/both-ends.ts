/** The first and the last of a list that is too long to show, half of each; `gap` is where the rest was. */
export function bothEnds<T>(
  list: readonly T[],
  most: number,
): { readonly shown: readonly T[]; readonly gap: number | undefined } {
  if (list.length <= most) return { shown: list, gap: undefined }
  const half = Math.floor(most / 2)
  return { shown: [...list.slice(0, most - half), ...list.slice(-half)], gap: most - half }
}
