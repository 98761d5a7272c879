import type { ComponentChildren, JSX } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { texts } from '../state/settings.ts'
import { Icon } from './icons.tsx'

interface DialogProps {
  readonly title: string
  onClose(): void
  readonly children: ComponentChildren
}

/** The browser's own: it keeps the focus within, closes on Escape and gives the focus back. */
export function Dialog({ title, onClose, children }: DialogProps): JSX.Element {
  const box = useRef<HTMLDialogElement>(null)
  // Before it is drawn: there is never a picture of the page with the dialog missing in it.
  useLayoutEffect(() => {
    box.current?.showModal()
  }, [])
  return (
    <dialog
      ref={box}
      aria-label={title}
      onClose={onClose}
      onClick={(event) => {
        // A press beside it lands on the dialog itself, which has no room of its own.
        if (event.target === event.currentTarget) box.current?.close()
      }}
    >
      <div class="dialog">
        <header>
          <h2>{title}</h2>
          <button
            type="button"
            class="tool"
            aria-label={texts.value.close}
            onClick={() => box.current?.close()}
          >
            <Icon name="close" />
          </button>
        </header>
        {children}
      </div>
    </dialog>
  )
}
