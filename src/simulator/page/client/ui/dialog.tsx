import type { ComponentChildren, JSX } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'

interface SheetProps {
  label: string
  onClose(): void
  class?: string
  children: ComponentChildren
}

/**
 * Something that lies over its phone until it is closed: by its buttons, by Escape or by a tap
 * beside it. It takes the focus and gives it back.
 */
export function Sheet({ label, onClose, class: name, children }: SheetProps): JSX.Element {
  const box = useRef<HTMLDivElement>(null)
  // In the same moment in which it is seen: a key pressed right then is meant for it.
  useLayoutEffect(() => {
    const before = document.activeElement
    const first = box.current?.querySelector<HTMLElement>('[data-first], button, a, input')
    ;(first ?? box.current)?.focus()
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])
  return (
    <div
      class="sheet-back"
      onClick={(event) => {
        if (event.target === event.currentTarget) onClose()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.stopPropagation()
          onClose()
        } else if (event.key === 'Tab') keepWithin(event, box.current)
      }}
    >
      <div
        ref={box}
        class={`sheet ${name ?? ''}`}
        role="dialog"
        aria-modal="true"
        aria-label={label}
        tabIndex={-1}
      >
        {children}
      </div>
    </div>
  )
}

/** Tab goes round within the sheet. */
function keepWithin(event: KeyboardEvent, box: HTMLElement | null): void {
  const stops = [
    ...(box?.querySelectorAll<HTMLElement>('button:not(:disabled), a[href], input, textarea') ??
      []),
  ]
  const first = stops[0]
  const last = stops.at(-1)
  if (event.shiftKey && document.activeElement === first) {
    event.preventDefault()
    last?.focus()
  } else if (!event.shiftKey && document.activeElement === last) {
    event.preventDefault()
    first?.focus()
  }
}
