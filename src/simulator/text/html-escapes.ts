const NAMED: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
])

/**
 * The character that an HTML escape at `index` (an ampersand) stands for and where it ends, or
 * undefined when it is one that Telegram leaves as it is. A missing semicolon is forgiven.
 */
export function readEscape(text: string, index: number): { char: string; end: number } | undefined {
  const pattern = /&(?:#x([0-9a-f]*)|#(\d*)|([a-z]+));?/iy
  pattern.lastIndex = index
  const match = pattern.exec(text)
  if (match === null) return undefined
  const [whole, hex, decimal, name] = match
  if (name !== undefined) {
    const char = NAMED.get(name)
    return char === undefined ? undefined : { char, end: index + whole.length }
  }
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
  const digits = whole.replace(/;$/u, '')
  if (!(code > 0) || code >= 0x10ffff || digits.length >= 10) return undefined
  return { char: String.fromCodePoint(code), end: index + whole.length }
}
