import { describe, expect, it } from 'vitest'
import { mayRead, readableTracks, type Reader } from './tracks-for.ts'

const common = { id: 'fondasi', for: { kind: 'common' } } as const
const leaders = { id: 'memimpin', for: { kind: 'role', value: 'pimpinan' } } as const
const teachers = { id: 'mengajar', for: { kind: 'sector', value: 'guru' } } as const
const registry = { id: 'dukcapil', for: { kind: 'sector', value: 'dukcapil' } } as const
const tracks = [common, leaders, teachers, registry]

const reader = (change: Partial<Reader>): Reader => ({
  jobRole: null,
  admin: false,
  enrolled: [],
  ...change,
})

describe('who may read a track', () => {
  it.each<[string, Partial<Reader>, string[]]>([
    ['everybody what is common', {}, ['fondasi']],
    ['a leader what is for leaders', { jobRole: 'pimpinan' }, ['fondasi', 'memimpin']],
    ['a teacher what is for the sector', { jobRole: 'guru' }, ['fondasi', 'mengajar']],
    ['a village official nothing of others', { jobRole: 'desa' }, ['fondasi']],
    ['whoever was enrolled', { enrolled: ['dukcapil'] }, ['fondasi', 'dukcapil']],
    ['an admin all', { admin: true }, ['fondasi', 'memimpin', 'mengajar', 'dukcapil']],
  ])('%s', (_, change, ids) => {
    expect(readableTracks(reader(change), tracks)).toEqual(ids)
  })

  it('goes by whom it is for, not by what it is called', () => {
    expect(mayRead(reader({ jobRole: 'guru' }), { ...leaders, id: 'guru' })).toBe(false)
  })
})
