import { describe, expect, it } from 'vitest'
import type { Question } from '../catalogue.ts'
import { formatWarning } from '../problem.ts'
import type { ReadTrack } from '../read-track.ts'
import { questionOf, trackOf } from './fixture.ts'
import { measureTrack } from './measure-track.ts'
import { nearDuplicates } from './near-duplicates.ts'
import { warnKeyBalance } from './warn-key-balance.ts'
import { warnRightLongest } from './warn-right-longest.ts'

interface Forms {
  readonly a?: readonly Question[]
  readonly b?: readonly Question[]
  readonly delayed?: readonly Question[]
}

const FILE = 'fondasi/assessment.yaml'

/** Forms at lines 2, 100 and 200; items at lines 1001, 1002 …. */
function assessed(questions: readonly Question[], forms: Forms): ReadTrack {
  const { a = [], b = [], delayed = [] } = forms
  return {
    ...trackOf('fondasi', questions),
    assessment: {
      file: FILE,
      assessment: { forms: { a, b }, delayed },
      items: [...a, ...b, ...delayed].map(({ id }, index) => ({
        kind: 'question',
        id,
        line: 1001 + index,
        file: FILE,
        group: 'a',
        lesson: 'fondasi-satu',
      })),
      lines: { a: 2, b: 100, delayed: 200 },
      problems: [],
    },
  }
}

const keyed = (keys: string) =>
  Array.from(keys).map((key, index) => questionOf(`${key}${index}`, key, ['1', '2', '3']))

describe('where right options stand in a form', () => {
  it('is looked at form by form', () => {
    const form = { a: keyed('aaaabbbccc'), b: keyed('aaaaaabbbc'), delayed: keyed('aabbc') }
    expect(warnKeyBalance(assessed(keyed('abc'), form)).map(formatWarning)).toEqual([
      `${FILE}:100: warning: the right option stands in place 1 in 6 of 10 questions of form b (60%), and 25-42% is in balance: move some right options to another letter, and their \`answer\` with them`,
      `${FILE}:100: warning: the right option stands in place 3 in 1 of 10 questions of form b (10%), and 25-42% is in balance: move some right options to this place, and their \`answer\` with them`,
    ])
    expect(warnKeyBalance(assessed([], { delayed: keyed('aaabb') }))).toMatchObject([
      { rule: 'key-balance', file: FILE, line: 200, measured: 60, limit: 42 },
      { rule: 'key-balance', file: FILE, line: 200, measured: 0, limit: 25 },
    ])
  })

  it('one form does not make up for the other, nor for the lessons', () => {
    const found = warnKeyBalance(assessed(keyed('aaa'), { a: keyed('bbb'), b: keyed('ccc') }))
    expect(new Set(found.map(({ line }) => line))).toEqual(new Set([1, 2, 100]))
  })
})

describe('the right option, the longest in a form', () => {
  const longest = (id: string) => questionOf(id, 'a', ['panjang sekali', 'dua', 'tiga'])
  const other = (id: string) => questionOf(id, 'a', ['satu', 'panjang sekali', 'tiga'])

  it('in more than 40%', () => {
    const a = [longest('a1'), longest('a2'), longest('a3'), other('a4'), other('a5')]
    const b = [longest('b1'), longest('b2'), other('b3'), other('b4'), other('b5')]
    const found = warnRightLongest(assessed([], { a, b }))
    expect(found.map(formatWarning)).toEqual([
      `${FILE}:2: warning: the right option is the longest in 3 of 5 questions of form a (60%), and 40% is the most: give the wrong options as much to say in some of a1, a2, a3`,
    ])
    expect(found).toMatchObject([{ rule: 'right-longest', measured: 60, limit: 40 }])
  })

  it('in English', () => {
    const english = ['a very long answer', 'two', 'three']
    const delayed = ['d1', 'd2'].map((id) =>
      questionOf(id, 'a', ['satu', 'panjang sekali', 'tiga'], { english }),
    )
    expect(warnRightLongest(assessed([], { delayed })).map(formatWarning)).toEqual([
      `${FILE}:200: warning: the right option is the longest in 2 of 2 questions of the delayed check in English (100%), and 40% is the most: give the wrong options as much to say in some of d1, d2`,
    ])
  })
})

describe('an item that is nearly another question', () => {
  const text = 'Chatbot memberi rujukan peraturan lengkap dengan nomor dan tahun. Apa langkah Anda?'
  const asked = (id: string) => questionOf(id, 'a', ['satu dua', 'tiga', 'empat'], { text })
  const rest = (id: string) => questionOf(id, 'a', [`${id} satu`, 'x', 'y'])

  it('of a lesson, of the other form, of the delayed check', () => {
    const ofLesson = assessed([asked('q1')], { a: [asked('a1')], b: [rest('b1')] })
    expect(nearDuplicates([ofLesson]).map(formatWarning)).toEqual([
      `${FILE}:1001: warning: question a1 shares 100% of its word pairs with q1 (fondasi/01-satu.md:10), and 30% is the most: ask another thing in one of the two, or remove it`,
    ])
    const forms = { a: [asked('a1')], b: [asked('b1')], delayed: [rest('d1')] }
    expect(nearDuplicates([assessed([], forms)])).toMatchObject([{ file: FILE, line: 1002 }])
    const delayed = { a: [asked('a1')], b: [rest('b1')], delayed: [asked('d1')] }
    expect(nearDuplicates([assessed([], delayed)])).toMatchObject([{ file: FILE, line: 1003 }])
  })

  it('of a lesson in another track', () => {
    const other = trackOf('guru', [asked('g1')])
    expect(nearDuplicates([assessed([], { a: [asked('a1')] }), other])).toMatchObject([
      { file: 'guru/01-satu.md', line: 10, measured: 100 },
    ])
  })
})

it('the measures of a track are those of its lessons', () => {
  const questions = keyed('abc')
  const forms = { a: keyed('aaa'), b: keyed('bbb') }
  expect(measureTrack(assessed(questions, forms))).toEqual(
    measureTrack(trackOf('fondasi', questions)),
  )
})
