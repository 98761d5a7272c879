import { expect, it } from 'vitest'
import { numberText, percentText } from './numbers.ts'

it('writes numbers as each language does', () => {
  expect(numberText(1234.5, 'id')).toBe('1.234,5')
  expect(numberText(1234.5, 'en')).toBe('1,234.5')
  expect(percentText(0.857, 'id')).toBe('86%')
  expect(percentText(1, 'en')).toBe('100%')
})
