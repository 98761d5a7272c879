import { describe, expect, it } from 'vitest'
import { addressed, idsOf, isSilent, sends, weightOf } from './addressed.ts'
import type { TelegramRequest } from '../platform/telegram/index.ts'
import type { LeasedRow } from './message.ts'

type Method = TelegramRequest['method']

const row: LeasedRow = {
  id: 1,
  attempt: 1,
  lane: 'lesson',
  kind: 'lesson',
  args: {},
  personId: 'ani',
  chatId: 7,
  bundleId: null,
  bundlePosition: 0,
  spent: 0,
  uncertainResends: 0,
  plain: false,
  soundDay: '2026-11-24',
  chatSoundDay: null,
}

describe('the sound of a message', () => {
  it.each([
    ['the first of a chat', '2026-11-24', null, false],
    ['the first of a day', '2026-11-24', '2026-11-23', false],
    ['the second of a day', '2026-11-24', '2026-11-24', true],
    // Who flies west has a day once more.
    ['one of a day before the last that had one', '2026-11-24', '2026-11-25', true],
    ['one that never makes any', null, null, true],
    ['one that never makes any, on a later day', null, '2026-11-23', true],
  ])('of %s', (_name, soundDay, chatSoundDay, silent) => {
    expect(isSilent({ ...row, soundDay, chatSoundDay })).toBe(silent)
  })
})

describe('what is asked of Telegram', () => {
  const asked = (method: Method, { silent = false, paid = false } = {}) =>
    addressed({ method, payload: { text: 'a' } }, 7, silent, paid).payload

  it('names the chat, and keeps what the view made of it', () => {
    expect(addressed({ method: 'sendMessage', payload: { text: 'a' } }, 7, false, false)).toEqual({
      method: 'sendMessage',
      payload: { chat_id: 7, text: 'a' },
    })
  })

  it('leaves the chat of a menu to its scope', () => {
    expect(asked('setMyCommands')).toEqual({ text: 'a' })
  })

  it('lets the view have its own word', () => {
    const payload = { chat_id: 9, disable_notification: false }
    expect(addressed({ method: 'sendMessage', payload }, 7, true, false).payload).toEqual(payload)
  })

  it.each<Method>(['sendMessage', 'sendPoll', 'copyMessage', 'copyMessages', 'forwardMessage'])(
    '%s is silent where it is to be',
    (method) => {
      expect(sends({ method, payload: {} })).toBe(true)
      expect(asked(method, { silent: true })).toEqual({
        chat_id: 7,
        disable_notification: true,
        text: 'a',
      })
      expect(asked(method)).not.toHaveProperty('disable_notification')
    },
  )

  it.each<Method>(['editMessageText', 'deleteMessage', 'setMyCommands', 'stopPoll'])(
    '%s brings no message and makes no sound',
    (method) => {
      expect(sends({ method, payload: {} })).toBe(false)
      expect(asked(method, { silent: true })).not.toHaveProperty('disable_notification')
    },
  )

  it.each<[Method, boolean]>([
    ['sendMessage', true],
    ['sendPhoto', true],
    ['copyMessage', true],
    ['sendChatAction', false],
    ['copyMessages', false],
    ['forwardMessage', false],
    ['editMessageText', false],
  ])('%s may be paid for: %s', (method, may) => {
    expect(asked(method, { paid: true })).toEqual(
      may ? { chat_id: 7, allow_paid_broadcast: true, text: 'a' } : { chat_id: 7, text: 'a' },
    )
    expect(asked(method)).not.toHaveProperty('allow_paid_broadcast')
  })
})

it.each([
  [undefined, 1],
  ['5', 1],
  [0, 1],
  [-3, 1],
  [1, 1],
  [5, 5],
  [10, 10],
  [11, 10],
])('a row whose arguments say %j messages weighs %i', (messages, weight) => {
  expect(weightOf({ args: { messages } })).toBe(weight)
})

it.each([
  ['a message', { message_id: 5 }, 5, null],
  ['a quiz', { message_id: 5, poll: { id: 'p' } }, 5, 'p'],
  ['a stopped poll', { id: 'p' }, null, null],
  ['something that Telegram never wrote', { message_id: '5', poll: { id: 6 } }, null, null],
  ['a deed', true, null, null],
  ['a name', 'message_id', null, null],
  ['nothing', null, null, null],
  ['a response that was lost', undefined, null, null],
])('takes from %s what the row needs', (_name, result, messageId, pollId) => {
  expect(idsOf(result)).toEqual({ messageId, pollId })
})
