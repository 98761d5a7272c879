import { describe, expect, it } from 'vitest'

import { formatPlace, parsePlace } from './place.ts'

describe('the address of the page', () => {
  it.each([
    ['#start', { view: 'start', current: null, phones: [] }],
    ['#phone/2/1,2', { view: 'phone', current: 2, phones: [1, 2] }],
    ['#people/9/1,2', { view: 'people', current: 2, phones: [1, 2] }],
    ['#people//1,x,-4,1', { view: 'people', current: 1, phones: [1] }],
    ['#phones', undefined],
    ['#start=KODE', undefined],
    ['', undefined],
  ])('%s', (hash, place) => {
    expect(parsePlace(hash)).toEqual(place)
  })

  it('is read as it was written', () => {
    const place = { view: 'phone' as const, current: 7, phones: [3, 7] }
    expect(parsePlace(formatPlace(place))).toEqual(place)
  })
})
