import { describe, expect, it } from 'vitest'
import { describeUpdate } from './update.ts'

const person = { id: 7 }
const chat = { id: -100 }

describe('whose an update is', () => {
  it.each([
    ['message', { from: person, chat }, 7],
    ['message', { chat }, -100],
    ['poll_answer', { user: person, option_ids: [] }, 7],
    // Who votes as a channel.
    ['poll_answer', { voter_chat: chat }, -100],
    ['poll_answer', { user: person, voter_chat: chat }, 7],
    ['channel_post', { sender_chat: { id: 5 }, chat }, -100],
    ['poll', { id: 'p' }, 0],
  ])('%s of %j: %i', (kind, content, personKey) => {
    const body = { update_id: 12, [kind]: content }
    expect(describeUpdate(body)).toEqual({ updateId: 12, kind, personKey, body })
  })

  it.each([['7'], [7.5], [2 ** 53], [null], [undefined], [{}]])(
    'is nobody’s where the id of a person is %j',
    (id) => {
      expect(describeUpdate({ update_id: 12, message: { from: { id } } })?.personKey).toBe(0)
    },
  )

  it.each([[null], ['text'], [5], [undefined]])(
    'is nobody’s where its content is %j',
    (content) => {
      expect(describeUpdate({ update_id: 12, message: content })).toMatchObject({
        kind: 'message',
        personKey: 0,
      })
    },
  )

  it('has no name where it holds nothing but its number', () => {
    expect(describeUpdate({ update_id: 12 })).toMatchObject({ kind: 'unknown', personKey: 0 })
  })

  it('has the name of what it holds, wherever its number stands', () => {
    expect(describeUpdate({ message: { from: person }, update_id: 12 })).toMatchObject({
      kind: 'message',
      personKey: 7,
    })
  })
})

describe('what is no update', () => {
  it.each([
    [null],
    [undefined],
    ['update_id'],
    [12],
    [{}],
    [{ update_id: '12' }],
    [{ update_id: 1.5 }],
    [{ update_id: 2 ** 53 }],
  ])('%j', (body) => {
    expect(describeUpdate(body)).toBeUndefined()
  })

  /** An update whose innermost object lies `depth` objects below the outermost. */
  function nested(depth: number, inner: (within: object) => object): object {
    let content: object = {}
    for (let n = 1; n < depth; n++) content = inner(content)
    return { update_id: 12, message: content }
  }

  it.each([
    ['objects', (within: object) => ({ reply_to_message: within })],
    ['lists', (within: object) => [within]],
  ])('is one that nests %s deeper than Telegram does', (_name, inner) => {
    const deepest = nested(64, inner)
    expect(describeUpdate(deepest)).toEqual({
      updateId: 12,
      kind: 'message',
      personKey: 0,
      body: deepest,
    })
    expect(describeUpdate(nested(65, inner))).toBeUndefined()
    expect(describeUpdate(nested(20_000, inner))).toBeUndefined()
  })
})
