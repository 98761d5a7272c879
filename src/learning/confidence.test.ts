import fc from 'fast-check'
import { expect, it } from 'vitest'
import { askedWithConfidence, choiceKey, confidenceOptions, readChoice } from './confidence.ts'

const question = {
  id: 'prompt-01-q1',
  options: [
    { key: 'a', text: 'Satu' },
    { key: 'b', text: 'Dua' },
    { key: 'c', text: 'Tiga' },
  ],
  answer: 'b',
}
const people = Array.from({ length: 40 }, (_, i) => `person-${i}`)
const orderFor = (personId: string, of = question): string =>
  confidenceOptions(of, personId)
    .map(({ key }) => key)
    .join('')

it('has each option twice in a row, as sure and then as unsure', () => {
  for (const person of people) {
    const options = confidenceOptions(question, person)
    expect(options).toHaveLength(6)
    expect(options.map(({ sure }) => sure)).toEqual([true, false, true, false, true, false])
    expect(options.filter((_, i) => i % 2 === 0).map(({ key }) => key)).toEqual(
      options.filter((_, i) => i % 2 === 1).map(({ key }) => key),
    )
  }
})

it('stays in the order that was sent once: a lost response is read by places', () => {
  // Reckoned by SHA-256 of "person/question/key": another order would grade old polls wrongly.
  expect(['ani', 'budi', 'citra'].map((person) => orderFor(person))).toEqual([
    'bbccaa',
    'aaccbb',
    'bbaacc',
  ])
  expect(orderFor('ani', { ...question, options: question.options.toReversed() })).toBe(
    orderFor('ani'),
  )
})

it('shows the right one in every place to somebody, and not in one place to all', () => {
  const places = new Set(people.map((person) => orderFor(person).indexOf('b')))
  expect(places).toEqual(new Set([0, 2, 4]))
  const other = { ...question, id: 'prompt-01-q2' }
  expect(people.some((person) => orderFor(person) !== orderFor(person, other))).toBe(true)
})

it('reads back what a choice stood for', () => {
  fc.assert(
    fc.property(fc.string(), fc.boolean(), (key, sure) => {
      expect(readChoice(choiceKey({ key, sure }))).toEqual({ key, sure })
    }),
  )
})

it('takes a choice of a poll that did not ask as neither sure nor unsure', () => {
  expect(readChoice('b')).toEqual({ key: 'b', sure: null })
  expect(readChoice('')).toEqual({ key: '', sure: null })
})

it('makes a question of it whose options are known by place, the sure right one the answer', () => {
  const asked = askedWithConfidence(question, 'ani')
  expect(asked.options.map(({ key }) => readChoice(key))).toEqual(
    confidenceOptions(question, 'ani'),
  )
  // No text: it could name two options at once.
  expect(new Set(asked.options.map(({ text }) => text))).toEqual(new Set(['']))
  expect(readChoice(asked.answer)).toEqual({ key: 'b', sure: true })
})
