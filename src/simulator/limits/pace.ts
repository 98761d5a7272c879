/** What the simulated Telegram lets through. null means no limit. */
export interface PaceLimits {
  /** Messages a second over all chats, within any sliding second. */
  globalPerSecond: number | null
  /** Messages a second to one private chat, over CHAT_WINDOW_MS. */
  chatPerSecond: number | null
}

/** About what grammY's guide to flood limits says; the true numbers are not published. */
export const DEFAULT_LIMITS: PaceLimits = { globalPerSecond: 30, chatPerSecond: 1 }

/**
 * A chat may have its allowance of three seconds at once: the real one tolerates a short burst,
 * so that a lesson and its quiz pass together, and refuses a stream.
 */
export const CHAT_WINDOW_MS = 3000

/** Groups: 20 messages a minute (Telegram's own FAQ); off together with the limit per chat. */
const GROUP_LIMIT = { count: 20, windowMs: 60_000 }

/** Chats that have been quiet are forgotten when so many are remembered. */
const MAX_REMEMBERED_CHATS = 50_000

/** The moments of the last `count` messages, the oldest overwritten by the newest. */
interface Window {
  readonly moments: Float64Array
  next: number
  readonly windowMs: number
}

export interface Pace {
  readonly limits: PaceLimits
  set(limits: PaceLimits): void
  /**
   * Asks to send `count` messages to the chat at `now` (elapsed ms). Returns 0 and books them, or
   * the whole seconds to wait. Who was told to wait is refused until the wait is over, even if
   * the window has emptied meanwhile, as Telegram's flood wait does.
   */
  ask(chatId: number, now: number, count?: number): number
  /** Refuses everything (or one chat) for so many seconds, as after an injected 429. */
  hold(seconds: number, now: number, chatId?: number): void
  /** How many sends came while their sender had been told to wait. */
  readonly ignoredWaits: number
}

export function createPace(initial: PaceLimits): Pace {
  let limits = initial
  let global = windowOf(limits.globalPerSecond, 1000)
  const chats = new Map<number, Window>()
  const held = new Map<number | 'all', number>()
  let ignoredWaits = 0

  function chatWindow(chatId: number): Window | null {
    if (limits.chatPerSecond === null) return null
    const known = chats.get(chatId)
    if (known !== undefined) return known
    if (chats.size >= MAX_REMEMBERED_CHATS) chats.clear()
    const made =
      chatId < 0
        ? windowOf(GROUP_LIMIT.count, GROUP_LIMIT.windowMs)
        : windowOf((limits.chatPerSecond * CHAT_WINDOW_MS) / 1000, CHAT_WINDOW_MS)
    if (made !== null) chats.set(chatId, made)
    return made
  }

  function heldFor(key: number | 'all', now: number): number {
    const until = held.get(key)
    if (until === undefined) return 0
    if (until > now) return until - now
    held.delete(key)
    return 0
  }

  function hold(key: number | 'all', waitMs: number, now: number): number {
    const seconds = Math.max(1, Math.ceil(waitMs / 1000))
    held.set(key, Math.max(held.get(key) ?? 0, now + seconds * 1000))
    return seconds
  }

  return {
    get limits() {
      return limits
    },
    get ignoredWaits() {
      return ignoredWaits
    },
    set: (next) => {
      limits = next
      global = windowOf(limits.globalPerSecond, 1000)
      chats.clear()
      held.clear()
    },
    hold: (seconds, now, chatId) => {
      hold(chatId ?? 'all', seconds * 1000, now)
    },
    ask: (chatId, now, count = 1) => {
      if (held.size > 0) {
        const waiting = Math.max(heldFor('all', now), heldFor(chatId, now))
        if (waiting > 0) {
          ignoredWaits += 1
          return Math.max(1, Math.ceil(waiting / 1000))
        }
      }
      const chat = chatWindow(chatId)
      const globalWait = waitOf(global, now, count)
      if (globalWait > 0) return hold('all', globalWait, now)
      const chatWait = waitOf(chat, now, count)
      if (chatWait > 0) return hold(chatId, chatWait, now)
      book(global, now, count)
      book(chat, now, count)
      return 0
    },
  }
}

function windowOf(count: number | null, windowMs: number): Window | null {
  if (count === null) return null
  const moments = new Float64Array(Math.max(1, Math.floor(count))).fill(Number.NEGATIVE_INFINITY)
  return { moments, next: 0, windowMs }
}

/** Milliseconds until `count` more fit into the window; more than it holds asks for all of it. */
function waitOf(window: Window | null, now: number, count: number): number {
  if (window === null) return 0
  const size = window.moments.length
  const needed = Math.min(count, size)
  const moment = window.moments[(window.next + needed - 1) % size] ?? 0
  return Math.max(0, moment + window.windowMs - now)
}

function book(window: Window | null, now: number, count: number): void {
  if (window === null) return
  for (let index = 0; index < Math.min(count, window.moments.length); index += 1) {
    window.moments[window.next] = now
    window.next = (window.next + 1) % window.moments.length
  }
}
