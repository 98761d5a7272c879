import type { JSX } from 'preact'

import { texts } from '../store/settings.ts'
import { Icon } from '../ui/icons.tsx'
import { usePhone } from './context.ts'

/** Above the field: the message that is answered or changed. */
export function ComposingBar({ onCancel }: { onCancel(): void }): JSX.Element | null {
  const { composing } = usePhone()
  const target = composing.value
  if (target === null) return null
  const { chat: words } = texts.value
  return (
    <div class="composing">
      <div>
        <b>{target.mode === 'edit' ? words.edit : words.reply}</b>
        <span>{target.message.poll?.question ?? target.message.text}</span>
      </div>
      <button type="button" class="icon-button" aria-label={texts.value.cancel} onClick={onCancel}>
        <Icon name="close" size={18} />
      </button>
    </div>
  )
}
