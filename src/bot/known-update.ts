import type { Update } from 'grammy/types'
import { z } from 'zod'
import { FOUND_FIELD } from '../privacy/index.ts'

/** Beside its content an update has its number, and what the intake has put there. */
const NOT_CONTENT: ReadonlySet<string> = new Set(['update_id', FOUND_FIELD, 'sealed_nip'])

const id = z.number().int().refine(Number.isSafeInteger)
const count = id.min(0)
/** Telegram's ids of people are positive, those of groups and channels are not. */
const person = z.looseObject({
  id: id.min(1),
  is_bot: z.boolean().optional(),
  first_name: z.string().optional(),
  last_name: z.string().optional(),
  username: z.string().optional(),
  language_code: z.string().optional(),
})
const chat = z.looseObject({
  id,
  type: z.enum(['private', 'group', 'supergroup', 'channel']),
})
const entities = z
  .array(z.looseObject({ type: z.string(), offset: count, length: count }))
  .optional()
const message = z
  .looseObject({
    message_id: count,
    date: count.optional(),
    chat,
    from: person.optional(),
    text: z.string().optional(),
    entities,
    caption: z.string().optional(),
    caption_entities: entities,
    media_group_id: z.string().optional(),
    document: z
      .looseObject({
        file_id: z.string(),
        file_name: z.string().optional(),
        mime_type: z.string().optional(),
        file_size: count.optional(),
      })
      .optional(),
    reply_to_message: z.looseObject({ message_id: count, from: person.optional() }).optional(),
  })
  // grammY cuts a command out of the text by its mark.
  .refine((sent) => sent.entities === undefined || sent.text !== undefined, { path: ['entities'] })
  .refine((sent) => sent.caption_entities === undefined || sent.caption !== undefined, {
    path: ['caption_entities'],
  })

/** Every kind that somebody handles, with the fields that are read of it. */
const contents = {
  message,
  callback_query: z.looseObject({
    id: z.string(),
    from: person,
    data: z.string().optional(),
    // Left out where the message was sent by way of an inline query, which this bot does not answer.
    message: z.looseObject({ message_id: count, chat }),
  }),
  my_chat_member: z.looseObject({
    chat,
    from: person,
    new_chat_member: z.looseObject({ status: z.string(), user: person }),
  }),
  poll_answer: z.looseObject({
    poll_id: z.string(),
    user: person.optional(),
    option_ids: z.array(id),
    option_persistent_ids: z.array(z.string()).optional(),
  }),
} as const

type Kind = keyof typeof contents

/** What an update is taken for. */
export type Known =
  | { readonly kind: 'known'; readonly update: Update }
  /** Of a kind that nobody handles, or of another person, bot or place than it says. */
  | { readonly kind: 'foreign' }
  /** Nothing that Telegram sends; `at` is the field. */
  | { readonly kind: 'malformed'; readonly at: string }

/**
 * Looks at an update before anybody acts on it. Only Telegram knows the webhook's secret; but what is
 * sent with a secret that got out must not pass for another person's word either: one content and no
 * second, all its fields of the kind that they should be, in a private chat sender and chat the same,
 * no bot for a sender, and news of nobody's membership but this bot's.
 */
export function knownUpdate(body: unknown, botId: number): Known {
  if (typeof body !== 'object' || body === null) return { kind: 'malformed', at: '' }
  const [kind, second] = Object.keys(body).filter((key) => !NOT_CONTENT.has(key))
  if (kind === undefined || !isKind(kind)) return { kind: 'foreign' }
  if (second !== undefined) return { kind: 'malformed', at: second }
  const content: unknown = (body as Readonly<Record<Kind, unknown>>)[kind]
  const parsed = contents[kind].safeParse(content)
  if (!parsed.success) {
    return { kind: 'malformed', at: [kind, ...(parsed.error.issues[0]?.path ?? [])].join('.') }
  }
  const update = body as Update
  return isCoherent(update, botId) ? { kind: 'known', update } : { kind: 'foreign' }
}

function isKind(key: string): key is Kind {
  return Object.hasOwn(contents, key)
}

function isCoherent(
  { message: sent, callback_query: press, my_chat_member: member, poll_answer: vote }: Update,
  botId: number,
): boolean {
  if (member !== undefined && member.new_chat_member.user.id !== botId) return false
  const from = sent?.from ?? press?.from ?? member?.from ?? vote?.user
  // A bot that put this one into a group is told like everybody that groups are left.
  if (from?.is_bot === true && member === undefined) return false
  const place = sent?.chat ?? press?.message?.chat ?? member?.chat
  return place?.type !== 'private' || place.id === from?.id
}
