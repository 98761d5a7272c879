import { expect, it } from 'vitest'
import { percentOf, scoreOf, sumOf } from './score.ts'

const found = scoreOf(['Killed', 'Timeout', 'Killed', 'Survived', 'NoCoverage'])

it('counts what no test ran through as survived, and a test without an end as one that failed', () => {
  expect(found).toEqual({ mutants: 5, killed: 3, survived: 2 })
  expect(percentOf(found)).toBe(60)
})

it('leaves out what could not be judged', () => {
  expect(scoreOf(['Ignored', 'CompileError', 'RuntimeError'])).toEqual({
    mutants: 0,
    killed: 0,
    survived: 0,
  })
  expect(percentOf(scoreOf([]))).toBe(100)
})

it('weighs a file by its mutants in the sum', () => {
  const sum = sumOf([found, scoreOf(['Killed', 'Killed', 'Killed'])])
  expect(sum).toEqual({ mutants: 8, killed: 6, survived: 2 })
  expect(percentOf(sum)).toBe(75)
})
