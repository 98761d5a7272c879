import fc from 'fast-check'
import { BOT_ID } from '../../support/bare-handler.ts'
import type { Cast } from './cast.ts'
import { account, messageId, messageOf } from './contents.ts'
import { spoilt } from './spoil.ts'
import { loose, pressed } from './texts.ts'

export type Fields = Record<string, unknown>

const GROUPS = [-1001, -1002, -1_001_234_567_890]

const place = (type: string, id: number, title: string): Fields => ({ id, type, title })

/** Where something happens: mostly a private chat with its sender, at times a group or a channel. */
function placesOf(cast: Cast): fc.Arbitrary<{ from: Fields; chat: Fields }> {
  return fc
    .record({
      id: fc.oneof(
        { weight: 3, arbitrary: fc.constantFrom(...cast.often) },
        { weight: 1, arbitrary: fc.constantFrom(...cast.senders) },
      ),
      name: fc.oneof({ weight: 9, arbitrary: fc.constant('Uji') }, { weight: 1, arbitrary: loose }),
      where: fc.nat(19),
      group: fc.constantFrom(...GROUPS),
    })
    .map(({ id, name, where, group }) => {
      const kinds = ['group', 'supergroup', 'channel']
      const chat =
        where < kinds.length
          ? place(kinds[where] ?? 'group', group, name)
          : { ...place('private', id, name), first_name: name }
      return { from: account(id, name), chat }
    })
}

/** Every kind of the Bot API's Update, and one that there is not yet; the content by the kind's name. */
function kindsOf(cast: Cast): fc.Arbitrary<Fields> {
  const where = placesOf(cast)
  const message = fc
    .tuple(where, messageOf(cast))
    .map(([{ from, chat }, content]): Fields => ({ ...content, from, chat }))
  const of = (kind: string, content: fc.Arbitrary<unknown>): fc.Arbitrary<Fields> =>
    content.map((inner) => ({ [kind]: inner }))
  const with_ = (more: Readonly<Record<string, fc.Arbitrary<unknown>>>): fc.Arbitrary<Fields> =>
    fc
      .tuple(where, fc.record(more))
      .map(([{ from, chat }, inner]): Fields => ({ ...inner, from, chat }))
  const press = fc
    .record({ where, data: pressed(cast), message_id: messageId, inline: fc.nat(19) })
    .map(({ where: { from, chat }, data, message_id, inline }): Fields => {
      const head = { id: '77', from, chat_instance: '1', data }
      if (inline === 0) return { ...head, inline_message_id: 'AAA' }
      return { ...head, message: { message_id, date: 1_795_000_000, chat, text: 'x' } }
    })
  const statuses = ['member', 'kicked', 'left', 'administrator', 'restricted', 'creator', 'x']
  const member = fc
    .record({
      where,
      status: fc.constantFrom(...statuses),
      whose: fc.constantFrom(BOT_ID, BOT_ID, BOT_ID, ...cast.senders.slice(0, 3)),
    })
    .map(({ where: { from, chat }, status, whose }): Fields => {
      const user = { id: whose, is_bot: whose === BOT_ID, first_name: 'x' }
      return { from, chat, date: 1, new_chat_member: { status, user }, old_chat_member: { user } }
    })
  const options = fc.array(fc.integer({ min: -1, max: 11 }), { maxLength: 4 })
  const vote = fc
    .record({
      where,
      poll_id: fc.oneof(fc.constantFrom('0', ...cast.polls), loose),
      option_ids: options,
      keys: fc.option(fc.array(loose, { maxLength: 3 })),
      chat: fc.nat(9),
    })
    .map(({ where: { from, chat }, keys, chat: anonymous, ...rest }): Fields => ({
      ...rest,
      ...(keys === null ? {} : { option_persistent_ids: keys }),
      ...(anonymous === 0 ? { voter_chat: chat } : { user: from }),
    }))
  const business = message.map((inner): Fields => ({ ...inner, business_connection_id: 'b' }))
  const query = with_({ id: fc.string(), query: loose, offset: fc.string() })
  const reaction = fc.array(fc.record({ type: fc.constant('emoji'), emoji: loose }), {
    maxLength: 2,
  })
  const rare = [
    of('edited_message', message),
    of('channel_post', message),
    of('edited_channel_post', message),
    of('business_connection', with_({ id: fc.string(), is_enabled: fc.boolean() })),
    of('business_message', business),
    of('edited_business_message', business),
    of('deleted_business_messages', with_({ message_ids: fc.array(messageId) })),
    of('guest_message', message),
    of('message_reaction', with_({ message_id: messageId, new_reaction: reaction })),
    of('message_reaction_count', with_({ message_id: messageId, reactions: fc.array(reaction) })),
    of('inline_query', query),
    of('chosen_inline_result', with_({ result_id: loose, query: loose })),
    of('shipping_query', with_({ id: fc.string(), invoice_payload: loose })),
    of('pre_checkout_query', with_({ id: fc.string(), invoice_payload: loose })),
    of('purchased_paid_media', with_({ paid_media_payload: loose })),
    of('poll', fc.record({ id: fc.constantFrom('0', ...cast.polls), question: loose })),
    of('chat_member', member),
    of('chat_join_request', with_({ bio: loose, date: fc.nat() })),
    of('chat_boost', with_({ boost: fc.record({ boost_id: loose }) })),
    of('removed_chat_boost', with_({ boost_id: loose })),
    of('managed_bot', with_({ bot: fc.record({ id: fc.nat() }) })),
    of('from_the_future', with_({ what: fc.anything() })),
  ]
  return fc.oneof(
    { weight: 44, arbitrary: of('message', message) },
    { weight: 36, arbitrary: of('callback_query', press) },
    { weight: 6, arbitrary: of('poll_answer', vote) },
    { weight: 4, arbitrary: of('my_chat_member', member) },
    ...rare.map((arbitrary) => ({ weight: 1, arbitrary })),
  )
}

/** Updates without their number: as Telegram sends them, and one in eight with something wrong. */
export function updatesOf(cast: Cast): fc.Arbitrary<Fields> {
  const whole = kindsOf(cast)
  return fc.oneof({ weight: 7, arbitrary: whole }, { weight: 1, arbitrary: spoilt(whole, cast) })
}
