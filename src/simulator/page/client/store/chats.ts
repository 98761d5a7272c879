import { batch, signal } from '@preact/signals'
import type { Signal } from '@preact/signals'
import type { BotCommand } from 'grammy/types'

import { chatLine } from '../../chat-line.ts'
import { readMessages, readPerson } from './api.ts'
import { putLines, putPerson, lines } from './people.ts'
import type { PhoneMessage } from './types.ts'
import { startPayload } from './start-payload.ts'

/** A text that waits for the phone to be online again. */
export interface Pending {
  key: number
  text: string
  replyTo: number | undefined
}

export interface Toast {
  key: number
  text: string
  /** Must be closed, rather than passing by. */
  alert: boolean
}

/** A chat of one person with the bot, as far as the page knows it. */
export interface Chat {
  readonly id: number
  readonly messages: Signal<readonly PhoneMessage[]>
  readonly state: Signal<'new' | 'loading' | 'ready' | 'failed'>
  readonly commands: Signal<readonly BotCommand[]>
  /** `typing` and the like, while the bot does it. */
  readonly doing: Signal<string | null>
  readonly pending: Signal<readonly Pending[]>
  readonly toast: Signal<Toast | null>
  /** The button of a message whose answer has not come: `<message>:<row>:<place>`. */
  readonly pressed: Signal<string | null>
  /** A deep link was followed: START is shown. Empty when the link had no payload. */
  readonly startPayload: Signal<string | null>
  /** Where the unread messages begin, as of when the phone was taken up. */
  readonly unreadFrom: Signal<number | null>
}

const chats = new Map<number, Chat>()

export function chatOf(id: number): Chat {
  const known = chats.get(id)
  if (known !== undefined) return known
  const chat: Chat = {
    id,
    messages: signal([]),
    state: signal('new'),
    commands: signal([]),
    doing: signal(null),
    pending: signal([]),
    toast: signal(null),
    pressed: signal(null),
    startPayload: startPayload(id),
    unreadFrom: signal(null),
  }
  chats.set(id, chat)
  return chat
}

/** The chats that are held: those of phones that were taken up. */
export function heldChats(): readonly Chat[] {
  return [...chats.values()].filter(({ state }) => state.peek() !== 'new')
}

export function heldChat(id: number): Chat | undefined {
  const chat = chats.get(id)
  return chat === undefined || chat.state.peek() === 'new' ? undefined : chat
}

export async function loadChat(chat: Chat): Promise<void> {
  if (chat.state.peek() !== 'ready') chat.state.value = 'loading'
  try {
    const [messages, person] = await Promise.all([readMessages(chat.id), readPerson(chat.id)])
    batch(() => {
      chat.messages.value = messages
      chat.commands.value = person.commands
      chat.state.value = 'ready'
      putPerson(person)
    })
  } catch (error) {
    chat.state.value = 'failed'
    throw error
  }
}

export async function loadCommands(chat: Chat): Promise<void> {
  chat.commands.value = (await readPerson(chat.id)).commands
}

/** Puts a message where its id belongs, in place of an older state of it. */
export function upsert(
  messages: readonly PhoneMessage[],
  changes: readonly PhoneMessage[],
): readonly PhoneMessage[] {
  const next = [...messages]
  for (const message of changes) {
    let at = next.length
    while (at > 0 && (next[at - 1]?.id ?? 0) > message.id) at -= 1
    if (next[at - 1]?.id === message.id) next[at - 1] = message
    else next.splice(at, 0, message)
  }
  return next
}

export function putMessage(chat: Chat, message: PhoneMessage): void {
  if (chat.state.peek() === 'ready') chat.messages.value = upsert(chat.messages.peek(), [message])
}

export function removeMessages(chat: Chat, messageIds: readonly number[]): void {
  const gone = new Set(messageIds)
  chat.messages.value = chat.messages.peek().filter(({ id }) => !gone.has(id))
  putLines([
    ...new Map(lines.peek()).set(chat.id, chatLine(chat.id, chat.messages.peek())).values(),
  ])
}

let toasts = 0

export function showToast(chat: Chat, text: string, alert = false): void {
  toasts += 1
  chat.toast.value = { key: toasts, text, alert }
}
