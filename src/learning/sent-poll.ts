/** A poll as Telegram returned it with the message that it sent. */
export interface SentPoll {
  readonly id: string
  readonly options: readonly { readonly persistent_id?: string; readonly text: string }[]
}

/** @param result the message as Telegram returned it; null when no response came */
export function sentPollOf(result: unknown): SentPoll | undefined {
  if (typeof result !== 'object' || result === null || !('poll' in result)) return undefined
  return result.poll as SentPoll
}
