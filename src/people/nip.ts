/**
 * A civil servant's number (NIP): 18 digits, of which eight are the day of birth, six the month of
 * appointment, one the sex (1, 2) and three a serial number, by Peraturan Kepala BKN 22/2007. A PPPK
 * has 21 in place of the month of appointment (NI PPPK, by Peraturan BKN 1/2019).
 *
 * @returns the digits; undefined when it is none
 */
export function readNip(typed: string): string | undefined {
  const nip = typed.replaceAll(/[\s.-]/g, '')
  if (!/^\d{18}$/.test(nip)) return undefined
  const [birthYear, birthMonth, birthDay] = [part(nip, 0, 4), part(nip, 4, 6), part(nip, 6, 8)]
  const [year, month, sex] = [part(nip, 8, 12), part(nip, 12, 14), part(nip, 14, 15)]
  const adult = year - birthYear
  // A PPPK's sixth pair is a code, not a month.
  const monthHolds = (month >= 1 && month <= 12) || month === 21
  return isDay(birthYear, birthMonth, birthDay) &&
    adult >= 15 &&
    adult <= 65 &&
    monthHolds &&
    (sex === 1 || sex === 2) &&
    part(nip, 15, 18) > 0
    ? nip
    : undefined
}

/** As it is printed: 19850101 201001 1 001. */
export function formatNip(nip: string): string {
  return [nip.slice(0, 8), nip.slice(8, 14), nip.slice(14, 15), nip.slice(15)].join(' ')
}

function part(digits: string, from: number, to: number): number {
  return Number(digits.slice(from, to))
}

function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day))
  return (
    year >= 1900 &&
    date.getUTCFullYear() === year &&
    date.getUTCMonth() === month - 1 &&
    date.getUTCDate() === day
  )
}
