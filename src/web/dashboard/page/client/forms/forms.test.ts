import { describe, expect, it } from 'vitest'
import { createForms } from './forms.ts'

const id = createForms('id')
const en = createForms('en')

describe('a number', () => {
  it('is written as the language writes it', () => {
    expect(id.number(1234.5)).toBe('1.234,5')
    expect(en.number(1234.5)).toBe('1,234.5')
    expect(id.cell(1_000_000, 'count')).toBe('1.000.000')
    expect(id.cell(0.314, 'number')).toBe('0,31')
  })

  it('of a rate says what it is a share of', () => {
    const rate = { n: 412, of: 530, interval: null }
    expect(id.cell(rate, 'rate')).toBe('77,7% (412 dari 530)')
    expect(en.cell(rate, 'rate')).toBe('77.7% (412 of 530)')
  })

  it('is no share where there is nobody', () => {
    expect(id.cell({ n: 0, of: 0, interval: null }, 'rate')).toBe('0 dari 0')
    expect(id.cell(null, 'rate')).toBe('–')
  })

  it.each([
    [0.5, '0,5 mnt'],
    [42.4, '42 mnt'],
    [59.6, '1 jam'],
    [125, '2 jam 5 mnt'],
    [2160, '1,5 hari'],
  ])('of %d minutes reads %s', (value, text) => {
    expect(id.cell(value, 'minutes')).toBe(text)
  })
})

describe('a time', () => {
  it('of the calendar does not move with the zone of whoever reads', () => {
    expect(id.day('2026-11-23')).toBe('23 Nov 2026')
    expect(en.day('2026-03-01', 'axis')).toBe('1 Mar')
  })

  it('stays as it came where it is none', () => {
    expect(id.day('minggu 47')).toBe('minggu 47')
    expect(id.cell('entah', 'moment')).toBe('entah')
  })

  it('of the day has a point in Indonesian and a colon in English', () => {
    const at = new Date(2026, 10, 23, 9, 5)
    expect(id.time(at)).toBe('09.05')
    expect(en.time(at)).toBe('09:05')
  })
})
