const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'] as const

/** Digits of a serial number at the least. */
const DIGITS = 4

/**
 * A certificate's number by the organisation's pattern, such as {n}/SEDIKIT/{roman}/{year}: the
 * serial number in four digits, the month in two digits or Roman, as letters are numbered in
 * Indonesian offices, and the year.
 *
 * @param day the civil day of issue, 2026-11-24
 */
export function formatNumber(pattern: string, serial: number, day: string): string {
  const [year = '', month = ''] = day.split('-')
  return pattern
    .replaceAll('{n}', String(serial).padStart(DIGITS, '0'))
    .replaceAll('{month}', month)
    .replaceAll('{roman}', ROMAN[Number(month) - 1] ?? '')
    .replaceAll('{year}', year)
}
