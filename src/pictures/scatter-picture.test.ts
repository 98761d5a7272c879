import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CANVAS_WIDTH } from './canvas.ts'
import { renderPng } from './render-png.ts'
import { scatterPicture, type ScatterPicture, type ScatterPoint } from './scatter-picture.ts'

const picture = (points: readonly ScatterPoint[]): ScatterPicture => ({
  title: 'Analisis <soal> & "lainnya"',
  subtitle: 'Fondasi',
  xName: 'Persentase yang benar',
  yName: 'Daya beda',
  xMarks: [{ at: 0, text: '0%' }],
  yMarks: [{ at: 0, text: '0' }],
  bands: [
    { from: -1, name: 'periksa kunci', marked: true },
    { from: 0, name: 'baik' },
  ],
  low: -0.4,
  high: 0.7,
  points,
  legend: [{ look: 'plain', text: 'boleh dibiarkan' }],
  note: 'Satu tanda adalah satu soal.',
})

interface Disc {
  readonly x: number
  readonly y: number
}

/** The named points, by their radius. */
function discsIn(svg: string): Disc[] {
  return [...svg.matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)" r="25"/g)].map(([, x, y]) => ({
    x: Number(x),
    y: Number(y),
  }))
}

const point = fc.record({
  x: fc.double({ min: 0, max: 1, noNaN: true }),
  y: fc.double({ min: -1, max: 1, noNaN: true }),
  look: fc.constantFrom('plain' as const, 'doubtful' as const, 'faint' as const),
})

describe('a picture of points', () => {
  it('is drawn, whatever signs its words have, and with no point at all', async () => {
    const points = [{ x: 0.5, y: 0.5, look: 'doubtful', label: '1' }] as const
    for (const given of [points, []]) {
      const png = await renderPng(scatterPicture(picture(given)))
      expect(Buffer.from(png).subarray(1, 4).toString()).toBe('PNG')
    }
  })

  it('has every named point within the picture, however far out it lies', () => {
    fc.assert(
      fc.property(fc.array(point, { maxLength: 5 }), (points) => {
        const named = points.map((one, i) => ({ ...one, label: String(i + 1) }))
        const discs = discsIn(scatterPicture(picture(named)).svg)
        expect(discs).toHaveLength(named.length)
        for (const { x, y } of discs) {
          expect(x).toBeGreaterThanOrEqual(25)
          expect(x).toBeLessThanOrEqual(CANVAS_WIDTH - 25)
          expect(y).toBeGreaterThanOrEqual(265)
          expect(y).toBeLessThanOrEqual(1015)
        }
      }),
    )
  })

  it('hides no named point behind another, not even where five are the same', () => {
    for (const [x, y] of [
      [0.5, 0.1],
      [0, -0.4],
      [1, 0.9],
    ] as const) {
      const same = [1, 2, 3, 4, 5].map((n) => ({ x, y, look: 'plain', label: String(n) }) as const)
      const discs = discsIn(scatterPicture(picture(same)).svg)
      for (const [i, a] of discs.entries()) {
        for (const b of discs.slice(i + 1)) {
          expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThanOrEqual(50)
        }
      }
    }
  })
})
