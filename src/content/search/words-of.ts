/**
 * The words of a text as they are searched: small letters, without accents, of letters and digits
 * alone. Lessons and queries go through the same, so that a slash or a hyphen, which Postgres'
 * parser takes for a path or a compound ("dan/atau", "sehari-hari"), separates in both.
 */
export function wordsOf(text: string): string[] {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().match(WORD) ?? []
}

const WORD = /[\p{L}\p{N}]+/gu
