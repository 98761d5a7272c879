const GRAPHEMES = new Intl.Segmenter('id', { granularity: 'grapheme' })

/**
 * A text of at most `most` characters as people count them; what is too long ends after a whole word
 * where one ends in its second half.
 */
export function clip(text: string, most: number): string {
  if (text.length <= most) return text
  const characters = [...GRAPHEMES.segment(text)].map(({ segment }) => segment)
  if (characters.length <= most) return text
  const kept = characters.slice(0, most)
  // A word that ends right there is whole.
  const wordEnd = kept.findLastIndex((character) => /\s/.test(character))
  const end = wordEnd >= most / 2 ? wordEnd : most - 1
  return `${kept.slice(0, end).join('').trimEnd()}…`
}
