import type { JSX } from 'preact'

/** Outlines on a grid of 24. */
const PATHS = {
  back: 'M15 5l-7 7 7 7',
  close: 'M6 6l12 12M18 6L6 18',
  plus: 'M12 5v14M5 12h14',
  search: 'M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM20 20l-4-4',
  menu: 'M4 7h16M4 12h16M4 17h16',
  more: 'M12 6.5v.01M12 12v.01M12 17.5v.01',
  send: 'M4.5 12L20 4.5 15 20l-3.5-6.5zM11.5 13.5L20 4.5',
  clip: 'M20 11.5l-8 8a5 5 0 0 1-7-7l8.5-8.5a3.3 3.3 0 0 1 4.7 4.7L9.7 17.2a1.7 1.7 0 0 1-2.4-2.4l7.4-7.4',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  checks: 'M2.5 12.5L7 17l9-9.5M11.5 16l1 1 9-9.5',
  clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5l3 2',
  bellOff:
    'M6.5 9.5c0 4-1.5 6-2.5 7h12.5M17.5 13c-.3-1-.5-2.2-.5-3.5a5 5 0 0 0-8-4M10 20a2.2 2.2 0 0 0 4 0M4 4l16 16',
  bulb: 'M9 18h6M10 21h4M12 3a6 6 0 0 0-3.5 10.9c.6.5 1 1.2 1 2.1h5c0-.9.4-1.6 1-2.1A6 6 0 0 0 12 3z',
  pin: 'M9 4h6l-1 6 3 3H7l3-3zM12 13v7',
  down: 'M6 9l6 6 6-6',
  up: 'M6 15l6-6 6 6',
  link: 'M7 17L17 7M9 7h8v8',
  copy: 'M9 9h10v10H9zM5 15V5h10',
  file: 'M7 3h7l4 4v14H7zM14 3v4h4',
  grid: 'M4 7h16v10H4zM8 11v.01M12 11v.01M16 11v.01M8.5 14h7',
  play: 'M8 5.5v13l10.5-6.5z',
  pause: 'M8 5.5v13M16 5.5v13',
  signal: 'M5 19v-3M10 19v-6M15 19v-9M20 19V6',
  signalOff: 'M5 19v-3M10 19v-6M15 19v-3M20 19V6M4 4l16 16',
  block: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM5.8 5.8l12.4 12.4',
  sun: 'M12 16.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9zM12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4',
  moon: 'M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5z',
  auto: 'M12 21a9 9 0 1 0 0-18v18zM12 3a9 9 0 0 0 0 18',
  behind: 'M4 19h16M7 19v-6M12 19V6M17 19v-9',
  home: 'M3 19c3-1 4-9 7-9s3 5 5 5 3-2 6 4z',
  people:
    'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 20c.5-4 3-6 6.5-6s6 2 6.5 6M16 4.5a3.5 3.5 0 0 1 0 6.3M18 14.5c2 .8 3.2 2.7 3.5 5.5',
  phone: 'M7 2.5h10v19H7zM11 18.5h2',
  newcomer: 'M12 21v-9M12 13c0-4 2-7 7-7 0 5-3 7-7 7zM12 16c0-3-2-5-6-5 0 4 2.5 5 6 5z',
  mid_course: 'M12 6c-2-1.5-5-2-8-2v14c3 0 6 .5 8 2 2-1.5 5-2 8-2V4c-3 0-6 .5-8 2zM12 6v14',
  lagging: 'M7 3h10M7 21h10M8 3c0 5 4 6 4 9s-4 4-4 9M16 3c0 5-4 6-4 9s4 4 4 9',
  coordinator: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM15.5 8.5l-2 5-5 2 2-5z',
  admin: 'M8.5 15.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9zM13 11h8v3M17.5 11v2.5',
} as const

export type IconName = keyof typeof PATHS

export function Icon({ name, size = 20 }: { name: IconName; size?: number }): JSX.Element {
  return (
    <svg class="icon" width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  )
}
