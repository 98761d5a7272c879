const GRAPHEMES = new Intl.Segmenter('id', { granularity: 'grapheme' })

/** A text of at most `most` characters as people count them, its end cut off with a sign of it. */
export function clip(text: string, most: number): string {
  if (text.length <= most) return text
  const characters = [...GRAPHEMES.segment(text)].map(({ segment }) => segment)
  if (characters.length <= most) return text
  return `${characters
    .slice(0, most - 1)
    .join('')
    .trimEnd()}…`
}
