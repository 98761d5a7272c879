/** The options of a question that was asked, in the order in which they were sent. */
export interface AskedQuestion {
  readonly options: readonly { readonly key: string; readonly text: string }[]
  readonly answer: string
}

/** A vote as Telegram reports it. */
export interface Vote {
  /**
   * Opaque, one for each option of the poll; empty when the vote was taken back, and missing from
   * servers older than Bot API 9.6.
   */
  readonly persistentIds: readonly string[] | undefined
  /** Places of the options in the order in which the bot sent them, however they were shown. */
  readonly positions: readonly number[]
}

/**
 * Options as Telegram returned them → their keys. Telegram shuffles for each person on the phone;
 * we go by the text, which is distinct within a question, so that no order matters.
 */
export function optionKeysOf(
  question: AskedQuestion,
  sent: readonly { readonly persistent_id?: string; readonly text: string }[],
): Record<string, string> {
  const keyOf = new Map(question.options.map((option) => [option.text, option.key]))
  const keys: Record<string, string> = {}
  for (const [position, option] of sent.entries()) {
    const key = keyOf.get(option.text) ?? question.options[position]?.key
    if (key === undefined) continue
    if (option.persistent_id !== undefined) keys[option.persistent_id] = key
    keys[`#${position}`] = key
  }
  return keys
}

/**
 * The key of the option that was chosen, by its identity; a poll whose response was lost has no
 * identities stored, and there the place in our own order decides.
 *
 * @returns undefined when the vote was taken back or names nothing that was asked
 */
export function chosenKey(
  question: AskedQuestion,
  optionKeys: Readonly<Record<string, string>> | undefined,
  vote: Vote,
): string | undefined {
  const persistentId = vote.persistentIds?.[0]
  const [position] = vote.positions
  if (persistentId !== undefined && optionKeys !== undefined) {
    // Its own ones: a vote can be forged, and every object knows a "constructor".
    if (Object.hasOwn(optionKeys, persistentId)) return optionKeys[persistentId]
  }
  if (position === undefined) return undefined
  return optionKeys?.[`#${position}`] ?? question.options[position]?.key
}
