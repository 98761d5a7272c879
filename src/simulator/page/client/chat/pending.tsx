import type { JSX } from 'preact'

import { texts } from '../store/settings.ts'
import { Icon } from '../ui/icons.tsx'
import { usePhone } from './context.ts'

/** What was written without a signal: it stands at the end with a clock. */
export function PendingBubbles(): JSX.Element | null {
  const { chat } = usePhone()
  if (chat.pending.value.length === 0) return null
  return (
    <div class="pending">
      {chat.pending.value.map(({ key, text }) => (
        <article class="message out first last" key={key} aria-label={texts.value.chat.you}>
          <div class="bubble">
            <div class="text" dir="auto">
              {text}
            </div>
            <span class="meta">
              <span class="meta-mark" role="img" aria-label={texts.value.chat.waiting}>
                <Icon name="clock" size={13} />
              </span>
            </span>
          </div>
        </article>
      ))}
    </div>
  )
}
