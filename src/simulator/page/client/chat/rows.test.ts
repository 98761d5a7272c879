import { describe, expect, it } from 'vitest'

import type { PhoneMessage } from '../store/types.ts'
import { CHUNK, chunksOf, rowsOf, sameRows } from './rows.ts'

const DAY = 86_400

function message(id: number, change: Partial<PhoneMessage> = {}): PhoneMessage {
  return {
    id,
    fromBot: true,
    fromId: 9,
    date: id,
    text: `pesan ${id}`,
    entities: [],
    silent: false,
    protected: false,
    pinned: false,
    reactions: [],
    ...change,
  }
}

const options = { dayOf: (seconds: number) => String(Math.floor(seconds / DAY)), unreadFrom: null }

describe('rowsOf', () => {
  it('draws a line between days', () => {
    const rows = rowsOf([message(1), message(2), message(3, { date: DAY + 3 })], options)
    expect(rows.map(({ key }) => key)).toEqual(['d0', 'm1', 'm2', 'd1', 'm3'])
  })

  it('gives the tail to the last of a run by one hand, and ends a run after ten minutes', () => {
    const rows = rowsOf(
      [
        message(1),
        message(2),
        message(3, { fromBot: false, fromId: 1 }),
        message(4, { date: 4 }),
        message(5, { date: 700 }),
      ],
      options,
    )
    const shapes = rows.flatMap((row) => (row.kind === 'message' ? [[row.first, row.last]] : []))
    expect(shapes).toEqual([
      [true, false],
      [false, true],
      [true, true],
      [true, true],
      [true, true],
    ])
  })

  it('says where the unread begin, and draws an album as one', () => {
    const rows = rowsOf(
      [message(1), message(2, { album: 'a' }), message(3, { album: 'a' }), message(4)],
      { ...options, unreadFrom: 2 },
    )
    expect(rows.map(({ key }) => key)).toEqual(['d0', 'm1', 'unread', 'm2', 'm4'])
    expect(rows[3]).toMatchObject({ album: [{ id: 3 }] })
  })
})

describe('chunks', () => {
  const many = Array.from({ length: 100 }, (_, at) => message(at + 1))

  it('hold every row once, in order', () => {
    const rows = rowsOf(many, options)
    const chunks = chunksOf(rows)
    expect(chunks.flat()).toEqual(rows)
    expect(Math.max(...chunks.map(({ length }) => length))).toBe(CHUNK)
  })

  it('stay the same where nothing changed, so that a new message draws one piece', () => {
    const before = chunksOf(rowsOf(many, options))
    const after = chunksOf(rowsOf([...many, message(101)], options))
    const changed = after.filter((rows, at) => !sameRows(rows, before[at] ?? []))
    expect(changed).toHaveLength(1)
    const edited = many.map((one) => (one.id === 5 ? { ...one, text: 'diubah' } : one))
    const again = chunksOf(rowsOf(edited, options))
    expect(again.map((rows, at) => sameRows(rows, before[at] ?? []))[0]).toBe(false)
  })
})
