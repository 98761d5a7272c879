import fc from 'fast-check'
import type { MessageEntity } from 'grammy/types'
import { describe, expect, it } from 'vitest'

import { entityTree } from './entity-tree.ts'
import type { Piece } from './entity-tree.ts'

const plain = (pieces: readonly Piece[]): string =>
  pieces.map((one) => (typeof one === 'string' ? one : plain(one.pieces))).join('')

const short = (pieces: readonly Piece[]): unknown =>
  pieces.map((one) => (typeof one === 'string' ? one : [one.entity.type, short(one.pieces)]))

const entity = (
  type: 'bold' | 'italic' | 'underline',
  offset: number,
  length: number,
): MessageEntity => ({ type, offset, length })

describe('entityTree', () => {
  it('puts the longer of two that begin together outside, whatever their order', () => {
    const tree = entityTree('tebal miring', [entity('italic', 0, 5), entity('bold', 0, 12)])
    expect(short(tree)).toEqual([['bold', [['italic', ['tebal']], ' miring']]])
  })

  it('counts in UTF-16 units, as Telegram does', () => {
    expect(short(entityTree('🪨 batu', [entity('bold', 3, 4)]))).toEqual([
      '🪨 ',
      ['bold', ['batu']],
    ])
  })

  it('cuts one that would cross the end of another', () => {
    const tree = entityTree('abcdef', [entity('bold', 0, 4), entity('italic', 2, 4)])
    expect(short(tree)).toEqual([['bold', ['ab', ['italic', ['cd']]]], 'ef'])
  })

  it('loses no letter, whatever a bot sends', () => {
    const any = fc.record({
      type: fc.constantFrom('bold' as const, 'italic' as const, 'underline' as const),
      offset: fc.integer({ min: -3, max: 40 }),
      length: fc.integer({ min: -3, max: 40 }),
    })
    fc.assert(
      fc.property(
        fc.string({ maxLength: 30 }),
        fc.array(any, { maxLength: 8 }),
        (text, entities) => {
          expect(plain(entityTree(text, entities))).toBe(text)
        },
      ),
    )
  })
})
