import fc from 'fast-check'
import { parse, type GIFTQuestion } from 'gift-pegjs'
import { describe, expect, it } from 'vitest'
import type { Question } from '../catalogue.ts'
import { draftLessons } from './draft-lessons.ts'
import { lessonOf, questionArbitrary, questionOf, trackOf } from './fixture.ts'
import { readGift } from './read-gift.ts'
import { escapeGift, giftQuestion, writeGift } from './write-gift.ts'

const gift = (...questions: Question[]) => writeGift([trackOf([lessonOf(questions)])])

describe('a round trip through GIFT', () => {
  it('keeps every question: id, tags, objective, text, options, answer, explanation', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(questionArbitrary, { minLength: 1, maxLength: 5, selector: ({ id }) => id }),
        (questions) => {
          const { categories, broken, unsupported, losses } = readGift(gift(...questions))
          expect([broken, unsupported, losses]).toEqual([[], [], []])
          const { draft, renamed } = draftLessons(categories, 'satu')
          expect(renamed).toEqual([])
          const expected = questions.map(({ id, tags, answer, texts }) => {
            return { id, tags, answer, texts }
          })
          expect(draft.lessons.flatMap((lesson) => lesson.questions)).toEqual(expected)
          expect(draft.lessons.map(({ id, slug }) => [id, slug])).toEqual([['satu-dua', 'dua']])
        },
      ),
      { numRuns: 300 },
    )
  })

  it('keeps title and objective of a lesson', () => {
    const { categories } = readGift(gift(questionOf(['x', 'y'])))
    expect(categories).toMatchObject([{ title: 'Judul', objective: 'Tujuan' }])
  })
})

describe('what an independent parser (gift-pegjs) reads', () => {
  it('is every question, with the right option and the explanation', () => {
    fc.assert(
      fc.property(questionArbitrary, (question) => {
        const [category, read, ...more] = parse(gift(question))
        expect(category).toMatchObject({ type: 'Category', title: '$course$/top/satu/satu-dua' })
        expect(more).toEqual([])
        expect(read === undefined ? undefined : shown(read)).toEqual({
          id: question.id,
          title: question.id,
          tags: question.tags.length === 0 ? null : question.tags,
          text: spaced(question.texts.id.text),
          options: question.texts.id.options.map(({ key, text }) => ({
            text: spaced(text),
            right: key === question.answer,
            weight: null,
          })),
          explanation: spaced(question.texts.id.explanation),
        })
      }),
      { numRuns: 300 },
    )
  })

  /** It makes white space one space in plain text, and does not know `\n` while it does. */
  function spaced(text: string): string {
    return text.replaceAll(/[^\S\n]{2,}/g, ' ')
  }

  function shown(read: GIFTQuestion) {
    if (read.type !== 'MC') return read
    return {
      id: read.id,
      title: read.title,
      tags: read.tags,
      text: read.stem.text,
      options: read.choices.map(({ isCorrect, text, weight }) => ({
        text: text.format === 'html' ? spaced(unescaped(text.text)) : text.text,
        right: isCorrect,
        weight,
      })),
      explanation: read.globalFeedback?.text,
    }
  }

  /** Another decoder than that of the reader under test. */
  function unescaped(html: string): string {
    return html.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
  }
})

describe('what is escaped', () => {
  it('is what Moodle escapes, and nothing else', () => {
    expect(escapeGift(String.raw`~ = # { } : \ [ ] % - > / $ * < & "`)).toBe(
      String.raw`\~ \= \# \{ \} \: \\ [ ] % - > / $ * < & "`,
    )
  })

  it('is a line break, as the two characters \\n', () => {
    expect(escapeGift('satu\ndua\r\ntiga')).toBe(String.raw`satu\ndua\ntiga`)
  })

  it('leaves out what no file may hold', () => {
    expect(escapeGift('a\u0007b\u0085c\ud800d\ufffe')).toBe('abcd')
  })

  it('names the format where a text begins as a format or a weight would', () => {
    const question = questionOf(['[html] tag', '%50% warga', 'biasa [a]'], {
      text: '[html] apa?',
      explanation: '[plain] itu format',
    })
    expect(giftQuestion(question).split('\n').slice(2)).toEqual([
      '::satu-dua-q1::[plain][html] apa?{',
      '\t=[plain][html] tag',
      '\t~[plain]%50% warga',
      '\t~biasa [a]',
      '\t####[plain][plain] itu format',
      '}',
    ])
  })

  it('is > as HTML in a right option that comes first, and only there', () => {
    const lines = giftQuestion(questionOf(['a -> <b>', 'b -> c'])).split('\n')
    expect(lines.slice(3, 5)).toEqual(['\t=[html]a -&gt; &lt;b&gt;', '\t~b -> c'])
  })
})
