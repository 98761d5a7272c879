/**
 * What of a text can carry meaning, in order and in small letters: words, numbers with what belongs
 * to them (a sign, a decimal point, a range, a clock time), and symbols such as %, < or ✓. Spaces,
 * hyphens between words and punctuation are left out, and so is the apostrophe inside a word.
 */
export function tokensOf(text: string): string[] {
  const bare = text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/(?<=\p{L})['’ʼ`](?=\p{L})/gu, '')
  return bare.match(TOKEN) ?? []
}

/** A minus is one only where no word or number stands before it: "2-5" is a range, "e-mail" a word. */
const TOKEN =
  /(?<![\p{L}\p{N}])[-−+]?\p{N}(?:[\p{N}.,:/–−-]*\p{N})?|\p{N}(?:[\p{N}.,:/–−-]*\p{N})?|\p{L}[\p{L}\p{M}]*|[%‰&/#§\p{Sm}\p{Sc}\p{So}]/gu

/** A word, and neither a number nor a symbol. */
export function isWord(token: string): boolean {
  return /^\p{L}/u.test(token)
}
