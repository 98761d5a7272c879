import type { JSX } from 'preact'

import { go } from '../store/connection.ts'
import type { PhoneMessage } from '../store/types.ts'
import { usePhone } from './context.ts'
import { perform } from './do.ts'

export function Reactions({ message }: { message: PhoneMessage }): JSX.Element | null {
  const { chat } = usePhone()
  if (message.reactions.length === 0) return null
  return (
    <span class="reactions">
      {message.reactions.map(({ emoji, byBot, personId }) =>
        byBot ? (
          <span class="reaction" key={`bot-${emoji}`}>
            {emoji}
          </span>
        ) : (
          <button
            type="button"
            class="reaction own"
            key={`${personId}-${emoji}`}
            onClick={() =>
              go(perform(chat, { action: 'react', messageId: message.id, emoji: null }))
            }
          >
            {emoji}
          </button>
        ),
      )}
    </span>
  )
}
