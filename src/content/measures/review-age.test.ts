import { expect, it } from 'vitest'
import { formatWarning } from '../problem.ts'
import { textOf } from './fixture.ts'
import { reviewAge } from './review-age.ts'

const on = (today: string) => reviewAge(textOf(''), { reviewed: '2025-11-20' }, today)

it.each([
  ['the same day', '2025-11-20', 0],
  ['a year later', '2026-11-20', 0],
  ['a day more', '2026-11-21', 1],
  ['still today in Maros, already tomorrow elsewhere', '2025-11-19', 0],
  ['a review to come', '2025-11-18', 1],
])('%s', (_, today, count) => {
  expect(on(today)).toHaveLength(count)
})

it('says how old, at the line of the date', () => {
  const found = on('2026-12-31')
  expect(found.map(formatWarning)).toEqual([
    'fondasi/01-satu.md:7: warning: the last review, 2025-11-20, is 406 days ago, and 365 is the most: open every source, see that it still says so, and write the day of that in `reviewed`',
  ])
  expect(found).toMatchObject([{ rule: 'review-age', measured: 406, limit: 365 }])
})

it('a year that was mistyped would silence the rule for as long', () => {
  expect(on('2025-01-01').map(formatWarning)).toEqual([
    'fondasi/01-satu.md:7: warning: the review is dated 2025-11-20, 323 days from now, and a review lies in the past: write the day of the last review',
  ])
})
