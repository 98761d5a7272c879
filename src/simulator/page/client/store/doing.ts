import type { Chat } from './chats.ts'

/** Elapsed ms that "typing…" stands when nothing follows; Telegram's own are five seconds. */
const LASTS_MS = 5000

const timers = new WeakMap<Chat, ReturnType<typeof setTimeout>>()

export function showDoing(chat: Chat | undefined, action: string): void {
  if (chat === undefined) return
  clearTimeout(timers.get(chat))
  chat.doing.value = action
  timers.set(
    chat,
    setTimeout(() => {
      chat.doing.value = null
    }, LASTS_MS),
  )
}
