import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createAgenda } from './agenda.ts'

it('gives out what is due, the earliest first, and those of one moment in order', () => {
  const times = fc.array(fc.integer({ min: 0, max: 20 }))
  fc.assert(
    fc.property(times, fc.integer({ min: 0, max: 20 }), (moments, now) => {
      const agenda = createAgenda<number>()
      for (const [index, at] of moments.entries()) agenda.add(at, index)
      const sorted = moments
        .map((at, index) => ({ at, index }))
        .toSorted((a, b) => a.at - b.at || a.index - b.index)
      const due = sorted.filter(({ at }) => at <= now)
      expect(agenda.next()).toBe(sorted[0]?.at)
      expect(agenda.takeDue(now)).toEqual(due.map(({ index }) => index))
      expect(agenda.next()).toBe(sorted[due.length]?.at)
      expect(agenda.takeDue(now)).toEqual([])
    }),
  )
})
