import { showToast } from './chats.ts'
import type { Chat } from './chats.ts'

/** What the bot answered to the button that was pressed last. */
export function showAnswer(
  chat: Chat | undefined,
  text: string,
  alert: boolean,
  url: string,
): void {
  if (chat === undefined) return
  chat.pressed.value = null
  const words = text === '' ? url : text
  if (words !== '') showToast(chat, words, alert)
}
