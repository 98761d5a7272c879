import { wordsOf } from './words-of.ts'

/** One thing that is looked for: a word, or the words of a quotation in their order. */
export type Term = readonly string[]

/**
 * Bytes of a query. All of it must fit into the data of the button that turns the page (64 bytes,
 * with a verb and a number before it), since what a person typed is kept nowhere else.
 */
export const MOST_QUERY_BYTES = 48

/** Words that say nothing about what is looked for. Postgres has a list for English alone. */
const EMPTY_WORDS = new Set(
  `ada adalah agar akan apa apakah atau bagaimana bagi bahwa bisa cara dalam dan dari dengan di ialah
  ini itu jika juga kah kalau kami karena ke kepada kita lalu mana mengapa oleh pada para saat saja
  saya sebagai seperti siapa sudah supaya tentang untuk yaitu yang
  a an and are for how in is of on or that the to what`.split(/\s+/),
)

/**
 * What a person typed, as terms: words, and quotations as one term. Words that say nothing are left
 * out where others remain; what is beyond MOST_QUERY_BYTES is left out too. Takes any text.
 */
export function parseQuery(typed: string): Term[] {
  const terms: Term[] = []
  for (const [index, part] of typed.split(/["“”„«»]/).entries()) {
    const words = wordsOf(part)
    // Of the parts between quotation marks each second one stands inside.
    if (index % 2 === 1 && words.length > 1) terms.push(words)
    else terms.push(...words.map((word) => [word]))
  }
  const telling = terms.filter((term) => term.some(tells))
  return fitting(distinct(telling.length > 0 ? telling : terms), (term) => term)
}

/** Whether the word says something about what is looked for. */
export function tells(word: string): boolean {
  return !EMPTY_WORDS.has(word)
}

/** Terms as a person would type them: `parseQuery` makes the same terms of it again. */
export function writeQuery(terms: readonly Term[]): string {
  return terms.map((term) => (term.length > 1 ? `"${term.join(' ')}"` : term.join(' '))).join(' ')
}

function distinct(terms: readonly Term[]): Term[] {
  return [...new Map(terms.map((term) => [writeQuery([term]), term])).values()]
}

/** Those of the items whose terms, one after the other, stay within MOST_QUERY_BYTES. */
export function fitting<T>(items: readonly T[], termOf: (item: T) => Term): T[] {
  const kept: T[] = []
  for (const item of items) {
    const query = writeQuery([...kept, item].map(termOf))
    if (Buffer.byteLength(query) <= MOST_QUERY_BYTES) kept.push(item)
  }
  return kept
}
