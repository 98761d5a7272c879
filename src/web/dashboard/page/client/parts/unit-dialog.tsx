import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { place, refine } from '../state/navigate.ts'
import { changed } from '../state/place.ts'
import { start, texts } from '../state/settings.ts'
import { findUnits, openTree, pathTo, type Unit } from '../state/units.ts'
import { Dialog } from './dialog.tsx'
import { Icon } from './icons.tsx'

/** So many lines are drawn; a phone would scroll through more without finding anything. */
const MOST = 80

/** The tree of units to open branch by branch, or to search. */
export function UnitDialog({ onClose }: { onClose(): void }): JSX.Element {
  const words = texts.value
  const units = start.value?.units ?? []
  const chosen = place.value.asked.unit
  const search = useSignal('')
  const open = useSignal<ReadonlySet<string>>(firstOpen(units, chosen))
  const isSearch = search.value.trim() !== ''
  const found = isSearch
    ? findUnits(units, search.value).map((unit) => ({ ...unit, depth: 0, hasBelow: false }))
    : openTree(units, open.value)
  const choose = (unit: string): void => {
    onClose()
    refine(changed(place.peek().asked, { unit }))
  }
  function toggle(id: string): void {
    const next = new Set(open.value)
    if (!next.delete(id)) next.add(id)
    open.value = next
  }
  return (
    <Dialog title={words.unit} onClose={onClose}>
      <input
        type="search"
        class="field"
        placeholder={words.searchUnit}
        aria-label={words.searchUnit}
        onInput={(event) => {
          search.value = event.currentTarget.value
        }}
      />
      <ul class="unit-tree">
        {!isSearch && (
          <li>
            <span class="twig" />
            <button type="button" aria-pressed={chosen === undefined} onClick={() => choose('')}>
              {words.allUnits}
            </button>
          </li>
        )}
        {found.slice(0, MOST).map(({ id, name, depth, hasBelow }) => (
          <li key={id} style={{ '--depth': depth }}>
            {hasBelow ? (
              <button
                type="button"
                class="twig"
                aria-label={words.below(name)}
                aria-expanded={open.value.has(id)}
                onClick={() => toggle(id)}
              >
                <Icon name="open" size={16} />
              </button>
            ) : (
              <span class="twig" />
            )}
            <button type="button" aria-pressed={id === chosen} onClick={() => choose(id)}>
              {name}
              {isSearch && <small>{above(units, id)}</small>}
            </button>
          </li>
        ))}
      </ul>
      {found.length === 0 && <p class="quiet">{words.noUnit}</p>}
      {found.length > MOST && <p class="quiet">{words.moreUnits(found.length - MOST)}</p>}
    </Dialog>
  )
}

/** At first the way to what is chosen lies open, and where there is one top alone, what is below it. */
function firstOpen(units: readonly Unit[], chosen: string | undefined): ReadonlySet<string> {
  const tops = openTree(units, new Set())
  const [top] = tops
  const open = pathTo(units, chosen ?? '').map(({ id }) => id)
  return new Set(tops.length === 1 && top !== undefined ? [top.id, ...open] : open)
}

const above = (units: readonly Unit[], id: string): string =>
  pathTo(units, id)
    .slice(0, -1)
    .map(({ name }) => name)
    .join(' › ')
