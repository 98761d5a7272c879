import type { LeaveKind } from '../../learning/index.ts'
import { isNear } from '../../people/index.ts'

export type LengthUnit = 'day' | 'week' | 'month' | 'year'

export type Token =
  | { readonly t: 'number'; readonly n: number }
  | { readonly t: 'date'; readonly day: number; readonly month: number; readonly year?: number }
  | { readonly t: 'unit'; readonly unit: LengthUnit }
  /** "seminggu" */
  | { readonly t: 'length'; readonly n: number; readonly unit: LengthUnit }
  /** 0 Sunday … 6 Saturday. */
  | { readonly t: 'weekday'; readonly weekday: number }
  /** "minggu": a week, or Sunday. */
  | { readonly t: 'minggu' }
  | { readonly t: 'month'; readonly month: number }
  /** Days from today. */
  | { readonly t: 'from_today'; readonly days: number }
  | { readonly t: 'kind'; readonly kind: LeaveKind }
  /** "tgl": a day of a month follows. */
  | { readonly t: 'day_of_month' }
  | { readonly t: 'to' | 'dash' | 'from' | 'next' | 'this' | 'working' | 'filler' | 'unknown' }

const words = new Map<string, Token>()

function enter(token: Token, ...texts: string[]): void {
  for (const text of texts.flatMap((line) => line.split(' '))) words.set(text, token)
}

const MONTHS = [
  'januari january jan',
  'februari february pebruari feb peb',
  'maret march mar mrt',
  'april apr',
  'mei may',
  'juni june jun',
  'juli july jul',
  'agustus august agu agt ags aug',
  'september sept sep',
  'oktober october okt oct',
  'november nopember nov nop',
  'desember december des dec',
] as const
const WEEKDAYS = [
  'ahad sunday sun',
  'senin monday sen mon',
  'selasa tuesday sel tue tues',
  'rabu wednesday rab wed',
  'kamis thursday kam thu thur thurs',
  'jumat jumaat friday jum fri',
  'sabtu saturday sab sat',
] as const
const NUMBERS = [
  'satu one a an',
  'dua two',
  'tiga three',
  'empat four',
  'lima five',
  'enam six',
  'tujuh seven',
  'delapan eight',
  'sembilan nine',
  'sepuluh ten',
] as const

MONTHS.forEach((texts, i) => enter({ t: 'month', month: i + 1 }, texts))
WEEKDAYS.forEach((texts, i) => enter({ t: 'weekday', weekday: i }, texts))
NUMBERS.forEach((texts, i) => enter({ t: 'number', n: i + 1 }, texts))
enter({ t: 'minggu' }, 'minggu mgg')
enter({ t: 'unit', unit: 'day' }, 'hari hr day days d')
enter({ t: 'unit', unit: 'week' }, 'pekan week weeks w wk wks')
enter({ t: 'unit', unit: 'month' }, 'bulan bln month months')
enter({ t: 'unit', unit: 'year' }, 'tahun thn year years')
enter({ t: 'length', n: 1, unit: 'day' }, 'sehari seharian')
enter({ t: 'length', n: 1, unit: 'week' }, 'seminggu sepekan semingguan')
enter({ t: 'length', n: 1, unit: 'month' }, 'sebulan sebulanan')
enter({ t: 'length', n: 1, unit: 'year' }, 'setahun')
enter({ t: 'from_today', days: 0 }, 'today sekarang now')
enter({ t: 'from_today', days: 1 }, 'besok esok bsk tomorrow')
enter({ t: 'from_today', days: 2 }, 'lusa')
enter({ t: 'to' }, 'sampai sampe smp hingga sd until untill till til to thru through ke')
enter({ t: 'from' }, 'mulai dari sejak from since starting start beginning')
enter({ t: 'next' }, 'depan berikutnya next')
enter({ t: 'this' }, 'ini this')
enter({ t: 'day_of_month' }, 'tanggal tgl')
enter({ t: 'working' }, 'kerja working business')
enter({ t: 'kind', kind: 'leave' }, 'cuti libur liburan leave holiday holidays vacation')
enter({ t: 'kind', kind: 'sick' }, 'sakit sick ill')
enter({ t: 'kind', kind: 'duty' }, 'dinas duty tugas')
enter({ t: 'filler' }, 'selama for of the on pada saya aja saja ya dulu jeda pause off luar')
enter({ t: 'filler' }, 'i am im at just please tolong ingin mau minta')

/** Shorter words have too many neighbours: "Juni" and "Juli". */
const SLIP_LENGTH = 5

/** The token of a word in lower case; a long one may have one slip of the thumb. */
export function tokenOf(word: string): Token {
  const known = words.get(word)
  if (known !== undefined) return known
  if (word.length < SLIP_LENGTH) return { t: 'unknown' }
  for (const [text, token] of words) {
    if (text.length >= SLIP_LENGTH && isNear(text, word)) return token
  }
  return { t: 'unknown' }
}
