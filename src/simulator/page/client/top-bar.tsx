import type { JSX } from 'preact'

import { TimeBar } from './demo/time-bar.tsx'
import { behindOpen } from './store/behind.ts'
import { bot, bots } from './store/bot.ts'
import { choose, locale, texts, theme } from './store/settings.ts'
import type { Theme } from './store/settings.ts'
import { BotAvatar } from './ui/avatar.tsx'
import { Icon } from './ui/icons.tsx'
import { openPhones } from './store/phones.ts'

const NEXT: Record<Theme, Theme> = { auto: 'light', light: 'dark', dark: 'auto' }
const THEME_ICONS = { auto: 'auto', light: 'sun', dark: 'moon' } as const

export function TopBar(): JSX.Element {
  return (
    <header class="top-bar">
      <button
        type="button"
        class="brand"
        onClick={() => {
          openPhones.value = []
        }}
      >
        <BotAvatar />
        <b>Sedikit</b>
      </button>
      <TimeBar />
      <Settings />
    </header>
  )
}

export function Settings(): JSX.Element {
  const { settings: words } = texts.value
  const label = `${words.theme}: ${words.themes[theme.value]}`
  return (
    <div class="settings">
      <button
        type="button"
        class="quiet wide-only"
        aria-pressed={behindOpen.value}
        onClick={() => {
          behindOpen.value = !behindOpen.value
        }}
      >
        <Icon name="behind" size={18} />
        {words.behind}
      </button>
      <BotChoice />
      <button
        type="button"
        class="quiet"
        lang={locale.value === 'id' ? 'en' : 'id'}
        aria-label={`${words.language}: ${words.toOther}`}
        onClick={() => {
          locale.value = locale.value === 'id' ? 'en' : 'id'
          choose('locale', locale.value)
        }}
      >
        {locale.value === 'id' ? 'EN' : 'ID'}
      </button>
      <button
        type="button"
        class="icon-button"
        aria-label={label}
        title={label}
        onClick={() => {
          theme.value = NEXT[theme.value]
          choose('theme', theme.value)
        }}
      >
        <Icon name={THEME_ICONS[theme.value]} />
      </button>
    </div>
  )
}

/** Where a simulator has several bots, each has people of its own. */
function BotChoice(): JSX.Element | null {
  if (bots.value.length < 2) return null
  return (
    <select
      class="bot-choice"
      aria-label={texts.value.bot}
      value={bot.value?.id}
      onChange={(event) => {
        location.assign(`?bot=${event.currentTarget.value}`)
      }}
    >
      {bots.value.map(({ id, name, username }) => (
        <option key={id} value={id}>
          {name || username} ({id})
        </option>
      ))}
    </select>
  )
}
