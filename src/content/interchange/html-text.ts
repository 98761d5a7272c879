const NAMED: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', ' '],
  ['ndash', '–'],
  ['mdash', '—'],
  ['hellip', '…'],
  ['lsquo', '‘'],
  ['rsquo', '’'],
  ['ldquo', '“'],
  ['rdquo', '”'],
])

const TAG = /<\/?[a-z][^<>]*>|<!--[\s\S]*?-->/gi

/** Plain text as HTML that shows it. */
export function textToHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\n', '<br>')
}

/** Whether `text` holds what a browser would take for a tag or an entity. */
export function looksLikeHtml(text: string): boolean {
  return text.search(TAG) !== -1 || /&(?:#\d+|#x[\da-f]+|[a-z]+);/i.test(text)
}

/** The text of HTML, with a line break where a block or a `<br>` makes one. */
export function htmlToText(html: string): string {
  return html
    .replaceAll(/\s*<(?:br|\/p|\/div|\/li|\/h\d)\b[^<>]*>\s*/gi, '\n')
    .replaceAll(TAG, '')
    .replaceAll(/&(#\d+|#x[\da-f]+|[a-z]+);/gi, (entity, name: string) => decode(name) ?? entity)
    .trim()
}

function decode(name: string): string | undefined {
  if (!name.startsWith('#')) return NAMED.get(name.toLowerCase())
  const hex = /^#x/i.test(name)
  const code = Number.parseInt(name.slice(hex ? 2 : 1), hex ? 16 : 10)
  return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : undefined
}
