import type { Message } from 'grammy/types'
import type { AnnouncedPoll, AnnouncementKind } from './words.ts'

/** What is wrong with a message as an announcement. */
export type MessageFault =
  /** A sticker, a place, a contact: nothing that is announced. */
  | 'kind'
  /** Longer than a bot may send. */
  | 'too_long'
  /** A quiz whose right answer Telegram does not tell. */
  | 'quiz_unknown'
  /** Pictures with files, or files with sounds: Telegram takes no such album. */
  | 'mixed_album'
  /** More than ten. */
  | 'album_too_long'

/** What a bot may send, in UTF-16 units; a person with Telegram Premium may write more. */
const TEXT = 4096
const CAPTION = 1024
/** Messages of one album. */
const ALBUM = 10

export interface ReadMessage {
  readonly kind: AnnouncementKind
  readonly poll: AnnouncedPoll | null
  /** Telegram's number of the album that it is a part of. */
  readonly album: string | null
}

export type MessageReading =
  | { readonly is: 'message'; readonly message: ReadMessage }
  | { readonly is: 'fault'; readonly fault: MessageFault }

/** Judges a message that is to be announced. */
export function messageOf(message: Message): MessageReading {
  const kind = kindOf(message)
  if (kind === undefined) return { is: 'fault', fault: 'kind' }
  if ((message.text ?? '').length > TEXT || (message.caption ?? '').length > CAPTION) {
    return { is: 'fault', fault: 'too_long' }
  }
  const poll = message.poll === undefined ? null : pollOf(message.poll)
  if (poll === undefined) return { is: 'fault', fault: 'quiz_unknown' }
  return { is: 'message', message: { kind, poll, album: message.media_group_id ?? null } }
}

function kindOf(message: Message): AnnouncementKind | undefined {
  if (message.text !== undefined) return 'text'
  if (message.poll !== undefined) return 'poll'
  // An animation comes with a document of the same file.
  if (message.animation !== undefined) return 'animation'
  const kinds = ['photo', 'video', 'document', 'audio', 'voice'] as const
  return kinds.find((kind) => message[kind] !== undefined)
}

function pollOf(poll: NonNullable<Message['poll']>): AnnouncedPoll | null | undefined {
  const correct = poll.type === 'quiz' ? (poll.correct_option_ids ?? []) : null
  if (correct?.length === 0) return undefined
  return {
    question: poll.question,
    options: poll.options.map(({ text }) => text),
    multiple: poll.allows_multiple_answers,
    correct,
    explanation: poll.explanation ?? null,
  }
}

/**
 * Whether one more message may join an album. Telegram groups photos and videos; files, and sounds,
 * only with their own kind.
 */
export function albumFault(
  album: { readonly kind: AnnouncementKind; readonly messages: number },
  next: AnnouncementKind,
): MessageFault | undefined {
  if (album.messages + 1 > ALBUM) return 'album_too_long'
  const group = groupOf(next)
  return group === 'none' || group !== groupOf(album.kind) ? 'mixed_album' : undefined
}

function groupOf(kind: AnnouncementKind): string {
  if (kind === 'photo' || kind === 'video') return 'pictures'
  return kind === 'document' || kind === 'audio' ? kind : 'none'
}
