/**
 * Whether two words are at most one slip of the thumb apart: a letter more, less or another, or two
 * neighbours in each other's place.
 */
export function isNear(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (long.length - short.length > 1) return false
  let from = 0
  while (from < short.length && short[from] === long[from]) from++
  const left = short.slice(from)
  const right = long.slice(from)
  if (left.length < right.length) return left === right.slice(1)
  if (left === '' || left.slice(1) === right.slice(1)) return true
  const swapped = left[0] === right[1] && left[1] === right[0]
  return swapped && left.slice(2) === right.slice(2)
}
