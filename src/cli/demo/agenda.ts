/** What is to happen at which civil moment: a heap, so that ten thousand entries cost nothing. */
export interface Agenda<T> {
  /** Puts an entry in; those of one moment come out in the order in which they went in. */
  add(at: number, what: T): void
  /** The earliest moment, milliseconds of civil time. */
  next(): number | undefined
  /** Takes out everything up to `now`, earliest first. */
  takeDue(now: number): T[]
}

interface Entry<T> {
  readonly at: number
  readonly order: number
  readonly what: T
}

export function createAgenda<T>(): Agenda<T> {
  const heap: Entry<T>[] = []
  let order = 0

  const before = (a: Entry<T> | undefined, b: Entry<T> | undefined): boolean =>
    a !== undefined && b !== undefined && (a.at < b.at || (a.at === b.at && a.order < b.order))

  function swap(i: number, j: number): void {
    const [a, b] = [heap[i], heap[j]]
    if (a === undefined || b === undefined) return
    heap[i] = b
    heap[j] = a
  }

  function rise(start: number): void {
    for (let i = start; i > 0;) {
      const parent = (i - 1) >> 1
      if (!before(heap[i], heap[parent])) return
      swap(i, parent)
      i = parent
    }
  }

  function sink(start: number): void {
    for (let i = start; ;) {
      let least = i
      for (const child of [2 * i + 1, 2 * i + 2])
        if (before(heap[child], heap[least])) least = child
      if (least === i) return
      swap(i, least)
      i = least
    }
  }

  function takeFirst(): Entry<T> | undefined {
    const first = heap[0]
    const last = heap.pop()
    if (first === undefined || last === undefined || heap.length === 0) return first
    heap[0] = last
    sink(0)
    return first
  }

  return {
    add(at, what) {
      heap.push({ at, order: order++, what })
      rise(heap.length - 1)
    },
    next: () => heap[0]?.at,
    takeDue(now) {
      const due: T[] = []
      while (heap[0] !== undefined && heap[0].at <= now) {
        const entry = takeFirst()
        if (entry !== undefined) due.push(entry.what)
      }
      return due
    },
  }
}
