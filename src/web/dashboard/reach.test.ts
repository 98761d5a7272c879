import { describe, expect, it } from 'vitest'
import { reachOf } from './reach.ts'

const units = [
  ['kesehatan', 'kabupaten'],
  ['mandai', 'kesehatan'],
  ['kabupaten', null],
  ['posyandu', 'mandai'],
  ['sosial', 'kabupaten'],
].map(([id, parentId]) => ({ id: id ?? '', name: id ?? '', parentId: parentId ?? null }))

const reached = (admin: boolean, coordinates: readonly string[]): unknown => {
  const reach = reachOf({ admin, coordinates }, units)
  return reach === undefined
    ? undefined
    : {
        tops: reach.tops.map(({ id }) => id),
        units: reach.units.map(({ id }) => id),
        everywhere: reach.everywhere,
        scores: reach.scores,
      }
}

describe('what somebody may look at', () => {
  it('is everything for an admin, parents first', () => {
    expect(reached(true, ['mandai'])).toEqual({
      tops: ['kabupaten'],
      units: ['kabupaten', 'kesehatan', 'mandai', 'posyandu', 'sosial'],
      everywhere: true,
      scores: true,
    })
  })

  it('is their units and what is below for a coordinator, each once, and no score', () => {
    expect(reached(false, ['posyandu', 'kesehatan', 'sosial'])).toEqual({
      tops: ['kesehatan', 'sosial'],
      units: ['kesehatan', 'mandai', 'posyandu', 'sosial'],
      everywhere: false,
      scores: false,
    })
  })

  it('is nothing for anybody else, and no unit where theirs is closed', () => {
    expect(reached(false, [])).toBeUndefined()
    expect(reached(false, ['ditutup'])).toMatchObject({ tops: [], units: [] })
  })
})
