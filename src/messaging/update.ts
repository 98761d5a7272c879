/** The part of an update that the inbox needs to know before anybody handles it. */
export interface ReceivedUpdate {
  readonly updateId: number
  /** The update's field, e.g. `message`; `unknown` when there is none that we can name. */
  readonly kind: string
  /**
   * Telegram's id of the person, or of the chat where there is no person: updates with one key are
   * handled in order of arrival. A poll answer has a person and no chat.
   */
  readonly personKey: number
  readonly body: unknown
}

function record(value: unknown): Record<string, unknown> | undefined {
  return typeof value === 'object' && value !== null
    ? (value as Record<string, unknown>)
    : undefined
}

function idOf(value: unknown): number | undefined {
  const id = record(value)?.['id']
  return typeof id === 'number' && Number.isSafeInteger(id) ? id : undefined
}

/** Telegram's own nest about a dozen deep: a message that answers one that was forwarded. */
const DEEPEST = 64

/**
 * @returns undefined for what is no update at all: no whole `update_id`, or nested so deep that whoever
 *   walks through it would run out of stack
 */
export function describeUpdate(body: unknown): ReceivedUpdate | undefined {
  const update = record(body)
  const updateId = update?.['update_id']
  if (update === undefined || typeof updateId !== 'number' || !Number.isSafeInteger(updateId)) {
    return undefined
  }
  if (isDeep(update)) return undefined
  const kind = Object.keys(update).find((key) => key !== 'update_id') ?? 'unknown'
  const content = record(update[kind])
  const personKey =
    idOf(content?.['from']) ??
    idOf(content?.['user']) ??
    idOf(content?.['chat']) ??
    idOf(content?.['voter_chat']) ??
    0
  return { updateId, kind, personKey, body }
}

function isDeep(update: object): boolean {
  let level = [update]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST) return true
    level = level.flatMap((value): unknown[] => Object.values(value)).filter(isBranch)
  }
  return false
}

function isBranch(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
