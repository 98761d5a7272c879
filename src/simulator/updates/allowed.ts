/** Every kind of update; the order is that of the Bot API's page. */
export const UPDATE_KINDS = [
  'message',
  'edited_message',
  'channel_post',
  'edited_channel_post',
  'business_connection',
  'business_message',
  'edited_business_message',
  'deleted_business_messages',
  'message_reaction',
  'message_reaction_count',
  'inline_query',
  'chosen_inline_result',
  'callback_query',
  'shipping_query',
  'pre_checkout_query',
  'purchased_paid_media',
  'poll',
  'poll_answer',
  'my_chat_member',
  'chat_member',
  'chat_join_request',
  'chat_boost',
  'removed_chat_boost',
  'managed_bot',
  'guest_message',
] as const

export type UpdateKind = (typeof UPDATE_KINDS)[number]

/** These come only to bots that ask for them by name. */
const BY_NAME_ONLY = new Set<UpdateKind>([
  'chat_member',
  'message_reaction',
  'message_reaction_count',
])

export const DEFAULT_ALLOWED: ReadonlySet<UpdateKind> = new Set(
  UPDATE_KINDS.filter((kind) => !BY_NAME_ONLY.has(kind)),
)

/**
 * What `allowed_updates` asks for, or undefined when it changes nothing (missing or not a list of
 * names, which the real server passes over). An empty list, or none of a known name, is the default.
 */
export function readAllowed(value: unknown): ReadonlySet<UpdateKind> | undefined {
  let list = value
  if (typeof value === 'string') {
    try {
      list = JSON.parse(value)
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error
      return undefined
    }
  }
  if (!Array.isArray(list) || list.some((name) => typeof name !== 'string')) return undefined
  const names = new Set((list as string[]).map((name) => name.toLowerCase()))
  const known = UPDATE_KINDS.filter((kind) => names.has(kind))
  return known.length === 0 ? DEFAULT_ALLOWED : new Set(known)
}

/** As getWebhookInfo shows it: nothing while it is the default. */
export function shownAllowed(allowed: ReadonlySet<UpdateKind>): UpdateKind[] | undefined {
  return allowed === DEFAULT_ALLOWED ? undefined : [...allowed]
}
