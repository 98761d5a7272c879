/** Words that say what the number behind them is. */
export type Hint =
  | 'nik'
  | 'kk'
  | 'nip'
  | 'npwp'
  | 'phone'
  | 'account'
  | 'bank'
  | 'card'
  | 'identity'
  | 'budget'

const WORDS: readonly (readonly [Hint, string])[] = [
  // Codes of budgets are called accounts too, and are nobody's.
  ['budget', 'kode rekening|rekening belanja|nomor surat|kode akun|kode kegiatan'],
  ['nik', 'nik|no\\.? ?ktp|e-?ktp|ktp|nomor induk kependudukan|national identity number'],
  ['kk', 'no\\.? ?kk|nomor kk|kk|kartu keluarga|family card'],
  ['nip', 'nip|nipppk|nip3k|nomor induk pegawai|civil servant number'],
  ['npwp', 'npwp'],
  ['card', 'kartu kredit|kartu debit|kartu atm|credit card|debit card|visa|mastercard'],
  ['account', 'nomor rekening|no\\.? ?rekening|no\\.? ?rek|norek|rekening|rek|account|transfer ke'],
  ['bank', 'bri|bni|bca|bsi|btn|mandiri|permata|cimb|danamon|muamalat|sulselbar|bank [a-z]{2,15}'],
  [
    'phone',
    'no\\.? ?hp|nohp|hp|wa|whats ?app|telp|telpon|telepon|tlp|tel|ponsel|hubungi|kontak|phone|mobile|call',
  ],
  ['identity', 'nisn|nuptk|bpjs|jkn|no\\.? ?sim|nrp|paspor|passport'],
]

const pattern = new RegExp(
  `(?<![a-z])(?:${WORDS.map(([hint, words]) => `(?<${hint}>${words})`).join('|')})(?![a-z])`,
  'gi',
)

export interface HintAt {
  readonly hint: Hint
  readonly start: number
  readonly end: number
}

/** Every hint of a text, in order. */
export function findHints(text: string): HintAt[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const named = Object.entries(match.groups ?? {}).find(([, words]) => words !== undefined)
    const hint = WORDS.find(([name]) => name === named?.[0])?.[0]
    return hint === undefined
      ? []
      : [{ hint, start: match.index, end: match.index + match[0].length }]
  })
}
