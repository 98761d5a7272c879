import fc from 'fast-check'
import type { MessageEntity } from 'grammy/types'
import { describe, expect, expectTypeOf, it } from 'vitest'
import { violationsOf } from './formatted-text-violations.ts'
import {
  blockquote,
  bold,
  clipEntity,
  code,
  concat,
  italic,
  joinText,
  pre,
  TextBuilder,
  textLink,
  tidyText,
  type FormattedText,
  type TextEntity,
} from './formatted-text.ts'

/** Type and covered text of each entity. */
function shown({ text, entities }: FormattedText): string[] {
  return entities.map(
    ({ type, offset, length }) => `${type}:${text.slice(offset, offset + length)}`,
  )
}

describe('joining', () => {
  it('moves entities by UTF-16 units', () => {
    const joined = concat(
      '⛰️ 😀 ',
      bold(concat('a', italic('b'))),
      ' ',
      textLink('c', 'https://d.id'),
    )
    expect(joined).toEqual({
      text: '⛰️ 😀 ab c',
      entities: [
        { type: 'bold', offset: 6, length: 2 },
        { type: 'italic', offset: 7, length: 1 },
        { type: 'text_link', offset: 9, length: 1, url: 'https://d.id' },
      ],
    })
  })

  it('leaves out empty parts with their separator', () => {
    expect(joinText(['', bold('a'), bold(''), 'b'], '\n\n')).toEqual({
      text: 'a\n\nb',
      entities: [{ type: 'bold', offset: 0, length: 1 }],
    })
  })

  it('builds piece by piece, and a build is not changed by what is added later', () => {
    const builder = new TextBuilder().add('a ', bold('b'))
    const first = builder.build()
    builder.add(code('c'))
    expect(shown(first)).toEqual(['bold:b'])
    expect(shown(builder.build())).toEqual(['bold:b', 'code:c'])
  })

  it('is what the Bot API calls a MessageEntity', () => {
    expectTypeOf<TextEntity>().toExtend<MessageEntity>()
    expect(pre('x = 1', 'python').entities).toEqual([
      { type: 'pre', offset: 0, length: 5, language: 'python' },
    ])
  })
})

describe('tidying', () => {
  it('trims the text and the entities with it', () => {
    expect(tidyText(concat('\n ', bold('  a '), ' b ', italic(' '), ' '))).toEqual({
      text: 'a  b',
      entities: [{ type: 'bold', offset: 0, length: 1 }],
    })
  })

  it.each([
    [
      'a style stops at monospace',
      bold(concat('a ', code('b'), ' c')),
      ['bold:a', 'code:b', 'bold:c'],
    ],
    ['a style wholly over monospace goes', bold(code('b')), ['code:b']],
    ['a style in itself is one', bold(concat('a', bold('b'))), ['bold:ab']],
    ['monospace in a link goes', textLink(code('b'), 'https://d.id'), ['text_link:b']],
    ['a quote in a quote is one', blockquote(concat('a', blockquote('b'))), ['blockquote:ab']],
    ['a quote holds monospace', blockquote(code('b')), ['blockquote:b', 'code:b']],
    [
      'at one place, the order is fixed',
      italic(bold(blockquote('b'))),
      ['blockquote:b', 'bold:b', 'italic:b'],
    ],
  ] as const)('%s', (_, given, expected) => {
    expect(shown(tidyText(given))).toEqual(expected)
  })

  it('clips an entity to a piece of the text', () => {
    const entity: TextEntity = { type: 'bold', offset: 2, length: 4 }
    expect(clipEntity(entity, 4, 10)).toEqual([{ type: 'bold', offset: 0, length: 2 }])
    expect(clipEntity(entity, 6, 10)).toEqual([])
    expect(clipEntity(entity, 0, 2)).toEqual([])
  })

  it('leaves nothing that Telegram would refuse or change, and loses no text', () => {
    fc.assert(
      fc.property(formattedTexts, (given) => {
        const tidied = tidyText(given)
        expect(violationsOf(tidied)).toEqual([])
        expect(tidied.text).toBe(given.text.trim())
        expect(tidyText(tidied)).toEqual(tidied)
      }),
    )
  })
})

const leaf = fc
  .array(fc.constantFrom(' ', '\n', 'a', 'b', '.', '😀'), { maxLength: 6 })
  .map((units) => units.join(''))

/** Any nesting of any formatting, also what Telegram does not allow. */
const { formatted: formattedTexts } = fc.letrec<{ formatted: FormattedText; part: FormattedText }>(
  (tie) => ({
    formatted: fc.array(tie('part'), { maxLength: 5 }).map((parts) => concat(...parts)),
    part: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      leaf.map((text) => concat(text)),
      leaf.map(code),
      leaf.map((text) => pre(text)),
      tie('formatted').map(bold),
      tie('formatted').map(italic),
      tie('formatted').map((inner) => textLink(inner, 'https://d.id')),
      tie('formatted').map(blockquote),
    ),
  }),
)
