export interface Page<T> {
  readonly items: readonly T[]
  /** Places of its ends in the whole list, from 1. */
  readonly first: number
  readonly last: number
  /** The first item of the page before and of the one after; undefined at the ends. */
  readonly before: T | undefined
  readonly after: T | undefined
}

/** The page on which the item at `index` stands; pages are `size` long, the last may be shorter. */
export function pageOf<T>(list: readonly T[], index: number, size: number): Page<T> {
  const start = Math.floor(Math.min(Math.max(index, 0), Math.max(list.length - 1, 0)) / size) * size
  const items = list.slice(start, start + size)
  return {
    items,
    first: start + 1,
    last: start + items.length,
    before: start === 0 ? undefined : list[start - size],
    after: list[start + size],
  }
}
