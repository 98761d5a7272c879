import type { JSX } from 'preact'
import { texts } from '../state/settings.ts'

/** The shape of what comes; the page of HTML has the same before its script is there. */
export function Skeleton(): JSX.Element {
  return (
    <div class="first-word" aria-busy="true">
      <p class="visually-hidden" role="status">
        {texts.value.loading}
      </p>
      <div class="skeleton-facts" aria-hidden="true">
        <i />
        <i />
        <i />
        <i />
      </div>
      <div class="skeleton-panel" aria-hidden="true" />
      <div class="skeleton-panel" aria-hidden="true" />
    </div>
  )
}
