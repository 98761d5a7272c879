import { expect, it } from 'vitest'
import { periodOf, presetOf, PRESETS } from './periods.ts'

it.each([
  ['week', '2026-02-26', '2026-03-04'],
  ['thisMonth', '2026-03-01', '2026-03-04'],
  ['lastMonth', '2026-02-01', '2026-02-28'],
  ['quarter', '2025-12-04', '2026-03-04'],
  ['year', '2026-01-01', '2026-03-04'],
] as const)('%s goes from %s to %s', (preset, from, to) => {
  expect(periodOf(preset, '2026-03-04')).toEqual({ from, to })
})

it('knows each preset again by its days, and no other', () => {
  for (const preset of PRESETS) {
    expect(presetOf(periodOf(preset, '2026-03-04'), '2026-03-04')).toBe(preset)
  }
  expect(presetOf({ from: '2026-01-05', to: '2026-01-09' }, '2026-03-04')).toBeUndefined()
})
