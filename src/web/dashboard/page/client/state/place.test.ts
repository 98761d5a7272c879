import { describe, expect, it } from 'vitest'
import { changed, formatAsked, formatPlace, onView, parsePlace } from './place.ts'

describe('the address', () => {
  it('comes back as it went', () => {
    const place = {
      view: 'people',
      asked: {
        unit: 'u-7',
        from: '2026-11-01',
        to: '2026-11-30',
        search: 'Siti & Budi',
        page: '3',
      },
    } as const
    expect(parsePlace(formatPlace(place))).toEqual(place)
  })

  it('is empty where nothing is chosen', () => {
    expect(formatPlace({ view: 'overview', asked: {} })).toBe('')
    expect(parsePlace('')).toEqual({ view: 'overview', asked: {} })
  })

  it('passes over what it does not know', () => {
    expect(parsePlace('?view=secrets&unit=&colour=red')).toEqual({ view: 'overview', asked: {} })
  })

  it('asks the same in the same words', () => {
    expect(formatAsked({ to: 'b', from: 'a' })).toBe(formatAsked({ from: 'a', to: 'b' }))
  })
})

describe('another wish', () => {
  it('begins on its first page', () => {
    expect(changed({ unit: 'a', page: '4' }, { state: 'active' })).toEqual({
      unit: 'a',
      state: 'active',
    })
  })

  it('turns a page where that is what changes', () => {
    expect(changed({ search: 'a', page: '4' }, { page: '5' })).toEqual({ search: 'a', page: '5' })
  })

  it('keeps unit and period from view to view, and nothing else', () => {
    const place = {
      view: 'people',
      asked: { unit: 'a', from: '1', to: '2', state: 'x', search: 'y', page: '2' },
    } as const
    expect(onView(place, 'lessons')).toEqual({
      view: 'lessons',
      asked: { unit: 'a', from: '1', to: '2' },
    })
  })
})
