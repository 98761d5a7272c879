import { computed, effect, signal } from '@preact/signals'

import { en } from '../locales/en.ts'
import { id } from '../locales/id.ts'
import type { Texts } from '../locales/id.ts'

export type Locale = 'id' | 'en'
export type Theme = 'auto' | 'light' | 'dark'

/** Who reads one of these reads Indonesian sooner than English. */
const INDONESIAN = /^(?:id|ms|jv|su|bug|mak|ban|min)\b/iu

/** The first of the browser's languages that we have decides, until a person chooses. */
export function localeFor(languages: readonly string[]): Locale {
  for (const language of languages) {
    if (INDONESIAN.test(language)) return 'id'
    if (/^en\b/iu.test(language)) return 'en'
  }
  return 'en'
}

export const locale = signal<Locale>(
  chosen('locale', ['id', 'en']) ?? localeFor(navigator.languages),
)
export const theme = signal<Theme>(chosen('theme', ['auto', 'light', 'dark']) ?? 'auto')
export const texts = computed<Texts>(() => (locale.value === 'id' ? id : en))
/** For dates and numbers. */
export const intlLocale = computed(() => (locale.value === 'id' ? 'id-ID' : 'en-GB'))

function chosen<T extends string>(name: string, allowed: readonly T[]): T | undefined {
  const stored = storage()?.getItem(`sedikit.${name}`)
  return allowed.find((value) => value === stored)
}

/** Undefined where the browser keeps nothing for us. */
function storage(): Storage | undefined {
  try {
    return localStorage
  } catch (error) {
    if (error instanceof DOMException) return undefined
    throw error
  }
}

export function choose(name: 'locale' | 'theme', value: string): void {
  storage()?.setItem(`sedikit.${name}`, value)
}

/** Shows the choices on the document itself. */
export function followSettings(): void {
  effect(() => {
    document.documentElement.lang = locale.value
    document.title = texts.value.title
  })
  effect(() => {
    const wanted = theme.value
    if (wanted === 'auto') delete document.documentElement.dataset['theme']
    else document.documentElement.dataset['theme'] = wanted
  })
}
