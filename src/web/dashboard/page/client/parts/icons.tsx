import type { JSX } from 'preact'

const paths = {
  print: 'M7 9V4h10v5M7 17H4v-7h16v7h-3M7 14h10v6H7z',
  table: 'M4 5h16v14H4zM4 10h16M10 10v9',
  down: 'M12 4v11m-5-5 5 5 5-5M5 20h14',
  close: 'M6 6l12 12M18 6 6 18',
  open: 'm9 6 6 6-6 6',
  unit: 'M4 20V8l8-4 8 4v12M9 20v-5h6v5M9 10h.01M15 10h.01',
  period: 'M5 6h14v14H5zM5 10h14M9 3v4M15 3v4',
  up: 'M5 12l7-7 7 7M12 5v14',
  lower: 'M5 12l7 7 7-7M12 19V5',
} as const

export type IconName = keyof typeof paths

export function Icon({ name, size = 18 }: { name: IconName; size?: number }): JSX.Element {
  return (
    <svg class="icon" viewBox="0 0 24 24" width={size} height={size} aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  )
}
