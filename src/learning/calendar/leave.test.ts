import { describe, expect, it } from 'vitest'
import { faultOfLeave, leaveOn, parseLeaves } from './leave.ts'

describe('leave', () => {
  it('holds its first and its last day', () => {
    const leaves = parseLeaves('2026-03-02/2026-03-06,2026-05-01/2026-05-01')
    expect(leaves).toEqual([
      { first: '2026-03-02', last: '2026-03-06' },
      { first: '2026-05-01', last: '2026-05-01' },
    ])
    expect(leaveOn(leaves, '2026-03-01')).toBeUndefined()
    expect(leaveOn(leaves, '2026-03-02')).toBe(leaves[0])
    expect(leaveOn(leaves, '2026-03-06')).toBe(leaves[0])
    expect(leaveOn(leaves, '2026-03-07')).toBeUndefined()
    expect(leaveOn(leaves, '2026-05-01')).toBe(leaves[1])
    expect(parseLeaves('')).toEqual([])
  })

  it.each([
    ['2026-03-02', '2026-03-01', 'ends_before_it_begins'],
    ['2026-02-30', '2026-03-01', 'no_such_day'],
    ['2026-02-01', '2026-02-29', 'no_such_day'],
    ['2026-03', '2026-03-06', 'no_such_day'],
    ['2026-03-02', '2026-03', 'no_such_day'],
    ['2026-03-02', '2026-03-02', undefined],
    ['2028-02-29', '2028-03-02', undefined],
  ])('%s to %s: %s', (first, last, fault) => {
    expect(faultOfLeave({ first, last })).toBe(fault)
  })
})
