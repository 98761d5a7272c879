import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addCivilDays, daysBetween } from '../../learning/index.ts'
import { LEAVE_AHEAD_DAYS, MOST_LEAVE_DAYS } from './check-leave.ts'
import { readLeave } from './read-leave.ts'

/** A Tuesday. */
const TODAY = '2026-11-24'

function read(text: string, today = TODAY): string {
  const reading = readLeave(text, today)
  const kindly = (kind: string | null): string => (kind === null ? '' : ` ${kind}`)
  switch (reading.is) {
    case 'days':
      return `${reading.days.first}/${reading.days.last}${kindly(reading.kind)}`
    case 'ambiguous':
      return `? ${reading.readings.map(({ first, last }) => `${first}/${last}`).join(' ')}`
    case 'kind':
      return `kind ${reading.kind}`
    case 'open':
      return 'open'
    case 'fault':
      return reading.fault
  }
}

describe('a length', () => {
  it.each([
    ['3 hari', '2026-11-24/2026-11-26'],
    ['3hari', '2026-11-24/2026-11-26'],
    ['  3   HARI ', '2026-11-24/2026-11-26'],
    ['3', '2026-11-24/2026-11-26'],
    ['tiga hari', '2026-11-24/2026-11-26'],
    ['selama 3 hari ya', '2026-11-24/2026-11-26'],
    ['3 days', '2026-11-24/2026-11-26'],
    ['for 3 days', '2026-11-24/2026-11-26'],
    ['a week', '2026-11-24/2026-11-30'],
    ['seminggu', '2026-11-24/2026-11-30'],
    ['2 minggu', '2026-11-24/2026-12-07'],
    ['2 weeks', '2026-11-24/2026-12-07'],
    ['1 bulan', '2026-11-24/2026-12-23'],
    ['sebulan', '2026-11-24/2026-12-23'],
    ['3 hari mulai Senin', '2026-11-30/2026-12-02'],
    ['mulai Senin 3 hari', '2026-11-30/2026-12-02'],
    ['besok 2 hari', '2026-11-25/2026-11-26'],
    ['2 days from tomorrow', '2026-11-25/2026-11-26'],
    ['mulai 5 Desember 2 minggu', '2026-12-05/2026-12-18'],
    ['mulai minggu depan 3 hari', '2026-11-30/2026-12-02'],
    ['hari minggu 3 hari', '2026-11-29/2026-12-01'],
    ['0 hari', 'unclear'],
    ['0', 'unclear'],
    ['-3', 'unclear'],
    ['1.5 hari', 'unclear'],
    ['185 hari', 'too_long'],
    ['184 hari', '2026-11-24/2027-05-26'],
    ['3 tahun', 'too_long'],
    ['999999 hari', 'unclear'],
    ['5 hari kerja', 'working_days'],
    ['5 working days', 'working_days'],
  ])('%s', (text, expected) => expect(read(text)).toBe(expected))

  it('of a month ends on the last day where the next month is shorter', () => {
    expect(read('1 bulan', '2027-01-31')).toBe('2027-01-31/2027-02-27')
    expect(read('1 bulan', '2028-01-30')).toBe('2028-01-30/2028-02-28')
  })
})

describe('days by their names', () => {
  it.each([
    ['hari ini', '2026-11-24/2026-11-24'],
    ['today', '2026-11-24/2026-11-24'],
    ['besok', '2026-11-25/2026-11-25'],
    ['tomorrow', '2026-11-25/2026-11-25'],
    ['lusa', '2026-11-26/2026-11-26'],
    ['day after tomorrow', '2026-11-26/2026-11-26'],
    ['sampai Senin', '2026-11-24/2026-11-30'],
    ['until Monday', '2026-11-24/2026-11-30'],
    ['s.d. Jumat', '2026-11-24/2026-11-27'],
    ['s/d jum’at', '2026-11-24/2026-11-27'],
    ['sd Jumat', '2026-11-24/2026-11-27'],
    ['sampai Selasa', '2026-11-24/2026-12-01'],
    ['sampai besok', '2026-11-24/2026-11-25'],
    ['besok sampai Jumat', '2026-11-25/2026-11-27'],
    ['besok - Jumat', '2026-11-25/2026-11-27'],
    ['Senin sampai Rabu', '2026-11-30/2026-12-02'],
    ['dari hari Kamis hingga hari Minggu', '2026-11-26/2026-11-29'],
    ['sampai Minggu', '2026-11-24/2026-11-29'],
    ['Kamis', '2026-11-26/2026-11-26'],
    ['Senin depan', '2026-11-30/2026-11-30'],
    ['next Thursday', '2026-12-03/2026-12-03'],
    ['Kamis minggu depan', '2026-12-03/2026-12-03'],
    ['Thursday next week', '2026-12-03/2026-12-03'],
    ['Kamis ini', '2026-11-26/2026-11-26'],
    ['Senin ini', 'past'],
    ['minggu depan', '2026-11-30/2026-12-06'],
    ['next week', '2026-11-30/2026-12-06'],
    ['minggu ini', '2026-11-24/2026-11-29'],
    ['bulan depan', '2026-12-01/2026-12-31'],
    ['bulan ini', '2026-11-24/2026-11-30'],
    ['mulai Senin', 'no_end'],
  ])('%s', (text, expected) => expect(read(text)).toBe(expected))
})

describe('dates', () => {
  it.each([
    ['hingga 5 Maret', '2026-11-24/2027-03-05'],
    ['2-6 Maret', '2027-03-02/2027-03-06'],
    ['2 – 6 maret', '2027-03-02/2027-03-06'],
    ['2 s.d. 6 Maret', '2027-03-02/2027-03-06'],
    ['2 sampai 6 Maret 2027', '2027-03-02/2027-03-06'],
    ['from 2 to 6 March', '2027-03-02/2027-03-06'],
    ['March 2-6', '2027-03-02/2027-03-06'],
    ['March 2 to March 6, 2027', '2027-03-02/2027-03-06'],
    ['2nd of March until 6th of March', '2027-03-02/2027-03-06'],
    ['March 2nd - 6th', '2027-03-02/2027-03-06'],
    ['28 Feb - 3 Maret', '2027-02-28/2027-03-03'],
    ['2/3-6/3', '2027-03-02/2027-03-06'],
    ['2-6/3/2027', '2027-03-02/2027-03-06'],
    ['02.03.27 - 06.03.27', '2027-03-02/2027-03-06'],
    ['2-3-2027', '2027-03-02/2027-03-02'],
    ['2027-03-02 sampai 2027-03-06', '2027-03-02/2027-03-06'],
    ['28 Des - 3 Jan', '2026-12-28/2027-01-03'],
    ['28 Des - 3 Jan 2027', '2026-12-28/2027-01-03'],
    ['28 Des 2026 - 3 Jan', '2026-12-28/2027-01-03'],
    ['20 November sampai 27 November', '2026-11-20/2026-11-27'],
    ['5 Januari', '2027-01-05/2027-01-05'],
    ['tgl 5', '2026-12-05/2026-12-05'],
    ['sampai tanggal 5', '2026-11-24/2026-12-05'],
    ['tanggal 23-25', '2026-11-23/2026-11-25'],
    ['28 sampai 3', '2026-11-28/2026-12-03'],
    ['Senin 30 November sampai Jumat 4 Desember', '2026-11-30/2026-12-04'],
    ['Senin, 30 November', '2026-11-30/2026-11-30'],
    ['2-6 febuari', '2027-02-02/2027-02-06'],
    ['30 Februari', 'no_such_day'],
    ['30/2', 'no_such_day'],
    ['3/13', 'no_such_day'],
    ['28 Februari sampai 30 Februari', 'no_such_day'],
    ['29 Februari', 'no_such_day'],
    ['29 Februari 2028', 'too_far'],
    ['tgl 32', 'no_such_day'],
    ['6-2 Maret', 'ends_before_it_begins'],
    ['6 Maret sampai 2 Maret', 'ends_before_it_begins'],
    ['5 Desember sampai besok', 'ends_before_it_begins'],
    ['2 November', 'past'],
    ['2-6 September', 'past'],
    ['2-6 Maret 2026', 'past'],
    ['25 November 2027', 'too_far'],
    ['1 Januari sampai 30 Agustus', 'past'],
    ['1 Januari 2027 sampai 30 Agustus 2027', 'too_long'],
  ])('%s', (text, expected) => expect(read(text)).toBe(expected))

  it('that do not exist are given back as they were typed', () => {
    expect(readLeave('30 Februari 2027', TODAY)).toMatchObject({
      fault: 'no_such_day',
      date: { day: 30, month: 2, year: 2027 },
    })
  })

  it('of a leave that is under way keep its beginning', () => {
    expect(read('2-6 Maret', '2027-03-04')).toBe('2027-03-02/2027-03-06')
    expect(read('2-6 Maret', '2027-03-07')).toBe('past')
  })
})

describe('what can mean several things is asked', () => {
  it.each([
    ['2-6', '? 2026-12-02/2026-12-06 2027-06-02/2027-06-02'],
    ['28-30', '2026-11-28/2026-11-30'],
    ['2-3 hari', '? 2026-11-24/2026-11-25 2026-11-24/2026-11-26'],
    ['minggu', '? 2026-11-24/2026-11-30 2026-11-29/2026-11-29'],
    ['sampai minggu depan', '? 2026-11-24/2026-11-29 2026-11-24/2026-12-06'],
    ['Senin 2 Desember', '? 2026-12-02/2026-12-02'],
  ])('%s', (text, expected) => expect(read(text)).toBe(expected))
})

describe('the kind', () => {
  it.each([
    ['cuti 2-6 Maret', '2027-03-02/2027-03-06 leave'],
    ['sakit 2 hari', '2026-11-24/2026-11-25 sick'],
    ['2 hari sakit', '2026-11-24/2026-11-25 sick'],
    ['dinas luar besok sampai Jumat', '2026-11-25/2026-11-27 duty'],
    ['3 hari karena anak sakit', '2026-11-24/2026-11-26'],
    ['sakit', 'kind sick'],
    ['sampai saya kembali', 'open'],
    ['until I come back', 'open'],
    ['lama', 'unclear'],
    ['', 'unclear'],
    ['2 6 Maret', 'unclear'],
    ['3 hari 4 hari', 'unclear'],
  ])('%s', (text, expected) => expect(read(text)).toBe(expected))
})

describe('for everything that can be typed', () => {
  const day = fc.integer({ min: 0, max: 20_000 }).map((n) => addCivilDays('2000-01-01', n))
  const word = fc.constantFrom(
    ...'3 28 31 2027 hari minggu bulan Senin Minggu Jumat Maret Februari Des sampai - s.d. mulai besok depan ini tgl 2/3 30/2/2027 sakit cuti until next week from March 2nd kerja , / x'.split(
      ' ',
    ),
  )
  const typed = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 150 }),
    fc.array(word, { maxLength: 8 }).map((words) => words.join(' ')),
    fc.array(word, { maxLength: 8 }).map((words) => words.join('')),
  )

  it('never throws, and days that it returns can be had', () => {
    fc.assert(
      fc.property(typed, day, (text, today) => {
        const reading = readLeave(text, today)
        const all =
          reading.is === 'days'
            ? [reading.days]
            : reading.is === 'ambiguous'
              ? reading.readings
              : []
        for (const { first, last } of all) {
          expect(last >= first && last >= today).toBe(true)
          expect(daysBetween(first, last)).toBeLessThan(MOST_LEAVE_DAYS)
          expect(daysBetween(today, first)).toBeLessThanOrEqual(LEAVE_AHEAD_DAYS)
        }
        if (reading.is === 'ambiguous') expect(all.length).toBeGreaterThan(0)
      }),
      { numRuns: 3000 },
    )
  })

  const written = (of: string, locale: string, year: boolean): string =>
    new Intl.DateTimeFormat(locale, {
      timeZone: 'UTC',
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      ...(year ? { year: 'numeric' } : {}),
    }).format(new Date(`${of}T00:00:00Z`))

  it.each([
    ['id-ID', 'sampai'],
    ['en-GB', 'to'],
  ])('reads back the days that it would confirm, in %s', (locale, to) => {
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: 0, max: 180 }),
        fc.integer({ min: 0, max: 90 }),
        fc.boolean(),
        (today, ahead, length, year) => {
          const days = {
            first: addCivilDays(today, ahead),
            last: addCivilDays(today, ahead + length),
          }
          const text = `${written(days.first, locale, year)} ${to} ${written(days.last, locale, year)}`
          expect(readLeave(text, today)).toEqual({ is: 'days', days, kind: null })
        },
      ),
      { numRuns: 500 },
    )
  })
})
