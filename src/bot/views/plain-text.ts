import type { Html } from '../texts.ts'

const SIGNS: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&amp;': '&' }

/** A text of the locales without its marks: for pictures and buttons, which know no HTML. */
export function plainText(text: Html | string): string {
  const html = typeof text === 'string' ? text : text.html
  return html.replaceAll(/<\/?[a-z]+>/g, '').replaceAll(/&(?:lt|gt|amp);/g, (s) => SIGNS[s] ?? s)
}
