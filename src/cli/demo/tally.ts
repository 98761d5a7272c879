import type { LedgerEntry, PhoneMessage } from '../../simulator/index.ts'
import type { AnswerBook } from './answer-book.ts'

/** What a message that arrived is to whoever reads it. */
export type Arrival =
  | { readonly kind: 'lesson' | 'quiz'; readonly lessonId: string }
  | { readonly kind: 'review' | 'nudge' | 'other' }

export interface Arrived {
  readonly chatId: number
  readonly messageId: number
  readonly arrival: Arrival
}

export interface ReceivedCounts {
  readonly messages: number
  readonly lessons: number
  readonly quizzes: number
  /** Questions that came again, and items that measure. */
  readonly reviews: number
  readonly nudges: number
  /** Chats that have received a lesson. */
  readonly people: number
  /** Copies of a lesson or quiz beyond the first and those that were asked for. */
  readonly duplicates: number
  /** Accepted, but the bot was not told so. */
  readonly uncertain: number
}

/** The account of what arrived in the chats, kept from what the simulated Telegram accepts. */
export interface Tally {
  counts(): ReceivedCounts
  /** Messages that arrived in any chat. */
  readonly messages: number
  /** Whether that message arrived in that chat. */
  has(chatId: number, messageId: number): boolean
  /** The person has asked for a lesson that stands open: one more copy of it is no duplicate. */
  asked(chatId: number, lessonId: string): void
  stop(): void
}

export interface TallyParts {
  readonly subscribe: (listener: (entry: LedgerEntry) => void) => () => void
  readonly messageOf: (chatId: number, messageId: number) => PhoneMessage | undefined
  readonly book: AnswerBook
  /** Told of every message that arrives or is edited; must not throw. */
  readonly onArrived: (arrived: Arrived) => void
}

export function createTally({ subscribe, messageOf, book, onArrived }: TallyParts): Tally {
  const chatOf = new Map<number, number>()
  const copies = { lesson: new Map<string, number>(), quiz: new Map<string, number>() }
  const asks = new Map<string, number>()
  const taught = new Set<number>()
  /** The lesson that came last in a chat, while nothing but polls has come after it. */
  const above = new Map<number, string>()
  const sums = { messages: 0, lessons: 0, quizzes: 0, reviews: 0, nudges: 0, uncertain: 0 }

  const stop = subscribe((entry) => {
    const { chatId, messageId, kind } = entry
    if (chatId === null || messageId === null) return
    const message = messageOf(chatId, messageId)
    const arrival = classify(entry, message, book, above.get(chatId))
    if (kind !== null) {
      chatOf.set(messageId, chatId)
      sums.messages += 1
      if (entry.responseDropped) sums.uncertain += 1
      if (arrival.kind === 'nudge') sums.nudges += 1
      if (arrival.kind === 'review') sums.reviews += 1
      if (arrival.kind === 'lesson') above.set(chatId, arrival.lessonId)
      else if (kind !== 'poll') above.delete(chatId)
      if (arrival.kind === 'lesson' || arrival.kind === 'quiz') {
        sums[arrival.kind === 'lesson' ? 'lessons' : 'quizzes'] += 1
        bump(copies[arrival.kind], `${chatId} ${arrival.lessonId}`)
        taught.add(chatId)
      }
    }
    if (message !== undefined) onArrived({ chatId, messageId, arrival })
  })

  function duplicates(): number {
    let found = 0
    for (const counted of Object.values(copies)) {
      for (const [key, count] of counted) found += Math.max(0, count - 1 - (asks.get(key) ?? 0))
    }
    return found
  }

  return {
    get messages() {
      return sums.messages
    },
    counts: () => ({ ...sums, people: taught.size, duplicates: duplicates() }),
    has: (chatId, messageId) => chatOf.get(messageId) === chatId,
    asked: (chatId, lessonId) => bump(asks, `${chatId} ${lessonId}`),
    stop,
  }
}

function bump(map: Map<string, number>, key: string): void {
  map.set(key, (map.get(key) ?? 0) + 1)
}

/**
 * By what stands on the phone: a quiz stands below its lesson, any other poll has come again; a
 * reminder is known by its two buttons, whatever its wording.
 */
export function classify(
  entry: Pick<LedgerEntry, 'kind' | 'text'>,
  message: PhoneMessage | undefined,
  book: AnswerBook,
  lessonAbove: string | undefined,
): Arrival {
  const text = entry.text ?? ''
  if (entry.kind === 'poll') {
    const question = book.question(text)
    if (question === undefined) return { kind: 'other' }
    const { first, lessonId } = question
    return first && lessonId === lessonAbove ? { kind: 'quiz', lessonId } : { kind: 'review' }
  }
  if (entry.kind !== 'text') return { kind: 'other' }
  const lessonId = book.lessonIn(text)
  if (lessonId !== undefined) return { kind: 'lesson', lessonId }
  const data = callbacksOf(message)
  const reminds = data.includes(SEND_AGAIN)
  return { kind: reminds ? 'nudge' : 'other' }
}

/** What a reminder's first button carries, as Telegram sees it. */
const SEND_AGAIN = 'again'

function callbacksOf(message: PhoneMessage | undefined): string[] {
  return (message?.buttons ?? [])
    .flat()
    .flatMap((button) =>
      'callback_data' in button && button.callback_data !== undefined ? [button.callback_data] : [],
    )
}
