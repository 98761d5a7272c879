import type { JSX } from 'preact'
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'

import { texts } from '../store/settings.ts'
import { dayOf } from '../ui/format.ts'
import { Icon } from '../ui/icons.tsx'
import { Chunk } from './chunk.tsx'
import { Announcer } from './announcer.tsx'
import { PendingBubbles } from './pending.tsx'
import { usePhone } from './context.ts'
import { chunksOf, rowsOf } from './rows.ts'
import { windowOf } from './window.ts'

/** Pixels: the height of a row that was never seen, and what is drawn beyond the edges. */
const ROW_GUESS = 110
const MARGIN = 900
/** Pixels from the end within which a chat stays at its end when something arrives. */
const NEAR = 80

interface Anchor {
  chunk: number
  /** Pixels from the top of what is in sight. */
  offset: number
}

/**
 * The messages of a chat. Only pieces near what is in sight are drawn; the rest is two blocks of
 * air. Whatever changes its height above, the line that one reads stays where it is.
 */
export function MessageList({
  label,
  target,
}: {
  label: string
  target: { id: number } | null
}): JSX.Element {
  const { chat } = usePhone()
  const box = useRef<HTMLDivElement>(null)
  const heights = useRef<number[]>([])
  const atEnd = useRef(true)
  const anchor = useRef<Anchor | null>(null)
  const [scrolled, setScrolled] = useState({ top: Number.MAX_SAFE_INTEGER, height: 800 })
  const [away, setAway] = useState(false)
  const [missed, setMissed] = useState(0)

  const messages = chat.messages.value
  const unreadFrom = chat.unreadFrom.value
  const zoneDay = dayOf
  const chunks = useMemo(
    () => chunksOf(rowsOf(messages, { dayOf: zoneDay, unreadFrom })),
    [messages, unreadFrom, zoneDay],
  )
  const known = heights.current
  known.length = chunks.length
  const guessed = chunks.map((rows, at) => known[at] ?? rows.length * ROW_GUESS)
  const sizes = useRef(guessed)
  sizes.current = guessed
  const total = guessed.reduce((sum, height) => sum + height, 0)
  const top = Math.min(scrolled.top, Math.max(0, total - scrolled.height))
  const shown = windowOf(guessed, top, scrolled.height, MARGIN)
  const drawn = useRef(shown)
  drawn.current = shown

  const remember = useCallback((): void => {
    const list = box.current
    if (list === null) return
    anchor.current = anchorOf(list)
  }, [])

  const onScroll = useCallback((): void => {
    const list = box.current
    if (list === null) return
    const left = list.scrollHeight - list.scrollTop - list.clientHeight
    atEnd.current = left < NEAR
    setAway(left > 400)
    if (atEnd.current) setMissed(0)
    remember()
    // Most of the time the same pieces stay in sight, and nothing has to be drawn.
    const next = windowOf(sizes.current, list.scrollTop, list.clientHeight, MARGIN)
    if (next.first === drawn.current.first && next.end === drawn.current.end) return
    setScrolled({ top: list.scrollTop, height: list.clientHeight })
  }, [remember])

  // After each drawing: learn the heights, then put the reader's line back where it was.
  useLayoutEffect(() => {
    const list = box.current
    if (list === null) return
    let wrong = false
    for (const piece of list.querySelectorAll<HTMLElement>('.chunk')) {
      const at = Number(piece.dataset['chunk'])
      const height = piece.offsetHeight
      if (known[at] !== height) wrong = true
      known[at] = height
    }
    if (atEnd.current) list.scrollTop = list.scrollHeight
    else if (anchor.current !== null) restore(list, anchor.current)
    remember()
    if (wrong) setScrolled({ top: list.scrollTop, height: list.clientHeight })
  })

  // Pictures that load, a keyboard that opens, a phone that is turned.
  useEffect(() => {
    const list = box.current
    if (list === null) return
    const observer = new ResizeObserver(() => {
      if (atEnd.current) list.scrollTop = list.scrollHeight
      setScrolled({ top: list.scrollTop, height: list.clientHeight })
    })
    observer.observe(list)
    return () => observer.disconnect()
  }, [])

  const newest = messages.at(-1)
  const counted = useRef(newest?.id ?? 0)
  useEffect(() => {
    const arrived = messages.filter(({ id, fromBot }) => id > counted.current && fromBot).length
    // One's own message brings one back to the end, as in Telegram.
    const own = messages.some(({ id, fromBot }) => id > counted.current && !fromBot)
    counted.current = newest?.id ?? 0
    if (own) toEnd('auto')
    else if (!atEnd.current && arrived > 0) setMissed((before) => before + arrived)
  }, [newest?.id])

  // A chat that was away opens where the unread begin: the lesson from its first line.
  useEffect(() => {
    if (unreadFrom !== null) bringTo('unread', 0.01, (list) => list.querySelector('.unread-line'))
  }, [unreadFrom])

  useEffect(() => {
    if (target !== null) showMessage(target.id)
  }, [target])

  function toEnd(behavior: ScrollBehavior): void {
    const list = box.current
    if (list === null) return
    atEnd.current = true
    setMissed(0)
    // Far away a smooth way would draw everything in between.
    const far = list.scrollHeight - list.scrollTop > 4000
    list.scrollTo({ top: list.scrollHeight, behavior: far ? 'auto' : behavior })
  }

  function showMessage(id: number): void {
    bringTo(`m${id}`, 0.3, (list) => {
      const message = list.querySelector<HTMLElement>(`[data-message="${id}"]`)
      if (message !== null) flash(message)
      return message
    })
  }

  /**
   * Draws the piece that holds a row, however far away, and then brings the row to that share of
   * the height of what is in sight.
   */
  function bringTo(
    key: string,
    share: number,
    find: (list: HTMLElement) => HTMLElement | null,
  ): void {
    const list = box.current
    const at = chunks.findIndex((rows) => rows.some((row) => row.key === key))
    if (list === null || at === -1) return
    atEnd.current = false
    const before = guessed.slice(0, at).reduce((sum, height) => sum + height, 0)
    anchor.current = { chunk: at, offset: 0 }
    setScrolled({ top: before, height: list.clientHeight })
    requestAnimationFrame(() => {
      const found = find(list)
      if (found !== null) scrollTo(list, found, share)
    })
  }

  return (
    <div class="messages-frame">
      <div
        class="messages"
        ref={box}
        role="log"
        aria-label={label}
        aria-live="off"
        tabIndex={0}
        onScroll={onScroll}
      >
        <div class="messages-column">
          <div style={{ height: `${shown.above}px` }} />
          {chunks.slice(shown.first, shown.end).map((rows, index) => {
            const at = shown.first + index
            return <Chunk key={at} at={at} rows={rows} />
          })}
          <div style={{ height: `${shown.below}px` }} />
          <PendingBubbles />
        </div>
      </div>
      <Announcer />
      {away && (
        <button
          type="button"
          class="to-end"
          aria-label={missed > 0 ? texts.value.chat.newMessages(missed) : texts.value.chat.newest}
          onClick={() => toEnd('smooth')}
        >
          {missed > 0 && <span class="badge">{missed}</span>}
          <Icon name="down" size={22} />
        </button>
      )}
    </div>
  )
}

function anchorOf(list: HTMLElement): Anchor | null {
  const top = list.getBoundingClientRect().top
  for (const piece of list.querySelectorAll<HTMLElement>('.chunk')) {
    const rect = piece.getBoundingClientRect()
    if (rect.bottom > top) return { chunk: Number(piece.dataset['chunk']), offset: rect.top - top }
  }
  return null
}

function restore(list: HTMLElement, { chunk, offset }: Anchor): void {
  const piece = list.querySelector<HTMLElement>(`.chunk[data-chunk="${chunk}"]`)
  if (piece === null) return
  const moved = piece.getBoundingClientRect().top - list.getBoundingClientRect().top - offset
  if (Math.abs(moved) >= 1) list.scrollTop += moved
}

/** By itself and not by scrollIntoView, which would move whatever lies around the phone too. */
function scrollTo(list: HTMLElement, found: HTMLElement, share: number): void {
  const from = found.getBoundingClientRect().top - list.getBoundingClientRect().top
  list.scrollTop += from - list.clientHeight * share
}

function flash(message: HTMLElement): void {
  message.classList.add('flash')
  message.addEventListener('animationend', () => message.classList.remove('flash'), { once: true })
}
