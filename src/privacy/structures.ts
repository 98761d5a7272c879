/** What numbers tell by themselves. Each takes digits alone. */

/**
 * Provinces in the codes of population data (Permendagri 72/2019 and the new provinces of Papua).
 */
const PROVINCES = new Set(
  [
    [11, 12, 13, 14, 15, 16, 17, 18, 19, 21],
    [31, 32, 33, 34, 35, 36, 51, 52, 53],
    [61, 62, 63, 64, 65, 71, 72, 73, 74, 75, 76],
    [81, 82, 91, 92, 93, 94, 95, 96, 97],
  ].flat(),
)

/** Added to the day of birth of women in a NIK. */
const WOMEN = 40

/** NIK: province, regency, district (two each), birth as ddmmyy, four of a running number. */
export function isNik(digits: string): boolean {
  if (digits.length !== 16) return false
  const [province = 0, regency = 0, district = 0, birth = 0, month = 0] = pairs(digits)
  const day = birth > WOMEN ? birth - WOMEN : birth
  return (
    PROVINCES.has(province) &&
    regency > 0 &&
    regency < 80 &&
    district > 0 &&
    isDayOf(day, month) &&
    !digits.endsWith('0000')
  )
}

/** The month of appointment that PPPK have (BKN: the year, then 21). */
const PPPK = 21

/** NIP: birth as yyyymmdd, year and month of appointment, sex (1 or 2), three of a running number. */
export function isNip(digits: string): boolean {
  if (digits.length !== 18) return false
  const part = (from: number, to: number): number => Number(digits.slice(from, to))
  const born = part(0, 4)
  const appointed = part(8, 12)
  const month = part(12, 14)
  return (
    born >= 1930 &&
    born < 2020 &&
    isDayOf(part(6, 8), part(4, 6)) &&
    appointed >= born + 15 &&
    appointed < 2100 &&
    (month === PPPK || (month >= 1 && month <= 12)) &&
    (digits[14] === '1' || digits[14] === '2')
  )
}

/** Payment cards: the first digits of the networks, and the check digit (ISO/IEC 7812). */
export function isCard(digits: string): boolean {
  return /^(?:3[47]\d{13}|[3-6]\d{15}|[456]\d{12}|6\d{17,18})$/.test(digits) && hasLuhn(digits)
}

function hasLuhn(digits: string): boolean {
  let sum = 0
  for (let index = 0; index < digits.length; index++) {
    const digit = Number(digits[digits.length - 1 - index])
    const weighted = index % 2 === 0 ? digit : digit * 2
    sum += weighted > 9 ? weighted - 9 : weighted
  }
  return sum % 10 === 0
}

/** Indonesian mobile numbers as they are written at home: 08, then 8 to 11 more. */
export function isMobile(digits: string): boolean {
  return /^08[1-9]\d{7,11}$/.test(digits)
}

/** The same with the country's code, and with the zero that many leave standing behind it. */
export function isMobileAbroad(digits: string): boolean {
  return /^(?:00)?620?8[1-9]\d{6,11}$/.test(digits)
}

/** A fixed line with its area code: 0, two or three, and five to eight. */
export function isFixedLine(digits: string): boolean {
  return /^0[2-79]\d{7,10}$/.test(digits)
}

const LONGEST_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

function isDayOf(day: number, month: number): boolean {
  return day >= 1 && day <= (LONGEST_MONTH[month - 1] ?? 0)
}

function pairs(digits: string): number[] {
  return (digits.match(/\d\d/g) ?? []).map(Number)
}
