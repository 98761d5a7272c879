import type { JSX } from 'preact'
import { useEffect } from 'preact/hooks'

import { usePhone } from './context.ts'

/** Elapsed ms that a passing line stands: long enough to read 200 characters. */
const STANDS_MS = 4500

export function PhoneToast(): JSX.Element {
  const { chat } = usePhone()
  const toast = chat.toast.value
  const passing = toast !== null && !toast.alert ? toast : null
  useEffect(() => {
    if (passing === null) return
    const timer = setTimeout(() => {
      if (chat.toast.peek()?.key === passing.key) chat.toast.value = null
    }, STANDS_MS)
    return () => clearTimeout(timer)
  }, [passing, chat])
  return (
    <div class="toast-place" role="status">
      {passing !== null && (
        <p class="toast" key={passing.key}>
          {passing.text}
        </p>
      )}
    </div>
  )
}
