import { textOfSigns, trimSigns, type GiftSign } from './gift-signs.ts'
import { htmlToText, looksLikeHtml } from './html-text.ts'

export type GiftFormat = 'moodle' | 'html' | 'plain' | 'markdown'

export interface GiftText {
  readonly text: string
  readonly format: GiftFormat
  /** Whether HTML became plain text, in which more may be lost than tags. */
  readonly stripped: boolean
}

/** A text with its format before it ("[html]…"), or in that of the question that it belongs to. */
export function readGiftText(given: readonly GiftSign[], inherited: GiftFormat): GiftText {
  const signs = trimSigns(given)
  const head = signs
    .slice(0, 10)
    .map(({ value, escaped }) => (escaped ? '\0' : value))
    .join('')
  const [prefix = '', named] = /^\[(moodle|html|plain|markdown)\]/.exec(head) ?? []
  const format = (named as GiftFormat | undefined) ?? inherited
  const text = textOfSigns(signs.slice(prefix.length))
  // Moodle's own format ("moodle") is text in which tags work.
  const html = format === 'html' || (format === 'moodle' && looksLikeHtml(text))
  return html
    ? { text: htmlToText(text), format, stripped: /<[a-z]/i.test(text) }
    : { text, format, stripped: false }
}
