import { describe, expect, it } from 'vitest'
import { readDayLine } from './read-day-line.ts'

const TODAY = '2026-11-29'

describe('a day and its name', () => {
  it.each([
    ['2027-07-03 Hari jadi', '2027-07-03', 'Hari jadi'],
    ['2027-7-3: Hari jadi', '2027-07-03', 'Hari jadi'],
    ['3/7/2027 Hari jadi', '2027-07-03', 'Hari jadi'],
    ['3-7-2027 – Hari jadi', '2027-07-03', 'Hari jadi'],
    ['3 Juli 2027, Hari jadi', '2027-07-03', 'Hari jadi'],
    ['3 July Founding day', '2027-07-03', 'Founding day'],
    ['24 Desember Cuti daerah', '2026-12-24', 'Cuti daerah'],
    ['29 nov Hari ini', '2026-11-29', 'Hari ini'],
    ['28 nov  Kemarin\nlalu', '2027-11-28', 'Kemarin lalu'],
    ['17 Agustus 2027 HUT RI ke-82', '2027-08-17', 'HUT RI ke-82'],
  ])('%s', (text, day, name) => {
    expect(readDayLine(text, TODAY)).toEqual({ kind: 'day', day, name })
  })

  it.each([
    ['Hari jadi', 'no_day'],
    ['', 'no_day'],
    ['3 xyz Hari jadi', 'no_day'],
    ['31 Februari 2027 x', 'no_such_day'],
    ['2027-13-01 x', 'no_such_day'],
    ['3/15/2027 x', 'no_such_day'],
    ['2027-07-03', 'no_name'],
    [`2027-07-03 ${'x'.repeat(121)}`, 'no_name'],
  ])('%s is none', (text, kind) => {
    expect(readDayLine(text, TODAY)).toEqual({ kind })
  })
})
