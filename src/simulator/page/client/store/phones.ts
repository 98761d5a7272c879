import { batch, computed, signal } from '@preact/signals'

import { Refused } from './api.ts'
import { chatOf, loadChat } from './chats.ts'
import { report } from './connection.ts'
import { people, unreadOf } from './people.ts'

export type View = 'start' | 'people' | 'phone' | 'behind'

/** The phones on the table, in the order in which they were taken up. */
export const openPhones = signal<readonly number[]>([])
/** The one in hand: on a narrow screen the only one that is seen. */
export const current = signal<number | null>(null)
/** On a wide screen this is what the side shows. */
export const view = signal<View>('start')

/** The phone that was just taken up: what one writes with there takes the focus. */
export const focusWanted = signal<number | null>(null)

/** Phones that are there: an old link may name people who are gone. */
export const shownPhones = computed(() => openPhones.value.filter((id) => people.value.has(id)))

export interface OpenOptions {
  /** A deep link leads here: START is shown, and sends this. */
  payload?: string
  /** What arrived before counts as read: the phone shows its end. */
  read?: boolean
}

/** Takes up a phone: it stands on the table, and its chat is read. */
export function openPhone(id: number, options: OpenOptions = {}): void {
  const chat = chatOf(id)
  const known = options.read === true || openPhones.value.includes(id)
  const unread = known ? 0 : unreadOf(id)
  batch(() => {
    if (!openPhones.value.includes(id)) openPhones.value = [...openPhones.value, id]
    current.value = id
    if (narrow.value) view.value = 'phone'
    if (options.payload !== undefined) chat.startPayload.value = options.payload
    focusWanted.value = id
  })
  const markUnread = (): void => {
    chat.unreadFrom.value = chat.messages.peek().at(-unread)?.id ?? null
  }
  if (chat.state.peek() === 'ready') {
    if (unread > 0) markUnread()
  } else if (chat.state.peek() !== 'loading') {
    loadChat(chat)
      .then(() => {
        if (unread > 0) markUnread()
      })
      .catch((error: unknown) => {
        // An old link to somebody who is gone.
        if (error instanceof Refused && error.status === 404) closePhone(id)
        else report(error)
      })
  }
}

export function closePhone(id: number): void {
  batch(() => {
    const at = openPhones.value.indexOf(id)
    const rest = openPhones.value.filter((other) => other !== id)
    openPhones.value = rest
    chatOf(id).unreadFrom.value = null
    if (current.value === id) current.value = rest[Math.min(at, rest.length - 1)] ?? null
    if (view.value === 'phone' && current.value === null) view.value = 'people'
  })
}

/** Whether only one phone fits. */
export const narrow = signal(false)

export function followWidth(): void {
  const query = matchMedia('(max-width: 899px)')
  narrow.value = query.matches
  query.addEventListener('change', () => {
    narrow.value = query.matches
  })
}
