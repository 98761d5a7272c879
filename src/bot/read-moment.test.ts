import { describe, expect, it } from 'vitest'
import { readMoment } from './read-moment.ts'

/** Monday, 23 November 2026, 09.30 in Makassar. */
const NOW = new Date('2026-11-23T01:30:00Z')
const read = (text: string): string | undefined =>
  readMoment(text, NOW, 'Asia/Makassar')?.toISOString()

describe('a moment, as somebody types it', () => {
  it.each([
    ['13.30', '2026-11-23T05:30:00.000Z'],
    ['jam 10', '2026-11-23T02:00:00.000Z'],
    ['08.00', '2026-11-24T00:00:00.000Z'],
    ['hari ini 14:00', '2026-11-23T06:00:00.000Z'],
    ['besok 09.00', '2026-11-24T01:00:00.000Z'],
    ['besok jam 9', '2026-11-24T01:00:00.000Z'],
    ['Jumat 08.15', '2026-11-27T00:15:00.000Z'],
    ['2 Desember pukul 09.30', '2026-12-02T01:30:00.000Z'],
    ['tomorrow at 9:00', '2026-11-24T01:00:00.000Z'],
  ])('%s', (text, moment) => {
    expect(read(text)).toBe(moment)
  })

  it.each(['', 'besok', '25.00', '10.61', 'hari ini 08.00', '30 Februari 09.00', 'kapan saja 9'])(
    'none: "%s"',
    (text) => {
      expect(read(text)).toBeUndefined()
    },
  )
})
