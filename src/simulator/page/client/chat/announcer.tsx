import type { JSX } from 'preact'
import { useRef } from 'preact/hooks'

import { bot } from '../store/bot.ts'
import { current } from '../store/phones.ts'
import { usePhone } from './context.ts'

/**
 * Reads out what arrives on the phone in hand. The list itself cannot do that: pieces that are
 * drawn while one scrolls would be taken for news.
 */
export function Announcer(): JSX.Element {
  const { chat } = usePhone()
  const newest = chat.messages.value.at(-1)
  const before = useRef(newest?.id)
  const isNews = newest !== undefined && newest.id !== before.current && newest.fromBot
  const spoken = isNews && current.value === chat.id ? newest : undefined
  return (
    <p class="visually-hidden" aria-live="polite">
      {spoken !== undefined &&
        `${bot.value?.name ?? ''}: ${spoken.poll?.question ?? (spoken.text || (spoken.media?.fileName ?? ''))}`}
    </p>
  )
}
