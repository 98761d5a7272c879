import type { PhoneMessage } from '../people/phone-message.ts'

/** One line of the list of people. The server and the page make it alike. */
export interface ChatLine {
  id: number
  last: ChatPreview | null
  /** Messages of the bot since the person last wrote, or answered a poll. */
  waiting: number
}

export interface ChatPreview {
  id: number
  /** Seconds since 1970, civil. */
  date: number
  fromBot: boolean
  kind: 'text' | 'poll' | 'photo' | 'document' | 'video' | 'voice' | 'audio' | 'animation'
  /** Text, caption, question or file name, cut short. */
  text: string
}

/** Letters that one line of the list can show. */
const PREVIEW_LENGTH = 90

export function chatLine(id: number, messages: readonly PhoneMessage[]): ChatLine {
  const last = messages.at(-1)
  const own = messages.findLastIndex(isByPerson)
  return {
    id,
    last: last === undefined ? null : previewOf(last),
    waiting: messages.length - 1 - own,
  }
}

/** The line after a message came or changed. */
export function lineAfter(before: ChatLine, message: PhoneMessage): ChatLine {
  const isNew = before.last === null || message.id > before.last.id
  const isLast = isNew || message.id === before.last?.id
  const waiting = isByPerson(message) ? 0 : before.waiting + (isNew ? 1 : 0)
  return { id: before.id, last: isLast ? previewOf(message) : before.last, waiting }
}

/** Whether the person did something by it: whoever answers has seen what came before. */
function isByPerson({ fromBot, poll }: PhoneMessage): boolean {
  return !fromBot || poll?.answered === true
}

function previewOf(message: PhoneMessage): ChatPreview {
  const { id, date, fromBot, media, poll } = message
  const text = poll?.question ?? (message.text || (media?.fileName ?? ''))
  const line = text.replace(/\s+/gu, ' ')
  const kind = poll === undefined ? (media?.kind ?? 'text') : 'poll'
  return { id, date, fromBot, kind, text: Array.from(line).slice(0, PREVIEW_LENGTH).join('') }
}
