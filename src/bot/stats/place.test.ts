import { describe, expect, it } from 'vitest'
import { placeData, placeIn } from './place.ts'

const UNIT = '0f8fad5b-d9cb-469f-a165-70867728950e'

describe('the place of a button of the statistics', () => {
  it.each([
    { period: 'm', from: 0 },
    { period: 'a', from: 12, unitId: UNIT },
    { period: '261101261130', from: 999_999, unitId: UNIT, role: 'perencanaan' },
    { period: 'w', from: 0, track: '0a1b2c3d' },
  ] as const)('is read again as it was written: %o', (place) => {
    const data = placeData('learningUnits', place)
    expect(placeIn(data.slice(data.indexOf(':') + 1))).toEqual(place)
  })

  it('fits into a button, whatever it says', () => {
    const period = '261101261130'
    for (const place of [
      { role: 'perencanaan', callback: 'statsLessons' },
      { track: '0a1b2c3d', callback: 'statsTrack' },
      { callback: 'learningUnits' },
    ] as const) {
      const { callback, ...narrowed } = place
      const data = placeData(callback, { period, unitId: UNIT, from: 999_999, ...narrowed })
      expect(Buffer.byteLength(data)).toBeLessThanOrEqual(64)
    }
  })

  it('is the beginning where it is forged, and takes the long form of before', () => {
    for (const forged of [undefined, '', 'x', 'x.y.z', 'm.<b>.-1', '99.a.1e9.admin']) {
      expect(placeIn(forged)).toEqual({ period: 'm', from: 0 })
    }
    expect(placeIn(`w.${UNIT}.6`)).toEqual({ period: 'w', unitId: UNIT, from: 6 })
    expect(placeIn(UNIT, 'a')).toEqual({ period: 'a', unitId: UNIT })
  })
})
