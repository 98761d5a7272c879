/** What is recognised in a text; see docs/privacy.md. */
export const personalKinds = [
  'nik',
  'kk',
  'nip',
  'phone',
  'email',
  'account',
  'card',
  'npwp',
  'identity',
] as const
export type PersonalKind = (typeof personalKinds)[number]

/**
 * `sure`: its own structure says so. `likely`: a word beside it, or its form. `possible`: long enough
 * that it can hardly be anything else. All are masked; the degree is for tests and for measuring.
 */
export type Certainty = 'sure' | 'likely' | 'possible'

/** One datum in a text, as UTF-16 offsets: [start, end). */
export interface Found {
  readonly kind: PersonalKind
  readonly certainty: Certainty
  readonly start: number
  readonly end: number
}

/**
 * What stands in the place of a datum: a word in square brackets, as the lesson about forbidden data
 * teaches to do it by hand. No digit stays: of a NIK the first ones alone say district and birthday,
 * and a few digits of a phone number are enough where everybody knows everybody. None of the words
 * holds a digit or an @, so that a masked text is never masked again.
 */
export const masks: Readonly<Record<PersonalKind, string>> = {
  nik: '[NIK]',
  kk: '[NOMOR KK]',
  nip: '[NIP]',
  phone: '[NOMOR TELEPON]',
  email: '[EMAIL]',
  account: '[NOMOR REKENING]',
  card: '[NOMOR KARTU]',
  npwp: '[NPWP]',
  identity: '[NOMOR IDENTITAS]',
}

const anyMask = new RegExp(
  Object.values(masks)
    .map((mask) => mask.replaceAll(/[[\]]/g, '\\$&'))
    .join('|'),
  'g',
)

/** The text with something else in the place of each mask. */
export function replaceMasks(text: string, by: (mask: string) => string): string {
  return text.replaceAll(anyMask, by)
}
