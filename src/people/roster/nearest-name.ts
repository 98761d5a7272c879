/** Steps from one word to the other: a letter more, less or another (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}

function plain(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** Of 400 names some are always near; so many letters of ten may differ and no more. */
const MOST_OF_TEN = 4

/** The name that was probably meant; undefined where none is near. */
export function nearestName(given: string, names: readonly string[]): string | undefined {
  const wanted = plain(given)
  if (wanted === '') return undefined
  const all = names.map((name) => {
    const known = plain(name)
    // "Dinkes Maros" in "Dinkes Maros Baru": one holds the other whole.
    const within = known.length > 3 && (known.includes(wanted) || wanted.includes(known))
    const steps = distance(wanted, known)
    return { name, steps: within ? Math.min(steps, 1) : steps, length: known.length }
  })
  const [best] = all.toSorted((a, b) => a.steps - b.steps || a.length - b.length)
  if (best === undefined) return undefined
  return best.steps * 10 <= Math.max(wanted.length, best.length) * MOST_OF_TEN
    ? best.name
    : undefined
}
