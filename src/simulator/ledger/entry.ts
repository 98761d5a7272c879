/** What kind of message a call made; null when it made none. */
export type MessageKind =
  | 'text'
  | 'poll'
  | 'photo'
  | 'document'
  | 'video'
  | 'voice'
  | 'audio'
  | 'animation'

/** One call that was accepted and had an effect. Reading calls (get…) are only counted. */
export interface LedgerEntry {
  /** 1 for the first; grows by one. */
  seq: number
  botId: number
  method: string
  chatId: number | null
  messageId: number | null
  /** All messages it made, edited or deleted, where that is more than one. */
  messageIds: readonly number[] | null
  kind: MessageKind | null
  /** Text, caption, question of the poll, or answer to a button, as it was then. */
  text: string | null
  pollId: string | null
  /** `disable_notification`. */
  silent: boolean
  /** Civil time, milliseconds since 1970. */
  at: number
  /** Elapsed time, milliseconds. */
  elapsed: number
  /** Accepted, but the response was dropped by a fault: the bot does not know. */
  responseDropped: boolean
}
