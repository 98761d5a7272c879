import type { JSX } from 'preact'
import type { Panel } from '../../../contract.ts'
import { hrefOf, onLink, place } from '../state/navigate.ts'
import { changed, type Place } from '../state/place.ts'
import { forms, texts } from '../state/settings.ts'

export function Pages({ pages }: { pages: NonNullable<Panel['pages']> }): JSX.Element {
  const words = texts.value
  const { number } = forms.value
  const { page, of, rows } = pages
  const { view, asked } = place.value
  const to = (wanted: number): Place => ({ view, asked: changed(asked, { page: String(wanted) }) })
  return (
    <nav class="pages" aria-label={words.pages}>
      {of > 1 && (
        <>
          <Turn label={words.previous} to={page > 1 ? to(page - 1) : undefined} />
          <span>{words.page(number(page), number(of))}</span>
          <Turn label={words.next} to={page < of ? to(page + 1) : undefined} />
        </>
      )}
      <small>{words.rows(rows)}</small>
    </nav>
  )
}

function Turn({ label, to }: { label: string; to: Place | undefined }): JSX.Element {
  if (to === undefined) return <span class="turn" aria-hidden="true" />
  return (
    <a class="turn" href={hrefOf(to)} onClick={onLink(to)}>
      {label}
    </a>
  )
}
