import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addCivilDays } from '../civil-day.ts'
import { closureOf } from '../closures.ts'
import { office2026, officeWith } from '../fixture.ts'
import { checkDayFile } from './check-day-file.ts'
import { compareDays, type StoredDay } from './compare-days.ts'
import type { DayList, ReadDayFile } from './day-file.ts'
import { readDayCsv } from './read-day-csv.ts'
import { readDayYaml } from './read-day-yaml.ts'
import { splitCsv } from '../../../platform/split-csv.ts'

const calendarIds = ['office', 'sekolah']

/** What is wrong with a file, as `line: what`; empty: nothing. */
function faultsOf(read: ReadDayFile): string[] {
  const checked = read.ok ? checkDayFile(read.file, calendarIds) : read
  return checked.ok ? [] : checked.faults.map(({ line, what }) => `${line}: ${what}`)
}

function listOf(read: ReadDayFile): DayList {
  const checked = read.ok ? checkDayFile(read.file, calendarIds) : read
  if (!checked.ok) throw new Error(JSON.stringify(checked.faults))
  return checked.list
}

const yaml = `year: 2027
source: "SKB contoh"
days:
  - { date: 2027-01-01, name: Tahun Baru 2027 Masehi, kind: holiday }
  - date: 2027-06-21
    name: Libur semester
    kind: school_holiday
    calendar: sekolah
`
const csv = `year,2027
source,SKB contoh
date,name,kind,calendar
2027-01-01,Tahun Baru 2027 Masehi,holiday,
2027-06-21,"Libur semester",school_holiday,sekolah
`
const expected: DayList = {
  year: 2027,
  source: 'SKB contoh',
  days: [
    { day: '2027-01-01', name: 'Tahun Baru 2027 Masehi', kind: 'holiday', calendarId: null },
    { day: '2027-06-21', name: 'Libur semester', kind: 'school_holiday', calendarId: 'sekolah' },
  ],
}

describe('a file of days off', () => {
  it('is the same in YAML and in CSV', () => {
    expect(listOf(readDayYaml(yaml))).toEqual(expected)
    expect(listOf(readDayCsv(csv))).toEqual(expected)
    expect(listOf(readDayCsv(csv.replaceAll(',', ';')))).toEqual(expected)
  })

  it('takes columns in any order, empty rows, and capitals from a spreadsheet', () => {
    const other = 'Year,2027,,\n\nSource,SKB contoh,,\n,,,\nKind,Date,Calendar,Name\n'
    const days = 'holiday,2027-01-01,,Tahun Baru 2027 Masehi\n,,,\n'
    expect(listOf(readDayCsv(other + days)).days).toEqual(expected.days.slice(0, 1))
  })

  const day = (fields: string): ReadDayFile =>
    readDayYaml(`year: 2027\nsource: x\ndays:\n  - { ${fields} }\n`)

  it.each([
    ['date: 2027-02-30, name: x, kind: holiday', 'the day 2027-02-30 does not exist'],
    ['date: 2027-13-01, name: x, kind: holiday', 'the day 2027-13-01 does not exist'],
    ['date: 2026-12-31, name: x, kind: holiday', '2026-12-31 is not in 2027: two years are mixed'],
    ['date: 1 Januari, name: x, kind: holiday', '`date` is "1 Januari"'],
    ['date: 20270101, name: x, kind: holiday', '`date` is "20270101"'],
    ['date: [2027-01-01], name: x, kind: holiday', '`date` is no plain text'],
    ['name: x, kind: holiday', '`date` is missing'],
    ['date: 2027-01-01, kind: holiday', '`name` is missing'],
    ['date: 2027-01-01, name: "  ", kind: holiday', '`name` is "  "'],
    [
      `date: 2027-01-01, name: ${'x'.repeat(121)}, kind: holiday`,
      `\`name\` is "${'x'.repeat(60)}"`,
    ],
    ['date: 2027-01-01, name: x, kind: libur', '`kind` is "libur"'],
    ['date: 2027-01-01, name: x', '`kind` is missing'],
    ['date: 2027-01-01, name: x, kind: holiday, calendar: entah', '`calendar` is "entah"'],
    ['date: 2027-01-01, name: x, kind: holiday, kalender: y', '`kalender` is not known here'],
  ])('refuses { %s }', (fields, what) => {
    expect(faultsOf(day(fields))).toEqual([`4: ${what}`])
  })

  it.each([
    ['year: 2027\nsource: x\n', '1: the file has no days'],
    [
      'year: 27\nsource: x\ndays: [{date: 2027-01-01, name: x, kind: holiday}]',
      '1: `year` is "27"',
    ],
    ['source: x\ndays: [{date: 2027-01-01, name: x, kind: holiday}]', '1: `year` is missing'],
    ['year: 2027\ndays: [{date: 2027-01-01, name: x, kind: holiday}]', '1: `source` is missing'],
    ['year: 2027\nsource: x\ndays: besok', '3: `days` is no list'],
    ['year: 2027\nsource: x\ndays:\n  - besok', '4: this is no day'],
    ['year: 2027\nsumber: x\ndays: []', '2: `sumber` is not known here'],
    ['- a\n- b', '1: this is no list of days'],
    ['', '1: this is no list of days'],
  ])('refuses %j', (text, fault) => {
    expect(faultsOf(readDayYaml(text))).toContain(fault)
  })

  it('says where YAML is broken, once a line', () => {
    const faults = faultsOf(readDayYaml('year: 2027\ndays:\n  - { date: 2027-01-01, name: "x }\n'))
    expect(faults).toHaveLength(1)
    expect(faults[0]).toMatch(/^\d+: broken YAML/)
  })

  it('refuses a day that stands twice, in whatever words', () => {
    const doubled = `${csv}2027-01-01,Tahun Baru,collective_leave,\n`
    expect(faultsOf(readDayCsv(doubled))).toEqual(['6: 2027-01-01 stands in line 4 already'])
    const ofAnother = `${csv}2027-01-01,Tahun Baru,school_holiday,sekolah\n`
    expect(faultsOf(readDayCsv(ofAnother))).toEqual([])
  })

  it('says every mistake at once, in the order of the lines', () => {
    const bad = csv.replace('2027-01-01', '2027-02-29').replace('school_holiday', 'libur')
    expect(faultsOf(readDayCsv(bad))).toEqual([
      '4: the day 2027-02-29 does not exist',
      '5: `kind` is "libur"',
    ])
  })

  it.each([
    ['a,b\n1,2', '1: no row names the columns'],
    ['year,2027\ndate,name,jenis', '2: the column "jenis" is not known'],
    ['year,2027\ndate,name,date', '2: the column "date" stands twice'],
    ['tahun,2027\ndate,name,kind', '1: a row "tahun" is not known here'],
    ['year,2027\nyear,2028\ndate,name,kind', '2: year stands twice'],
    ['year,"2027\ndate,name,kind', '1: a quote is not closed'],
    ['year,"2027"x\ndate,name,kind', '1: something follows a closed quote'],
    ['', '1: no row names the columns'],
  ])('refuses the table %j', (text, fault) => {
    expect(faultsOf(readDayCsv(text))).toContain(fault)
  })

  it('counts lines past a quoted line end', () => {
    const two = csv.replace('"Libur semester"', '"Libur\nsemester"')
    expect(listOf(readDayCsv(two)).days[1]?.name).toBe('Libur semester')
    const bad = `${two}2027-02-30,x,holiday,\n`
    expect(faultsOf(readDayCsv(bad))).toEqual(['7: the day 2027-02-30 does not exist'])
  })

  it('never throws, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(Array.isArray(faultsOf(readDayYaml(text)))).toBe(true)
        expect(Array.isArray(faultsOf(readDayCsv(text)))).toBe(true)
      }),
    )
  })

  it('splits any table that was written as RFC 4180 has it', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', ' ', '"', ',', ';', '\n', 'é') })
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1 }), { minLength: 1 }), (rows) => {
        const quoted = rows.map((row) =>
          row.map((value) => `"${value.replaceAll('"', '""')}"`).join(','),
        )
        // The first line decides on the separator: here it has commas alone.
        const split = splitCsv(['x,y', ...quoted].join('\n'))
        if (!split.ok) throw new Error(split.fault.problem)
        expect(split.rows.slice(1).map(({ cells }) => cells)).toEqual(rows)
      }),
    )
  })
})

describe('what an import changes', () => {
  const stored = (id: number, change: Partial<StoredDay>): StoredDay => ({
    id,
    day: '2027-01-01',
    name: 'Tahun Baru 2027 Masehi',
    kind: 'holiday',
    calendarId: null,
    source: 'SKB contoh',
    ...change,
  })

  it('is nothing, the second time', () => {
    const before = expected.days.map((day, id) => ({ ...day, id, source: expected.source }))
    expect(compareDays(before, expected)).toEqual({
      added: [],
      changed: [],
      removed: [],
      unchanged: 2,
    })
  })

  it('is the whole of the decree’s year, and nobody else’s days', () => {
    const before = [
      stored(1, { name: 'Tahun Baru' }),
      stored(2, { day: '2027-12-24', kind: 'collective_leave' }),
      stored(3, { day: '2027-07-04', kind: 'regional_holiday' }),
      stored(4, { day: '2027-12-24', kind: 'holiday', calendarId: 'sekolah' }),
      stored(5, { day: '2026-12-25' }),
      stored(6, { day: '2027-12-20', kind: 'school_holiday', calendarId: 'sekolah' }),
    ]
    const changes = compareDays(before, expected)
    expect(changes.added.map(({ day }) => day)).toEqual(['2027-06-21'])
    expect(changes.changed).toMatchObject([{ id: 1, name: 'Tahun Baru 2027 Masehi' }])
    expect(changes.removed.map(({ id }) => id)).toEqual([2, 6])
    expect(changes.unchanged).toBe(0)
  })
})

describe('a calendar that can be taught by', () => {
  const from = (first: string, count: number) =>
    Array.from({ length: count }, (_, i) => addCivilDays(first, i))

  it('has a working day in two months', () => {
    expect(closureOf(office2026)).toBeUndefined()
    expect(closureOf(officeWith())).toBeUndefined()
    expect(closureOf(officeWith(...from('2026-06-01', 40)))).toBeUndefined()
    expect(closureOf(officeWith(...from('2026-06-01', 70)))).toBe('2026-05-30')
  })

  it('works on the weekday of a shift at least once', () => {
    const fridays = { ...officeWith(), week: { kind: 'weekdays', days: [5] } } as const
    expect(closureOf(fridays)).toBeUndefined()
    const most = new Set(from('2026-06-01', 70))
    expect(closureOf({ ...fridays, daysOff: most })).toBe('2026-05-30')
  })
})
