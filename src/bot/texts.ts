import { I18n } from '@grammyjs/i18n'
import { fileURLToPath } from 'node:url'
import type { Locale } from '../people/index.ts'

/** Text that is Telegram HTML already, e.g. a text of the locales inside another. */
export class Html {
  readonly html: string

  constructor(html: string) {
    this.html = html
  }
}

/** Values of a text's variables; strings are escaped for Telegram's HTML, so a name breaks nothing. */
export type Variables = Readonly<Record<string, string | number | Html>>

export type Translate = (key: string, variables?: Variables) => string

export interface Texts {
  /** Telegram HTML in the person's language. @throws Error for a key that has no text */
  in(locale: Locale): Translate
}

export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

function valueOf(value: string | number | Html): string | number {
  if (value instanceof Html) return value.html
  return typeof value === 'string' ? escapeHtml(value) : value
}

/**
 * Reads the locales, a folder a language and a file a topic; every text that a person sees stands
 * there and nowhere else, as Telegram HTML: <b>, <i>, <code>, <pre>.
 */
export function loadTexts(): Texts {
  const i18n = new I18n({
    defaultLocale: 'id',
    directory: fileURLToPath(new URL('./locales', import.meta.url)),
    fluentBundleOptions: { useIsolating: false },
  })
  return {
    in: (locale) => (key, variables) => {
      const escaped = Object.fromEntries(
        Object.entries(variables ?? {}).map(([name, value]) => [name, valueOf(value)]),
      )
      const text = i18n.t(locale, key, escaped)
      if (text === `{${key}}`) throw new Error(`No text "${key}" in ${locale}`)
      return text
    },
  }
}
