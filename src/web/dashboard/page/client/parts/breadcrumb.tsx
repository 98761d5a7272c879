import type { JSX } from 'preact'
import { pathTo } from '../state/units.ts'
import { hrefOf, onLink, place } from '../state/navigate.ts'
import { changed, type Place } from '../state/place.ts'
import { start, texts } from '../state/settings.ts'

/** From the top of one's reach down to the unit that is shown. */
export function Breadcrumb(): JSX.Element | null {
  const units = start.value?.units ?? []
  const { view, asked } = place.value
  if (asked.unit === undefined) return null
  const to = (unit: string): Place => ({ view, asked: changed(asked, { unit }) })
  const path = pathTo(units, asked.unit)
  return (
    <nav class="breadcrumb" aria-label={texts.value.breadcrumb}>
      <ol>
        <li>
          <a href={hrefOf(to(''))} onClick={onLink(to(''))}>
            {texts.value.allUnits}
          </a>
        </li>
        {path.map(({ id, name }, i) => (
          <li key={id}>
            {i === path.length - 1 ? (
              <span aria-current="page">{name}</span>
            ) : (
              <a href={hrefOf(to(id))} onClick={onLink(to(id))}>
                {name}
              </a>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
