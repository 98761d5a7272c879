import { describe, expect, it } from 'vitest'
import { findUnits, openTree, pathTo } from './units.ts'

const units = [
  { id: 'k', name: 'Kabupaten', parentId: null },
  { id: 'd', name: 'Dinas Pendidikan', parentId: 'k' },
  { id: 's', name: 'SD Negeri 1', parentId: 'd' },
  { id: 'p', name: 'Puskesmas Dinas Luar', parentId: 'out of reach' },
]

describe('the tree', () => {
  it('leads from the top of the reach to a unit', () => {
    expect(pathTo(units, 's').map(({ id }) => id)).toEqual(['k', 'd', 's'])
    expect(pathTo(units, 'p').map(({ id }) => id)).toEqual(['p'])
    expect(pathTo(units, 'unknown')).toEqual([])
  })

  it('does not go round for ever where a unit lies above itself', () => {
    const circle = [
      { id: 'a', name: 'A', parentId: 'b' },
      { id: 'b', name: 'B', parentId: 'a' },
    ]
    expect(pathTo(circle, 'a').map(({ id }) => id)).toEqual(['b', 'a'])
  })

  it('shows what is open, and at the top what has nothing above it within reach', () => {
    expect(openTree(units, new Set()).map(({ id, hasBelow }) => [id, hasBelow])).toEqual([
      ['k', true],
      ['p', false],
    ])
    const open = openTree(units, new Set(['k', 'd'])).map(({ id, depth }) => [id, depth])
    expect(open).toEqual([
      ['k', 0],
      ['d', 1],
      ['s', 2],
      ['p', 0],
    ])
  })

  it('is searched without regard to capitals, names that begin so first', () => {
    expect(findUnits(units, ' dinas').map(({ id }) => id)).toEqual(['d', 'p'])
    expect(findUnits(units, ' ')).toEqual([])
  })
})
