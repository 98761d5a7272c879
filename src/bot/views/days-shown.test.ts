import { describe, expect, it } from 'vitest'
import { daysShown } from './days-shown.ts'

describe('days in the file of own data', () => {
  it('are from the first to the last, each once', () => {
    expect(daysShown('{[2026-11-23,2026-11-25)}')).toBe('2026-11-23–2026-11-24')
    expect(daysShown('{[2026-11-23,2026-11-24)}')).toBe('2026-11-23')
    expect(daysShown('{[2026-11-23,2026-11-24),[2026-12-31,2027-01-02)}')).toBe(
      '2026-11-23, 2026-12-31–2027-01-01',
    )
  })

  it('have no end where there is none yet', () => {
    expect(daysShown('{[2026-11-23,)}')).toBe('2026-11-23–')
  })

  it('leave other texts alone, whatever they look like', () => {
    for (const text of ['', '{}', 'Siti', '{[2026-11-23,2026-11-25)', '{[x,y)}', '{[1,2),z}']) {
      expect(daysShown(text)).toBeUndefined()
    }
  })
})
