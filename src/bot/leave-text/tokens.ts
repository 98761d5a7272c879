import { tokenOf, type Token } from './words.ts'

/** Longer texts are no leave; nobody types so much. */
const MOST_CHARACTERS = 120

/** Turns of speech that are two words and one thing. */
const TURNS: readonly (readonly [RegExp, string])[] = [
  [/\bs\s*[./]\s*d\b\.?/g, ' sampai '],
  [/\bhari ini\b/g, 'today'],
  [/\bhari (?:minggu|ahad)\b/g, 'sunday'],
  [/\bday after tomorrow\b/g, 'lusa'],
  [/\b(?:dinas luar|luar kota|perjalanan dinas|business trip|on duty)\b/g, 'dinas'],
  // Why somebody is away is nobody's business: what follows is not even looked at.
  [/\b(?:karena|krn|sebab|because|due to)\b.*$/g, ' '],
]

/** "sampai saya kembali" and its like: without an end that is known. */
export const OPEN_END =
  /\b(?:(?:sampai|hingga) (?:saya|aku) (?:kembali|pulang)|tanpa batas|belum tahu|until i(?:'?m| am)? (?:return|back|come back)|until further notice|indefinitely)\b/

/** Lower case, with one kind of dash and single spaces. */
export function normalise(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\u2010-\u2015\u2212~]/g, '-')
    .replaceAll(/['’‘`´]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

const PARTS =
  /(\d{4})-(\d{1,2})-(\d{1,2})|(\d{1,2})-(\d{1,2})-(\d{4})|(\d{1,2})[/.](\d{1,2})(?:[/.](\d{4}|\d{2}))?|(\d+)(st|nd|rd|th)?|([\p{L}]+)|-|[^\s,.]/gu

/** The tokens of a normalised text, without fillers; undefined for one that is too long. */
export function tokensIn(normalised: string): Token[] | undefined {
  if (normalised.length > MOST_CHARACTERS) return undefined
  const text = TURNS.reduce((before, [turn, by]) => before.replaceAll(turn, by), normalised)
  return [...text.matchAll(PARTS)].flatMap(tokensOf).filter(({ t }) => t !== 'filler')
}

function tokensOf(match: RegExpMatchArray): Token[] {
  const [all, isoYear, isoMonth, isoDay, day, month, year, d, m, y, digits, ordinal, word] = match
  if (isoYear !== undefined) {
    return [{ t: 'date', day: Number(isoDay), month: Number(isoMonth), year: Number(isoYear) }]
  }
  if (year !== undefined) {
    return [{ t: 'date', day: Number(day), month: Number(month), year: Number(year) }]
  }
  if (d !== undefined) {
    const date = { t: 'date', day: Number(d), month: Number(m) } as const
    return [y === undefined ? date : { ...date, year: Number(y.length === 2 ? `20${y}` : y) }]
  }
  if (digits !== undefined) {
    if (digits.length > 4) return [{ t: 'unknown' }]
    const number = { t: 'number', n: Number(digits) } as const
    return ordinal === undefined ? [number] : [{ t: 'day_of_month' }, number]
  }
  if (word !== undefined) return [tokenOf(word)]
  return [{ t: all === '-' ? 'dash' : 'unknown' }]
}
