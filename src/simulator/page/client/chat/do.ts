import { act, Refused } from '../store/api.ts'
import { bot } from '../store/bot.ts'
import { putMessage, showToast } from '../store/chats.ts'
import type { Chat } from '../store/chats.ts'
import { parseDeepLink } from '../store/deep-link.ts'
import { putPerson } from '../store/people.ts'
import { texts } from '../store/settings.ts'
import type { Action, Person, PhoneMessage } from '../store/types.ts'
import type { PhoneScope } from './context.ts'
import { typedMarks } from './typed-marks.ts'

/**
 * Does something on a phone. What the simulator refuses is said on that phone; says whether it was
 * done.
 */
export async function perform(chat: Chat, action: Action): Promise<boolean> {
  try {
    const { result, person } = await act(chat.id, action)
    putPerson(person)
    for (const one of Array.isArray(result) ? result : [result]) {
      if (isMessage(one)) putMessage(chat, one)
    }
    return true
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    showToast(chat, error.message)
    return false
  }
}

function isMessage(result: unknown): result is PhoneMessage {
  return typeof result === 'object' && result !== null && 'entities' in result && 'date' in result
}

let written = 0

/** A text goes out at once, or waits on the phone until it has a signal. */
export async function sendText(
  chat: Chat,
  person: Person,
  text: string,
  replyTo?: number,
): Promise<void> {
  if (!person.online) {
    written += 1
    chat.pending.value = [...chat.pending.value, { key: written, text, replyTo }]
    return
  }
  const marked = typedMarks(text)
  await perform(chat, { action: 'text', ...marked, ...(replyTo !== undefined && { replyTo }) })
}

/** Follows a link in a message: to the bot itself at once, elsewhere after a question. */
export function followLink({ chat, overlay }: PhoneScope, url: string): void {
  const own = parseDeepLink(url, bot.peek()?.username ?? '')
  if (own !== undefined && /[/:]/u.test(url)) chat.startPayload.value = own.payload
  else overlay.value = { kind: 'link', url }
}

/** Without a signal nothing can be pressed; says so, and whether it stopped. */
export function stopsOffline({ chat, person }: PhoneScope): boolean {
  if (person.online) return false
  showToast(chat, texts.value.chat.noSignal)
  return true
}
