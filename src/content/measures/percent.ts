/** `part` of `whole` in percent with one decimal, 0 of nothing: 33.3, as it is printed. */
export function percentOf(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part / whole) * 1000) / 10
}
