import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { violationsOf } from '../platform/telegram/formatted-text-violations.ts'
import { bold, concat, textLink } from '../platform/telegram/formatted-text.ts'
import { renderMarkdown } from './render-markdown.ts'
import { splitText } from './split-text.ts'

const textsOf = (text: string, limit: number) =>
  splitText({ text, entities: [] }, limit).map((part) => part.text)

describe('where a text is cut', () => {
  it.each([
    ['not at all when it fits', 'abcdef', 6, ['abcdef']],
    [
      'after a paragraph before a sentence',
      'Satu dua.\n\nTiga. Empat lima.',
      20,
      ['Satu dua.', 'Tiga. Empat lima.'],
    ],
    [
      'after a sentence before a word',
      'Satu dua tiga. Empat lima enam.',
      20,
      ['Satu dua tiga.', 'Empat lima enam.'],
    ],
    ['after a closing quote', '"Satu dua?" tanya ia lama.', 18, ['"Satu dua?"', 'tanya ia lama.']],
    ['after a line of a list', '• satu dua\n• tiga empat', 14, ['• satu dua', '• tiga empat']],
    ['after a word', 'satu dua tiga', 9, ['satu dua', 'tiga']],
    ['after a word that fills the limit', 'satu dua tiga', 8, ['satu dua', 'tiga']],
    ['inside a word that is too long', 'abcdefgh', 3, ['abc', 'def', 'gh']],
    ['never inside a surrogate pair', 'a😀😀', 2, ['a', '😀', '😀']],
    [
      'not after a heading, which would stand alone',
      'A\n\nSatu dua tiga empat lima',
      20,
      ['A\n\nSatu dua tiga', 'empat lima'],
    ],
    ['white space alone is no part', `a${' '.repeat(20)}b`, 5, ['a', 'b']],
    ['nothing is no part', ' \n ', 5, []],
  ])('%s', (_, text, limit, parts) => {
    expect(textsOf(text, limit)).toEqual(parts)
  })

  it('refuses a limit that a surrogate pair does not fit into', () => {
    expect(() => textsOf('a', 1)).toThrow(RangeError)
  })

  it('keeps to the limit of a message by itself', () => {
    expect(textsOf('kata '.repeat(1_000), 4096)).toEqual(
      splitText({ text: 'kata '.repeat(1_000), entities: [] }).map((part) => part.text),
    )
  })
})

it('an entity over a cut stands in both parts, without the white space at the cut', () => {
  const given = concat('a ', textLink(bold('bb cc'), 'https://d.id'), ' d')
  expect(splitText(given, 4)).toEqual([
    {
      text: 'a bb',
      entities: [
        { type: 'text_link', offset: 2, length: 2, url: 'https://d.id' },
        { type: 'bold', offset: 2, length: 2 },
      ],
    },
    {
      text: 'cc d',
      entities: [
        { type: 'text_link', offset: 0, length: 2, url: 'https://d.id' },
        { type: 'bold', offset: 0, length: 2 },
      ],
    },
  ])
})

const pieces = fc.constantFrom(
  'a',
  'kata',
  ' ',
  '. ',
  '\n',
  '\n\n',
  '😀',
  '**',
  '*',
  '> ',
  '- ',
  '`',
)
const markdowns = fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join(''))

it('property: the parts are the text but for white space at the cuts, each valid and in the limit', () => {
  fc.assert(
    fc.property(markdowns, fc.integer({ min: 2, max: 40 }), (markdown, limit) => {
      const whole = renderMarkdown(markdown)
      const parts = splitText(whole, limit)
      let at = 0
      for (const part of parts) {
        const start = whole.text.indexOf(part.text, at)
        expect(start).toBeGreaterThanOrEqual(at)
        expect(whole.text.slice(at, start).trim()).toBe('')
        expect(part.text.length).toBeLessThanOrEqual(limit)
        expect(violationsOf(part)).toEqual([])
        expect(part.text.isWellFormed()).toBe(true)
        at = start + part.text.length
      }
      expect(whole.text.slice(at).trim()).toBe('')
    }),
    { numRuns: 500 },
  )
})

it('property: every letter keeps its formatting', () => {
  const letters = (parts: readonly ReturnType<typeof renderMarkdown>[]) =>
    parts.flatMap(({ text, entities }) =>
      [...text.matchAll(/\S/gu)].map(({ 0: letter, index }) => {
        const types = entities.filter((e) => e.offset <= index && index < e.offset + e.length)
        return `${letter}:${types.map(({ type }) => type).join()}`
      }),
    )
  fc.assert(
    fc.property(markdowns, fc.integer({ min: 2, max: 40 }), (markdown, limit) => {
      const whole = renderMarkdown(markdown)
      expect(letters(splitText(whole, limit))).toEqual(letters([whole]))
    }),
  )
})
