import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cautiousShare, priorOf } from './cautious-share.ts'
import { FEWEST, gatherUnits, type UnitCount } from './gather-units.ts'
import { rankUnits } from './rank-units.ts'

const ROOT: UnitCount = {
  unitId: 'root',
  name: 'Kabupaten',
  parentId: null,
  people: 0,
  onSchedule: 0,
}
const unit = (
  unitId: string,
  onSchedule: number,
  people: number,
  parentId = 'root',
): UnitCount => ({
  unitId,
  name: unitId,
  parentId,
  people,
  onSchedule,
})
const shares = fc
  .integer({ min: 1, max: 200 })
  .chain((people) => fc.record({ people: fc.constant(people), onSchedule: fc.nat(people) }))

describe('cautiousShare', () => {
  it('does not put three of three above 38 of 40, alone or among others', () => {
    const small = { onSchedule: 3, people: 3 }
    const large = { onSchedule: 38, people: 40 }
    const above = (others: { people: number; onSchedule: number }[]): boolean => {
      const prior = priorOf([small, large, ...others])
      return cautiousShare(small, prior) > cautiousShare(large, prior)
    }
    expect(above([])).toBe(false)
    fc.assert(
      fc.property(fc.array(shares, { maxLength: 30 }), (others) => {
        const people = others.reduce((sum, one) => sum + one.people, 43)
        const kept = others.reduce((sum, one) => sum + one.onSchedule, 41)
        // Where nearly everybody is on schedule, 38 of 40 are fewer than elsewhere.
        fc.pre(others.length === 0 || kept / people <= 0.9)
        expect(above(others)).toBe(false)
      }),
    )
  })

  it('does not sink a small unit that does well below a large one that does badly', () => {
    const units = [
      { onSchedule: 5, people: 5 },
      { onSchedule: 60, people: 100 },
      { onSchedule: 30, people: 40 },
    ]
    const prior = priorOf(units)
    const [small = 0, large = 0] = units.map((one) => cautiousShare(one, prior))
    expect(small).toBeGreaterThan(large)
  })

  it('rises with those on schedule, and lies between 0 and the believed share', () => {
    fc.assert(
      fc.property(fc.array(shares, { minLength: 1, maxLength: 20 }), shares, (others, one) => {
        const prior = priorOf([...others, one])
        const score = cautiousShare(one, prior)
        expect(prior.weight).toBeGreaterThanOrEqual(10)
        expect(prior.weight).toBeLessThanOrEqual(50)
        const believed = (one.onSchedule + prior.mean * prior.weight) / (one.people + prior.weight)
        expect(score).toBeLessThanOrEqual(believed)
        fc.pre(one.onSchedule < one.people)
        const more = { ...one, onSchedule: one.onSchedule + 1 }
        expect(cautiousShare(more, prior)).toBeGreaterThan(score)
      }),
    )
  })
})

describe('gatherUnits', () => {
  it('counts small units within the unit above, and none under the organisation', () => {
    const { shown, placeOf } = gatherUnits([
      ROOT,
      unit('dinas', 4, 6),
      unit('bidang', 2, 3, 'dinas'),
      unit('seksi', 1, 1, 'bidang'),
      unit('desa', 2, 4),
      unit('kosong', 0, 0),
    ])
    expect(shown).toEqual([unit('dinas', 7, 10)])
    expect(Object.fromEntries(placeOf)).toEqual({ dinas: 'dinas', bidang: 'dinas', seksi: 'dinas' })
  })

  it('shows nobody in a group that is too small, and counts nobody twice', () => {
    const trees = fc
      .array(fc.tuple(fc.nat(12), fc.nat(100)), { maxLength: 25 })
      .map((rows) =>
        rows.map(([people, above], i) =>
          unit(
            `u${i}`,
            Math.floor(people / 2),
            people,
            i === 0 ? 'root' : above % 3 === 0 ? 'root' : `u${above % i}`,
          ),
        ),
      )
    fc.assert(
      fc.property(trees, (units) => {
        const { shown, placeOf } = gatherUnits([ROOT, ...units])
        for (const { people } of shown) expect(people).toBeGreaterThanOrEqual(FEWEST)
        for (const group of shown) {
          const counted = units.filter((one) => placeOf.get(one.unitId) === group.unitId)
          expect(counted.reduce((sum, one) => sum + one.people, 0)).toBe(group.people)
        }
      }),
    )
  })
})

describe('rankUnits', () => {
  it('gives places, shares them where equally much is known, and finds one’s own', () => {
    const counts = [
      ROOT,
      unit('baik', 38, 40),
      unit('kecil', 5, 5),
      unit('sama', 20, 30),
      unit('serupa', 20, 30),
      unit('anak', 0, 2, 'serupa'),
    ].map((one) => (one.unitId === 'serupa' ? { ...one, onSchedule: 20, people: 28 } : one))
    const { units, own } = rankUnits(counts, 'anak')
    expect(units.map(({ unitId, place }) => [unitId, place])).toEqual([
      ['baik', 1],
      ['kecil', 2],
      ['sama', 3],
      ['serupa', 3],
    ])
    expect(own).toMatchObject({ unitId: 'serupa', people: 30, place: 3 })
    expect(rankUnits(counts, 'root').own).toBeUndefined()
    expect(rankUnits([], null)).toEqual({ units: [], own: undefined })
  })
})
