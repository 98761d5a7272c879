import type { Family, Labels, Sample } from './exposition.ts'

/** Something that is counted in this process, from its start on. */
export interface Counter {
  add(labels?: Labels, by?: number): void
  read(): Family
}

/** Durations, counted by how long they were. */
export interface Histogram {
  observe(seconds: number): void
  read(): Family
}

interface Named {
  readonly name: string
  readonly help: string
}

/**
 * @param from the labels that are there from the start, at zero: a number that is first seen at 1 is
 *   no increase to Prometheus, and an alert on the first of its kind would never come
 */
export function createCounter({ name, help }: Named, from: readonly Labels[]): Counter {
  const numbers = new Map<string, { labels: Labels; value: number }>()
  const numberOf = (labels: Labels): { labels: Labels; value: number } => {
    const key = Object.values(labels).join('\0')
    const known = numbers.get(key)
    if (known !== undefined) return known
    const made = { labels, value: 0 }
    numbers.set(key, made)
    return made
  }
  for (const labels of from) numberOf(labels)
  return {
    add(labels = {}, by = 1) {
      numberOf(labels).value += by
    },
    read: () => ({
      name,
      help,
      type: 'counter',
      samples: [...numbers.values()].map(({ labels, value }) => ({ labels, value })),
    }),
  }
}

/** @param bounds upper ends of the buckets in seconds, ascending, without the last, which is endless */
export function createHistogram({ name, help }: Named, bounds: readonly number[]): Histogram {
  const buckets = Array.from({ length: bounds.length + 1 }, () => 0)
  let sum = 0
  return {
    observe(seconds) {
      const place = bounds.findIndex((bound) => seconds <= bound)
      const index = place === -1 ? bounds.length : place
      buckets[index] = (buckets[index] ?? 0) + 1
      sum += seconds
    },
    read() {
      let count = 0
      const samples: Sample[] = buckets.map((more, place) => {
        count += more
        const le = String(bounds[place] ?? '+Inf')
        return { suffix: '_bucket', labels: { le }, value: count }
      })
      samples.push({ suffix: '_sum', value: sum }, { suffix: '_count', value: count })
      return { name, help, type: 'histogram', samples }
    },
  }
}

/** Something that is looked up when it is asked for. */
export function gauge(name: string, help: string, samples: readonly Sample[]): Family {
  return { name, help, type: 'gauge', samples }
}
