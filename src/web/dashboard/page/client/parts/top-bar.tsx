import type { JSX } from 'preact'
import { shown } from '../state/live.ts'
import { canPrint, forms, start, texts } from '../state/settings.ts'
import { Icon } from './icons.tsx'

export function TopBar(): JSX.Element {
  const words = texts.value
  const at = shown.value?.at
  const time = at === undefined ? undefined : forms.value.time(at)
  return (
    <header class="top-bar">
      <Mark />
      <p class="whose">
        <b>{start.value?.organisation ?? 'Sedikit'}</b>
        <span>{words.title}</span>
      </p>
      {time !== undefined && (
        <p class="as-of" title={words.asOfLong(time)}>
          <i aria-hidden="true" />
          {words.asOf(time)}
        </p>
      )}
      {canPrint && (
        <button type="button" class="tool" aria-label={words.print} onClick={() => print()}>
          <Icon name="print" />
          <span class="wide-only">{words.print}</span>
        </button>
      )}
    </header>
  )
}

/** The hill that is built stone by stone. */
function Mark(): JSX.Element {
  return (
    <svg class="mark" viewBox="0 0 40 40" width="34" height="34" aria-hidden="true">
      <rect width="40" height="40" rx="11" />
      <path opacity=".75" d="M6 31c0-5 4-8 9-8s9 3 9 8z" />
      <path opacity=".55" d="M17 31c0-4 3.5-7 8.5-7s8.5 3 8.5 7z" />
      <path d="M13 22c0-5 3-9 7.5-9s7.5 4 7.5 9c0 1-3 1.5-7.5 1.5S13 23 13 22z" />
    </svg>
  )
}
