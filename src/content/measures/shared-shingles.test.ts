import fc from 'fast-check'
import { expect, it } from 'vitest'
import { alikeOver, shinglesOf } from './shared-shingles.ts'

it('are pairs of words within a text, whatever case and punctuation', () => {
  expect([...shinglesOf(['Siapa yang, SIAPA YANG?', 'Mesin', 'b c'])]).toEqual([
    'siapa yang',
    'yang siapa',
    'b c',
  ])
})

it('counts what is shared of what either has', () => {
  const sets = [['a b c d'], ['b c d e'], ['x y'], ['a b c d']].map(shinglesOf)
  expect(alikeOver(sets, 0)).toEqual([
    { first: 0, second: 1, percent: 50 },
    { first: 0, second: 3, percent: 100 },
    { first: 1, second: 3, percent: 50 },
  ])
  expect(alikeOver(sets, 50)).toEqual([{ first: 0, second: 3, percent: 100 }])
})

it('property: says the same as comparing every pair', () => {
  const text = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 8 })
  fc.assert(
    fc.property(
      fc.array(text, { maxLength: 6 }),
      fc.integer({ min: 0, max: 99 }),
      (texts, most) => {
        const sets = texts.map((words) => shinglesOf([words.join(' ')]))
        const every = sets.flatMap((second, s) =>
          sets.slice(0, s).flatMap((first, f) => {
            const both = [...first].filter((shingle) => second.has(shingle)).length
            const percent = (100 * both) / (first.size + second.size - both)
            return both > 0 && percent > most + 1e-9 ? [`${f} ${s}`] : []
          }),
        )
        const found = alikeOver(sets, most + 1e-9).map(({ first, second }) => `${first} ${second}`)
        expect(found.toSorted()).toEqual(every.toSorted())
      },
    ),
  )
})
