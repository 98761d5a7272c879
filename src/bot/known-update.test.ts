import { describe, expect, it } from 'vitest'
import { knownUpdate } from './known-update.ts'

const BOT = 123
const from = { id: 7, is_bot: false, first_name: 'Siti' }
const chat = { id: 7, type: 'private' }
const message = { message_id: 1, date: 1, from, chat, text: 'halo' }
const group = { id: -5, type: 'supergroup' }

const kindOf = (content: Record<string, unknown>): string =>
  knownUpdate({ update_id: 1, ...content }, BOT).kind

describe('an update', () => {
  it.each([
    { message },
    { message: { ...message, caption: 'x', from_the_future: { a: [1] } } },
    { message: { ...message, chat: group } },
    { message: { ...message, chat: group, from: undefined } },
    { message, personal_data: ['nik'], sealed_nip: 'x' },
    { callback_query: { id: '1', from, data: 'x', message: { message_id: 1, date: 0, chat } } },
    { my_chat_member: { chat, from, new_chat_member: { status: 'kicked', user: { id: BOT } } } },
    {
      my_chat_member: {
        chat: group,
        from: { ...from, is_bot: true },
        new_chat_member: { status: 'member', user: { id: BOT } },
      },
    },
    { poll_answer: { poll_id: '1', user: from, option_ids: [0] } },
    { poll_answer: { poll_id: '1', voter_chat: group, option_ids: [] } },
  ])('is known: %j', (content) => {
    expect(kindOf(content)).toBe('known')
  })

  it.each<Record<string, unknown>>([
    {},
    { edited_message: message },
    { inline_query: { id: '1', from, query: 'x' } },
    { message: { ...message, from: { ...from, id: 8 } } },
    { message: { ...message, from: undefined } },
    { message: { ...message, from: { ...from, is_bot: true } } },
    { poll_answer: { poll_id: '1', user: { ...from, is_bot: true }, option_ids: [0] } },
    { my_chat_member: { chat, from, new_chat_member: { status: 'kicked', user: { id: 8 } } } },
    { constructor: message },
  ])('is of nobody that may act: %j', (content) => {
    expect(kindOf(content)).toBe('foreign')
  })

  it.each([
    [{ message: null }, 'message'],
    [{ message: { ...message, from: { id: '7' } } }, 'message.from.id'],
    [{ message: { ...message, from: { id: 2 ** 60 } } }, 'message.from.id'],
    [{ message: { ...message, chat: { id: 7 } } }, 'message.chat.type'],
    [{ message: { ...message, text: { a: 1 } } }, 'message.text'],
    [{ message: { ...message, entities: [{ type: 1 }] } }, 'message.entities.0.type'],
    [{ message: { ...message, text: undefined, entities: [] } }, 'message.entities'],
    [{ message: { ...message, caption_entities: [] } }, 'message.caption_entities'],
    [{ callback_query: { id: '1', from, data: 'x' } }, 'callback_query.message'],
    [{ message, poll_answer: {} }, 'poll_answer'],
    [{ poll_answer: { poll_id: '1', option_ids: ['0'] } }, 'poll_answer.option_ids.0'],
  ])('is malformed: %j', (content, at) => {
    expect(knownUpdate({ update_id: 1, ...content }, BOT)).toEqual({ kind: 'malformed', at })
  })

  it.each([null, 7, 'x', undefined])('is none: %j', (body) => {
    expect(knownUpdate(body, BOT)).toEqual({ kind: 'malformed', at: '' })
  })
})
