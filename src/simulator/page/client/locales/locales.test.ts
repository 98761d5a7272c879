import { expect, it } from 'vitest'

import { en } from './en.ts'
import { id } from './id.ts'

/** Every text below a key, with functions called: numbers get 2, words get x. */
function textsOf(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]]
  if (typeof value === 'function') {
    const call = value as (...args: unknown[]) => string
    return [[path, call.length > 1 ? call('x', 2) : call(2)]]
  }
  return Object.entries(value as Record<string, unknown>).flatMap(([key, inner]) =>
    textsOf(inner, `${path}.${key}`),
  )
}

it('has the same keys in both languages, and a text behind each', () => {
  const [indonesian, english] = [textsOf(id), textsOf(en)]
  expect(english.map(([key]) => key)).toEqual(indonesian.map(([key]) => key))
  const empty = [...indonesian, ...english].filter(([, text]) => text.trim() === '')
  expect(empty).toEqual([])
})

it('counts in words that fit', () => {
  expect(en.people.count(1)).toBe('1 person')
  expect(en.people.count(1205)).toBe('1,205 people')
  expect(id.people.count(1205)).toBe('1.205 orang')
})
