import { describe, expect, it } from 'vitest'
import { createFloodGate, FLOOD_WINDOW_MS, hear, TOO_MANY, type Heard } from './flood.ts'
import { describeUpdate, type ReceivedUpdate } from './update.ts'

let nextId = 1

function update(
  from: number,
  kind = 'message',
  chat: object = { type: 'private' },
): ReceivedUpdate {
  const person = { id: from }
  const content =
    kind === 'callback_query'
      ? { from: person, message: { chat: { id: from, ...chat } } }
      : kind === 'poll_answer'
        ? { user: person }
        : { from: person, chat: { id: from, ...chat } }
  const described = describeUpdate({ update_id: nextId++, [kind]: content })
  if (described === undefined) throw new Error('no update')
  return described
}

function gate(most: number) {
  const clock = { ms: 1000 }
  const people = new Map<number, Heard>()
  let dropped = 0
  const take = createFloodGate({
    most,
    onDropped: () => dropped++,
    elapsed: () => clock.ms,
    people,
  })
  return {
    clock,
    known: () => [...people.keys()],
    take: (...updates: ReceivedUpdate[]) => take(updates),
    kinds: (...updates: ReceivedUpdate[]) => take(updates).map(({ kind }) => kind),
    dropped: () => dropped,
  }
}

const many = (count: number, from: number, kind = 'message', chat?: object): ReceivedUpdate[] =>
  Array.from({ length: count }, () => update(from, kind, chat))

describe('who sends too much', () => {
  it('is taken up to the limit, told once, and then not heard until the minute is over', () => {
    const { clock, kinds, dropped } = gate(3)
    expect(kinds(...many(6, 7))).toEqual(['message', 'message', 'message', TOO_MANY])
    expect(dropped()).toBe(3)
    clock.ms += FLOOD_WINDOW_MS - 1
    expect(kinds(update(7))).toEqual([])
    clock.ms += 1
    expect(kinds(...many(5, 7))).toEqual(['message', 'message', 'message', TOO_MANY])
  })

  it('is told by an update of ours, which holds nothing of what was sent', () => {
    const { take } = gate(1)
    const last = update(7)
    expect(take(update(7), last)[1]).toEqual({
      updateId: last.updateId,
      personKey: 7,
      kind: TOO_MANY,
      body: { update_id: last.updateId, too_many: { from: { id: 7 } } },
    })
  })

  it('is one person, and nobody else', () => {
    const { take } = gate(2)
    const taken = take(...many(50, 7), update(8), update(9))
    expect(taken.map(({ personKey }) => personKey)).toEqual([7, 7, 7, 8, 9])
  })

  it('keeps every answer to a quiz, and whether the bot is blocked', () => {
    const { kinds } = gate(1)
    expect(kinds(...many(2, 7))).toEqual(['message', TOO_MANY])
    expect(kinds(...many(500, 7, 'poll_answer'))).toHaveLength(500)
    expect(kinds(update(7, 'my_chat_member'))).toEqual(['my_chat_member'])
    // They count for nothing either.
    expect(gate(1).kinds(...many(9, 8, 'poll_answer'), update(8))).toHaveLength(10)
  })

  it('counts what Telegram repeats once, and judges it as before', () => {
    const { take, kinds } = gate(2)
    const [a, b, c, d] = [update(7), update(7), update(7), update(7)]
    for (let i = 0; i < 4; i++) expect(take(a, b)).toEqual([a, b])
    for (let i = 0; i < 3; i++) expect(kinds(c)).toEqual([TOO_MANY])
    for (let i = 0; i < 3; i++) expect(kinds(d)).toEqual([])
    expect(take(a)).toEqual([a])
  })

  it('counts buttons too, and tells nobody in a group', () => {
    expect(gate(1).kinds(...many(3, 7, 'callback_query'))).toEqual(['callback_query', TOO_MANY])
    expect(gate(1).kinds(...many(3, 7, 'message', { type: 'group' }))).toEqual(['message'])
  })

  it('tells nobody who wrote in no chat, or what holds nothing', () => {
    expect(gate(0).kinds(update(7, 'inline_query', { type: 'sender' }))).toEqual([])
    const { take, dropped } = gate(0)
    for (const content of [{ from: { id: 7 }, query: '' }, null, undefined, 'text']) {
      const described = describeUpdate({ update_id: nextId++, inline_query: content })
      if (described === undefined) throw new Error('no update')
      expect(take(described)).toEqual([])
    }
    expect(dropped()).toBe(4)
  })

  it('takes everything where there is no limit, and remembers nobody', () => {
    const { kinds, known } = gate(Number.POSITIVE_INFINITY)
    expect(kinds(...many(1000, 7))).toHaveLength(1000)
    expect(known()).toEqual([])
  })

  it('is forgotten after the minute, in one walk a minute', () => {
    const { clock, take, known } = gate(3)
    clock.ms += 500
    take(update(7))
    clock.ms += FLOOD_WINDOW_MS - 501
    take(update(8))
    // The first walk is due now; the minute of the first person is not over yet.
    clock.ms += 1
    take(update(9))
    expect(known()).toEqual([7, 8, 9])
    // The minutes of all three are over, and the next walk is not due.
    clock.ms += FLOOD_WINDOW_MS - 1
    take(update(10))
    expect(known()).toEqual([7, 8, 9, 10])
    clock.ms += 1
    take()
    expect(known()).toEqual([10])
  })
})

describe('one more update of a person', () => {
  const options = { nowMs: 5000, most: 2 }
  const full: Heard = { sinceMs: 1000, ids: [1, 2] }

  it('begins a minute', () => {
    expect(hear(undefined, 1, options)).toEqual({
      heard: { sinceMs: 5000, ids: [1] },
      verdict: 'take',
    })
  })

  it('is told once, and dropped then', () => {
    const told = hear(full, 3, options)
    expect(told).toEqual({ heard: { ...full, toldBy: 3 }, verdict: 'tell' })
    expect(hear(told.heard, 4, options)).toEqual({ heard: told.heard, verdict: 'drop' })
  })

  it('counts until the minute is over, and not a moment longer', () => {
    const last = { ...options, nowMs: full.sinceMs + FLOOD_WINDOW_MS - 1 }
    expect(hear(full, 3, last).verdict).toBe('tell')
    const after = { ...options, nowMs: full.sinceMs + FLOOD_WINDOW_MS }
    expect(hear(full, 3, after)).toEqual({
      heard: { sinceMs: after.nowMs, ids: [3] },
      verdict: 'take',
    })
  })
})
