import { describe, expect, it } from 'vitest'

import type { PhoneMessage, PhonePoll } from '../people/phone-message.ts'
import { chatLine, lineAfter } from './chat-line.ts'

function message(id: number, change: Partial<PhoneMessage> = {}): PhoneMessage {
  return {
    id,
    fromBot: true,
    fromId: 9,
    date: 100 + id,
    text: `pesan ${id}`,
    entities: [],
    silent: false,
    protected: false,
    pinned: false,
    reactions: [],
    ...change,
  }
}

function poll(answered: boolean): PhonePoll {
  return {
    id: 'p',
    question: 'Siapa yang bertanggung jawab?',
    questionEntities: [],
    options: [],
    voters: 0,
    closed: false,
    quiz: true,
    anonymous: false,
    multiple: false,
    revotable: false,
    answered,
  }
}

describe('a line of the list', () => {
  it('counts what the bot said since the person last did something', () => {
    const messages = [message(1), message(2, { fromBot: false }), message(3), message(4)]
    expect(chatLine(7, messages)).toMatchObject({ id: 7, waiting: 2, last: { id: 4 } })
    expect(chatLine(7, [...messages, message(5, { poll: poll(true) })]).waiting).toBe(0)
    expect(chatLine(7, [])).toEqual({ id: 7, last: null, waiting: 0 })
  })

  it('is the same whether it is read anew or followed message by message', () => {
    const messages = [
      message(1),
      message(2, { fromBot: false }),
      message(3, { poll: poll(false) }),
      message(4),
    ]
    const followed = messages.reduce(lineAfter, { id: 7, last: null, waiting: 0 })
    expect(followed).toEqual(chatLine(7, messages))
  })

  it('notices an edit of the last message and lets an older one be', () => {
    const line = chatLine(7, [message(1), message(2)])
    expect(lineAfter(line, message(2, { text: 'diubah' })).last?.text).toBe('diubah')
    expect(lineAfter(line, message(1, { text: 'diubah' }))).toEqual(line)
  })

  it('is short, on one line, and cuts no letter in two', () => {
    const long = message(1, { text: `${'🪨'.repeat(100)}\n\nlagi` })
    expect(chatLine(7, [long]).last?.text).toBe('🪨'.repeat(90))
    expect(chatLine(7, [message(1, { text: 'satu\n\ndua' })]).last?.text).toBe('satu dua')
    expect(chatLine(7, [message(1, { text: '', poll: poll(false) })]).last).toMatchObject({
      kind: 'poll',
      text: 'Siapa yang bertanggung jawab?',
    })
  })
})
