import fc from 'fast-check'
import { expect, it } from 'vitest'
import { chosenKey, optionKeysOf } from './grade.ts'

const question = {
  options: [
    { key: 'a', text: 'Satu' },
    { key: 'b', text: 'Dua' },
    { key: 'c', text: 'Tiga' },
  ],
  answer: 'b',
}

it('grades by the identity of the option, in whatever order Telegram returned them', () => {
  const order = fc.shuffledSubarray(question.options, { minLength: 3 })
  fc.assert(
    fc.property(order, fc.nat(2), (options, chosen) => {
      const sent = options.map((option, i) => ({ persistent_id: `p${i}`, text: option.text }))
      const keys = optionKeysOf(question, sent)
      const vote = { persistentIds: [`p${chosen}`], positions: [(chosen + 1) % 3] }
      expect(chosenKey(question, keys, vote)).toBe(options[chosen]?.key)
    }),
  )
})

it('goes by the place where there is no identity', () => {
  const keys = optionKeysOf(question, [{ text: 'Tiga' }, { text: 'Satu' }, { text: 'Dua' }])
  expect(chosenKey(question, keys, { persistentIds: [], positions: [0] })).toBe('c')
  expect(chosenKey(question, undefined, { persistentIds: ['x'], positions: [1] })).toBe('b')
})

it('takes a vote from before options had identities by its place', () => {
  expect(chosenKey(question, undefined, { persistentIds: undefined, positions: [2] })).toBe('c')
})

it('keeps what Telegram returned by its identity where it has one, and by its place', () => {
  expect(optionKeysOf(question, [{ persistent_id: 'x', text: 'Dua' }, { text: 'Satu' }])).toEqual({
    x: 'b',
    '#0': 'b',
    '#1': 'a',
  })
})

it('knows an option whose text came back changed by its place, and none that was never sent', () => {
  const sent = [...question.options, { text: 'Empat' }].map(({ text }) => ({ text: `${text}.` }))
  // An option of which nothing is known has no key at all.
  expect(optionKeysOf(question, sent)).toStrictEqual({ '#0': 'a', '#1': 'b', '#2': 'c' })
})

it('takes a retracted vote and a place that was never asked for no answer', () => {
  expect(chosenKey(question, undefined, { persistentIds: [], positions: [] })).toBeUndefined()
  expect(chosenKey(question, undefined, { persistentIds: [], positions: [7] })).toBeUndefined()
})

it('takes an identity that no option has for none, whatever it is called', () => {
  const keys = optionKeysOf(question, [{ persistent_id: 'p0', text: 'Dua' }])
  for (const forged of ['p9', '#7', 'constructor', '__proto__', 'toString']) {
    expect(chosenKey(question, keys, { persistentIds: [forged], positions: [] })).toBeUndefined()
  }
})
