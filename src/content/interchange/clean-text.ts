/**
 * What no exchange format can carry: control characters but tab and line feed (XML 1.0, "Char"),
 * halves of surrogate pairs (UTF-8), U+FFFE and U+FFFF (XML), and U+FFFD, which only ever stands for
 * a character that was lost.
 */
const UNCARRIED = /(?![\t\n])[\p{Cc}\p{Cs}\ufffd-\uffff]/gu

/** `text` as any of the formats can carry it: line ends "\n", and nothing that cannot be shown. */
export function cleanText(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n').replaceAll(UNCARRIED, '').trim()
}
