import type { Message } from 'grammy/types'

import type { MessageKind } from '../ledger/entry.ts'
import type { StoredMessage } from '../world/state.ts'

const MEDIA = ['photo', 'animation', 'document', 'video', 'voice', 'audio'] as const

/** What kind of message it is, for the ledger. */
export function kindOf(wire: Message, stored: StoredMessage): MessageKind {
  if (stored.poll !== undefined) return 'poll'
  return MEDIA.find((kind) => wire[kind] !== undefined) ?? 'text'
}
