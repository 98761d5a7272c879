import type { JSX } from 'preact'

import { texts } from '../store/settings.ts'
import { Icon } from '../ui/icons.tsx'
import { usePhone } from './context.ts'

export function PinnedBar(): JSX.Element | null {
  const { chat, showMessage } = usePhone()
  const pinned = chat.messages.value.findLast((message) => message.pinned)
  if (pinned === undefined) return null
  return (
    <button type="button" class="pinned-bar" onClick={() => showMessage(pinned.id)}>
      <span>
        <b>{texts.value.chat.pinned}</b>
        <span>{pinned.poll?.question ?? pinned.text}</span>
      </span>
      <Icon name="pin" size={18} />
    </button>
  )
}
