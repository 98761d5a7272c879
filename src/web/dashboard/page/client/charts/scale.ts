import type { Cell } from '../../../contract.ts'

/** What is drawn of a cell: a share where it is a rate; undefined where there is nothing to draw. */
export function drawnValue(cell: Cell | undefined): number | undefined {
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : undefined
  if (typeof cell !== 'object' || cell === null) return undefined
  return cell.of > 0 ? cell.n / cell.of : undefined
}

/** From 0 to the first round number that holds the greatest, in at most five even steps. */
export function ticksFor(greatest: number): readonly number[] {
  if (!(greatest > 0)) return [0, 1]
  const rough = greatest / 4
  const size = 10 ** Math.floor(Math.log10(rough))
  const step = ([1, 2, 2.5, 5, 10].find((times) => times * size >= rough * 0.999999) ?? 10) * size
  const count = Math.ceil(greatest / step - 1e-6)
  // Steps are multiplied and not added up: 0.1 + 0.2 is no tick.
  return Array.from({ length: count + 1 }, (_, i) => Number((i * step).toPrecision(12)))
}

/** Shares end at all of it, unless all of them are small. */
export function ticksForShares(greatest: number): readonly number[] {
  return greatest > 0.5 ? [0, 0.25, 0.5, 0.75, 1] : ticksFor(greatest)
}

/**
 * Which of so many labels are written when only `room` of them fit: evenly apart, of days the last
 * always, since what is newest is looked for first.
 */
export function labelled(
  count: number,
  room: number,
  always: 'first' | 'last' = 'last',
): readonly number[] {
  const step = Math.max(1, Math.ceil(count / Math.max(1, room)))
  const picked: number[] = []
  for (let i = 0; i < count; i += step) picked.push(always === 'first' ? i : count - 1 - i)
  return picked.toSorted((a, b) => a - b)
}

/** Runs of neighbours that all have a value: a line is broken where there is none. */
export function runsOf(values: readonly (number | undefined)[]): readonly (readonly number[])[] {
  const runs: number[][] = []
  let open: number[] | undefined
  values.forEach((value, i) => {
    if (value === undefined) open = undefined
    else if (open === undefined) runs.push((open = [i]))
    else open.push(i)
  })
  return runs
}

/** Cuts a text to a width, by whole letters, with a mark that it goes on. */
export function fitted(text: string, width: number, widthOf: (text: string) => number): string {
  if (widthOf(text) <= width) return text
  const letters = Array.from(text)
  let low = 0
  let high = letters.length
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (widthOf(`${letters.slice(0, middle).join('').trimEnd()}…`) <= width) low = middle
    else high = middle - 1
  }
  return `${letters.slice(0, low).join('').trimEnd()}…`
}
