import { computed, effect, signal } from '@preact/signals'
import type { Start } from '../../../contract.ts'
import { createForms, type Locale } from '../forms/forms.ts'
import { en } from '../locales/en.ts'
import { id, type Texts } from '../locales/id.ts'
import { joinTelegram, tell } from './bridge.ts'
import { miniAppIn } from './mini-app.ts'
import { lookOf } from './theme.ts'

/** Undefined in a browser. Held here alone, for as long as the page is open. */
export const miniApp = miniAppIn(location.hash)

/** Telegram's apps on a phone have no printer. */
export const canPrint = miniApp === undefined || !/android|ios/u.test(miniApp.platform)

export const start = signal<Start | undefined>(undefined)

/** The person's own language; until the server has said it, the browser's. */
export const locale = signal<Locale>(navigator.language.startsWith('en') ? 'en' : 'id')
export const texts = computed<Texts>(() => (locale.value === 'id' ? id : en))
export const forms = computed(() => createForms(locale.value))

/** Shows the language and the look on the document itself. */
export function followSettings(): void {
  effect(() => {
    // A session that is over is told of in the language that it had.
    if (start.value !== undefined) locale.value = start.value.locale
    document.documentElement.lang = locale.value
  })
  if (miniApp === undefined) return
  wear(miniApp.theme)
  joinTelegram({ onTheme: wear, onBack: () => history.back() })
}

/** Telegram's own back button, where there is something to go back to. */
export function showBackButton(shown: boolean): void {
  if (miniApp !== undefined) tell('web_app_setup_back_button', { is_visible: shown })
}

function wear(theme: Readonly<Record<string, string>>): void {
  const look = lookOf(theme)
  const root = document.documentElement
  root.removeAttribute('style')
  if (look === undefined) {
    delete root.dataset['theme']
    return
  }
  root.dataset['theme'] = look.dark ? 'dark' : 'light'
  for (const [name, colour] of Object.entries(look.colours)) root.style.setProperty(name, colour)
}
