import type { ComponentChildren, JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { follow, place } from '../state/navigate.ts'
import { onView } from '../state/place.ts'
import { start, texts } from '../state/settings.ts'

/** Arrow keys go from tab to tab, as in any list of tabs (ARIA Authoring Practices, "Tabs"). */
export function Tabs(): JSX.Element {
  const list = useRef<HTMLDivElement>(null)
  const views = start.value?.views ?? []
  const now = place.value.view
  useEffect(() => {
    // On a phone the row of tabs is wider than the screen.
    const chosen = list.current?.querySelector<HTMLElement>('[aria-selected="true"]')
    const row = list.current
    if (chosen == null || row === null) return
    row.scrollTo({ left: chosen.offsetLeft - (row.clientWidth - chosen.offsetWidth) / 2 })
  }, [now, views.length])
  function onKeyDown(event: KeyboardEvent): void {
    const at = views.findIndex(({ name }) => name === now)
    const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: views.length - 1 }[
      event.key
    ]
    const view = next === undefined ? undefined : views.at(next % views.length)
    if (view === undefined) return
    event.preventDefault()
    follow(onView(place.peek(), view.name), 'stays')
    list.current?.querySelector<HTMLElement>(`#tab-${view.name}`)?.focus()
  }
  return (
    <div
      class="tabs"
      role="tablist"
      aria-label={texts.value.tabs}
      ref={list}
      onKeyDown={onKeyDown}
      aria-busy={views.length === 0}
    >
      {views.map(({ name, title }) => (
        <button
          key={name}
          type="button"
          role="tab"
          id={`tab-${name}`}
          aria-selected={name === now}
          aria-controls="content"
          tabIndex={name === now ? 0 : -1}
          onClick={() => follow(onView(place.peek(), name), 'stays')}
        >
          {title}
        </button>
      ))}
    </div>
  )
}

export function TabPanel({ children }: { children: ComponentChildren }): JSX.Element {
  return (
    <main>
      <div
        id="content"
        role="tabpanel"
        tabIndex={-1}
        aria-labelledby={start.value === undefined ? undefined : `tab-${place.value.view}`}
      >
        {children}
      </div>
    </main>
  )
}
