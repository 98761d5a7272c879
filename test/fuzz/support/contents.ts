import fc from 'fast-check'
import type { Cast } from './cast.ts'
import { HOSTILE, loose, typed } from './texts.ts'

/** Civil seconds about when it happens. */
const moment = fc.integer({ min: 1_795_000_000, max: 1_796_000_000 })

export const messageId = fc.integer({ min: 1, max: 60 })

const file = (more: Readonly<Record<string, fc.Arbitrary<unknown>>> = {}) =>
  fc.record({
    file_id: fc.string({ minLength: 1, maxLength: 30 }),
    file_unique_id: fc.string({ minLength: 1, maxLength: 10 }),
    file_size: fc.integer({ min: 0, max: 2 ** 31 }),
    ...more,
  })

const fileName = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.constantFrom('pegawai.xlsx', 'hari-libur.csv', 'pegawai.xlsx.exe', '../lessons/x.md', '.csv'),
)

const entity = fc.record({
  type: fc.constantFrom('bold', 'url', 'mention', 'bot_command', 'text_link', 'pre', 'spoiler'),
  offset: fc.nat(30),
  length: fc.nat(30),
  url: fc.constant('https://contoh.go.id/?n=0812'),
})

const option = fc.record({ text: loose, voter_count: fc.nat(9), persistent_id: fc.string() })

/** One kind of content of a message, by the fields that the Bot API gives it. */
function contentsOf(cast: Cast): fc.Arbitrary<Record<string, unknown>> {
  const caption = { caption: typed(cast), caption_entities: fc.array(entity, { maxLength: 2 }) }
  const size = { width: fc.nat(4000), height: fc.nat(4000) }
  const one = (fields: Readonly<Record<string, fc.Arbitrary<unknown>>>) =>
    fc.record(fields, { noNullPrototype: true })
  const some = fc.oneof(
    one({ photo: fc.array(file(size), { maxLength: 3 }), ...caption }),
    one({ document: file({ file_name: fileName, mime_type: loose }), ...caption }),
    one({
      video: file({ ...size, duration: fc.nat(99) }),
      media_group_id: fc.string(),
      ...caption,
    }),
    one({ voice: file({ duration: fc.nat(99) }) }),
    one({ audio: file({ title: loose }), ...caption }),
    one({ sticker: file({ ...size, emoji: loose, type: fc.constant('regular') }) }),
    one({ contact: fc.record({ phone_number: loose, first_name: loose, user_id: fc.nat() }) }),
    one({ location: fc.record({ latitude: fc.double(), longitude: fc.double() }) }),
    one({ venue: fc.record({ title: loose, address: loose }) }),
    one({ dice: fc.record({ emoji: loose, value: fc.nat(6) }) }),
    one({ poll: fc.record({ id: fc.string(), question: loose, options: fc.array(option) }) }),
    one({ checklist: fc.record({ title: loose, tasks: fc.array(fc.record({ text: loose })) }) }),
    one({ pinned_message: fc.record({ message_id: messageId, text: loose }) }),
    one({ web_app_data: fc.record({ data: loose, button_text: loose }) }),
    one({ successful_payment: fc.record({ currency: loose, total_amount: fc.nat() }) }),
    one({ new_chat_members: fc.array(fc.record({ id: fc.nat(), first_name: loose })) }),
    one({ migrate_to_chat_id: fc.integer() }),
    one({ users_shared: fc.record({ request_id: fc.nat(), users: fc.array(loose) }) }),
  )
  const words = typed(cast).map((text) => ({ text, entities: commandIn(text) }))
  return fc.oneof({ weight: 3, arbitrary: words }, { weight: 1, arbitrary: some })
}

/** Telegram marks a command, and grammY goes by the mark. */
function commandIn(text: string): unknown[] {
  const length = /^\/\w+(?:@\w+)?/.exec(text)?.[0].length ?? 0
  return length === 0 ? [] : [{ type: 'bot_command', offset: 0, length }]
}

export function account(id: number, name: string): Record<string, unknown> {
  return { id, is_bot: false, first_name: name, language_code: 'id' }
}

/** A message in a private chat, but for its sender. */
export function messageOf(cast: Cast): fc.Arbitrary<Record<string, unknown>> {
  const around = fc.record(
    {
      reply_to_message: fc.record({ message_id: messageId, text: loose, date: moment }),
      quote: fc.record({ text: loose, position: fc.nat(9) }),
      forward_origin: fc.record({
        type: fc.constant('user'),
        date: moment,
        sender_user_name: loose,
      }),
      edit_date: moment,
      has_protected_content: fc.boolean(),
      message_thread_id: fc.nat(99),
      via_bot: fc.record({ id: fc.nat(), is_bot: fc.constant(true), first_name: loose }),
      effect_id: fc.string(),
    },
    { requiredKeys: [] },
  )
  return fc
    .tuple(fc.record({ message_id: messageId, date: moment }), contentsOf(cast), around, fc.nat(9))
    .map(([head, content, more, rare]) => ({ ...head, ...content, ...(rare < 2 ? more : {}) }))
}
