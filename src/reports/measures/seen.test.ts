import { describe, expect, it } from 'vitest'
import { seenIn, topUnits } from './seen.ts'

const unit = (id: string, parentId: string | null) => ({ id, name: id, parentId })
const ALL = [
  unit('root', null),
  unit('health', 'root'),
  unit('clinic', 'health'),
  unit('post', 'clinic'),
  unit('social', 'root'),
]
const reachOf = (...ids: readonly string[]) => ({
  everybody: false,
  units: ALL.filter(({ id }) => ids.includes(id)),
})

describe('whom somebody may see figures of', () => {
  it('is everybody for an admin, people without a unit included', () => {
    const seen = seenIn({ everybody: true, units: ALL })
    expect(seen?.everybody).toBe(true)
    expect(seen?.group.scopes).toEqual(['all'])
    expect(seen?.placed.scopes).toEqual([...ALL.map(({ id }) => id), 'none'])
  })

  it('is the only unit with all below it for whoever coordinates one', () => {
    const reach = reachOf('health', 'clinic', 'post')
    const seen = seenIn(reach)
    expect(seen?.unit?.id).toBe('health')
    expect(seen?.group.scopes.toSorted()).toEqual(['clinic', 'health', 'post'])
    expect(seenIn(reach, 'clinic')?.group.scopes).toEqual(['clinic', 'post'])
  })

  it('is each unit once for whoever coordinates several, one below another too', () => {
    const reach = reachOf('clinic', 'post', 'social')
    expect(topUnits(reach).map(({ id }) => id)).toEqual(['clinic', 'social'])
    const seen = seenIn(reach)
    expect(seen?.unit).toBeUndefined()
    expect(seen?.everybody).toBe(false)
    expect(seen?.group.scopes).toEqual(['clinic', 'post', 'social'])
  })

  it('is nobody where a unit is out of reach, above, beside or unknown, or nothing is in reach', () => {
    const reach = reachOf('health', 'clinic', 'post')
    for (const id of ['root', 'social', 'unknown']) expect(seenIn(reach, id)).toBeUndefined()
    expect(seenIn({ everybody: true, units: ALL }, 'unknown')).toBeUndefined()
    expect(seenIn(reachOf())).toBeUndefined()
  })
})
