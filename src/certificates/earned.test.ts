import { describe, expect, it } from 'vitest'
import { judge } from './earned.ts'

const doneAt = new Date('2026-11-20T02:00:00Z')

describe('a certificate', () => {
  it('is not earned before the end', () => {
    expect(judge({ doneAt: null, answered: 12, skipped: 0, toCome: 3 }, 0.8)).toEqual({
      kind: 'under_way',
      toCome: 3,
    })
  })

  it.each([
    [15, 0, 0.8, 0],
    [12, 3, 0.8, 0],
    [11, 4, 0.8, 1],
    [0, 15, 0.8, 12],
    [0, 15, 0, 0],
    [14, 1, 1, 1],
    [2, 8, 0.3, 1],
  ])('with %i answered and %i skipped at %f wants %i more', (answered, skipped, share, missing) => {
    const judged = judge({ doneAt, answered, skipped, toCome: 0 }, share)
    expect(judged).toEqual(missing > 0 ? { kind: 'skipped', missing } : { kind: 'earned', doneAt })
  })

  it('is not taken back by a lesson that came later', () => {
    expect(judge({ doneAt, answered: 15, skipped: 0, toCome: 1 }, 0.8)).toEqual({
      kind: 'earned',
      doneAt,
    })
  })
})
