import type { JSX } from 'preact'

/** Telegram's own seven pairs of colours, chosen by id. */
const COLOURS = 7

export function Avatar({ id, name }: { id: number; name: string }): JSX.Element {
  return (
    <span class="avatar" data-colour={id % COLOURS} aria-hidden="true">
      {initials(name)}
    </span>
  )
}

/** The bot's: a hill of three stones. */
export function BotAvatar(): JSX.Element {
  return (
    <span class="avatar avatar-bot" aria-hidden="true">
      <svg viewBox="0 0 40 40">
        <path class="stone-1" d="M6 31c0-5 4-8 9-8s9 3 9 8z" />
        <path class="stone-2" d="M17 31c0-4 3.5-7 8.5-7s8.5 3 8.5 7z" />
        <path class="stone-3" d="M13 22c0-5 3-9 7.5-9s7.5 4 7.5 9c0 1-3 1.5-7.5 1.5S13 23 13 22z" />
      </svg>
    </span>
  )
}

/** A title before a name is not what one is called by. */
const TITLES = /^(?:dr|drs|dra|ir|h|hj|a|muh|st)\.?$/iu

function initials(name: string): string {
  const words = name.split(/\s+/u).filter((word) => word !== '' && !TITLES.test(word))
  const [first, second] = words.length > 0 ? words : [name]
  return [first, second]
    .map((word) => Array.from(word ?? '')[0] ?? '')
    .join('')
    .toLocaleUpperCase()
}
