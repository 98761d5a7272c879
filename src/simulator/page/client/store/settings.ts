import { computed, effect, signal } from '@preact/signals'

import { en } from '../locales/en.ts'
import { id } from '../locales/id.ts'
import type { Texts } from '../locales/id.ts'
import { localeFor } from '../locales/locale-for.ts'
import type { Locale } from '../locales/locale-for.ts'

export type Theme = 'auto' | 'light' | 'dark'

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

/** Reads what was chosen before, and shows the choices on the document itself. */
export function followSettings(): void {
  locale.value = chosen('locale', ['id', 'en']) ?? localeFor(navigator.languages)
  theme.value = chosen('theme', ['auto', 'light', 'dark']) ?? 'auto'
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
