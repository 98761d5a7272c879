import type { JSX } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'

import { found, people, search } from '../store/people.ts'
import { openPhone } from '../store/phones.ts'
import { texts } from '../store/settings.ts'
import { count } from '../ui/format.ts'
import { Icon } from '../ui/icons.tsx'
import { PersonRow } from './person-row.tsx'

/** Pixels; the same in the styles. */
const ROW = 68
/** Rows drawn beyond the edges. */
const MARGIN = 6

/** Everyone, newest messages first. Only the rows in sight are drawn, so that a thousand are as quick as ten. */
export function PeopleList(): JSX.Element {
  const { people: words } = texts.value
  const box = useRef<HTMLDivElement>(null)
  const [sight, setSight] = useState({ top: 0, height: 800 })
  const shown = found.value
  const first = Math.max(0, Math.floor(sight.top / ROW) - MARGIN)
  const end = Math.min(shown.length, Math.ceil((sight.top + sight.height) / ROW) + MARGIN)

  useEffect(() => {
    const list = box.current
    if (list === null) return
    const look = (): void => setSight({ top: list.scrollTop, height: list.clientHeight })
    const observer = new ResizeObserver(look)
    observer.observe(list)
    list.addEventListener('scroll', look, { passive: true })
    return () => {
      observer.disconnect()
      list.removeEventListener('scroll', look)
    }
  }, [])

  /** Arrow keys go from row to row, beyond what is drawn too. */
  function step(event: KeyboardEvent): void {
    const list = box.current
    const at = Number((event.target as HTMLElement).dataset['row'] ?? -1)
    const moves: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: shown.length - 1,
    }
    const to = moves[event.key]
    if (to === undefined || list === null || to < 0 || to >= shown.length) return
    event.preventDefault()
    if (to * ROW < list.scrollTop) list.scrollTop = to * ROW
    if ((to + 1) * ROW > list.scrollTop + list.clientHeight) {
      list.scrollTop = (to + 1) * ROW - list.clientHeight
    }
    setSight({ top: list.scrollTop, height: list.clientHeight })
    const row = (): HTMLElement | null => list.querySelector(`[data-row="${to}"]`)
    // One that is out of sight is drawn first.
    if (row() === null) requestAnimationFrame(() => row()?.focus())
    else row()?.focus()
  }

  return (
    <section class="people" aria-label={words.title}>
      <div class="search">
        <Icon name="search" size={18} />
        <input
          type="search"
          value={search.value}
          placeholder={words.search}
          aria-label={words.search}
          onInput={(event) => {
            search.value = event.currentTarget.value
            if (box.current !== null) box.current.scrollTop = 0
          }}
        />
        <span class="search-count">{count(shown.length)}</span>
      </div>
      <div class="people-scroll" ref={box} onKeyDown={step}>
        {shown.length === 0 && (
          <p class="note">{people.value.size === 0 ? words.none : words.noneFound(search.value)}</p>
        )}
        <ul style={{ height: `${shown.length * ROW}px` }} aria-label={words.count(shown.length)}>
          {shown.slice(first, end).map((person, index) => (
            <PersonRow
              key={person.id}
              person={person}
              at={first + index}
              total={shown.length}
              top={(first + index) * ROW}
              onOpen={() => openPhone(person.id)}
            />
          ))}
        </ul>
      </div>
    </section>
  )
}
