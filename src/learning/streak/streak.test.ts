import { expect, it } from 'vitest'
import { streak } from './streak.ts'

const day = (name: string, answered: boolean) => ({ day: name, answered })

it('counts answered days in a row, newest first', () => {
  expect(streak([day('4', true), day('3', true), day('2', false), day('1', true)])).toBe(2)
})

it('is not broken by a lesson that still stands open', () => {
  expect(streak([day('3', false), day('2', true), day('1', true)])).toBe(2)
})

it('counts a day once and knows its beginnings', () => {
  expect(streak([day('2', true), day('2', true), day('1', true)])).toBe(2)
  expect(streak([])).toBe(0)
  expect(streak([day('2', false), day('1', false)])).toBe(0)
})
