import { expect, it } from 'vitest'
import { compareSchema } from './schema-state.ts'

it.each([
  ['up to date', [1, 2, 3], [1, 2, 3], { applied: 3, missing: 0, unknown: 0, passedBy: 0 }],
  ['nothing migrated yet', [1, 2], [], { applied: 0, missing: 2, unknown: 0, passedBy: 0 }],
  ['behind', [1, 2, 3], [1], { applied: 1, missing: 2, unknown: 0, passedBy: 0 }],
  ['ahead', [1, 2], [1, 2, 3, 4], { applied: 4, missing: 0, unknown: 2, passedBy: 0 }],
  ['one left out', [1, 2, 3], [1, 3], { applied: 2, missing: 0, unknown: 0, passedBy: 1 }],
  ['ahead, by another way', [1, 3], [1, 2, 4], { applied: 3, missing: 0, unknown: 1, passedBy: 1 }],
])('%s', (_, known, applied, state) => {
  expect(compareSchema(known, applied)).toEqual(state)
})
