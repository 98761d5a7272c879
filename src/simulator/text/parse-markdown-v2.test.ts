import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { parseMarkdownV2 } from './parse-markdown-v2.ts'

const nobody = () => undefined
const parse = (source: string) => parseMarkdownV2(source, nobody)

describe('parseMarkdownV2', () => {
  it('nests, and counts in UTF-16 units', () => {
    expect(parse('😀 *a_b_ __c__* ~d~ ||e||')).toEqual({
      text: '😀 ab c d e',
      entities: [
        { type: 'bold', offset: 3, length: 4 },
        { type: 'italic', offset: 4, length: 1 },
        { type: 'underline', offset: 6, length: 1 },
        { type: 'strikethrough', offset: 8, length: 1 },
        { type: 'spoiler', offset: 10, length: 1 },
      ],
    })
  })

  it('keeps code as it is, and reads its language', () => {
    expect(parse('`a*b`').entities).toEqual([{ type: 'code', offset: 0, length: 3 }])
    expect(parse('```js\nx()\n```')).toEqual({
      text: 'x()\n',
      entities: [{ type: 'pre', offset: 0, length: 4, language: 'js' }],
    })
  })

  it('reads links', () => {
    expect(parse('[x](https://example.com/a\\)b)').entities).toEqual([
      { type: 'text_link', offset: 0, length: 1, url: 'https://example.com/a)b' },
    ])
    expect(parse('[x](nothing)').entities).toEqual([])
  })

  it('reads quotations over several lines', () => {
    expect(parse('>a\n>b\nc')).toEqual({
      text: 'a\nb\nc',
      entities: [{ type: 'blockquote', offset: 0, length: 4 }],
    })
    expect(parse('>a\n>b||').entities).toEqual([
      { type: 'expandable_blockquote', offset: 0, length: 3 },
    ])
  })

  it.each([
    ['a.', "Character '.' is reserved and must be escaped with the preceding '\\'"],
    ['a > b', "Character '>' is reserved and must be escaped with the preceding '\\'"],
    ['é*a', "Can't find end of Bold entity at byte offset 2"],
    ['__a', "Can't find end of Underline entity at byte offset 0"],
    ['```js\na', "Can't find end of PreCode entity at byte offset 0"],
    ['[a](b', "Can't find end of a URL at byte offset 4"],
    ['![a]', 'The entity must contain a tg://emoji or tg://time URL'],
    ['![a](b)', 'Invalid tg://emoji or tg://time URL specified'],
    ['>*a\nb*', "Can't find end of Bold entity at byte offset 1"],
  ])('refuses %s', (source, message) => {
    expect(() => parse(source)).toThrow(`Bad Request: can't parse entities: ${message}`)
  })

  it('gives escaped text back unchanged', () => {
    const escape = (text: string) => text.replaceAll(/[_*[\]()~`>#+\-=|{}.!\\]/gu, '\\$&')
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(parse(escape(text))).toEqual({ text, entities: [] })
      }),
    )
  })
})
