import { expect, it } from 'vitest'
import { describeLosses } from './describe-losses.ts'
import { lessonOf, questionOf, trackOf } from './fixture.ts'

const plain = questionOf(['x', 'y'])
const tracks = (...questions: (typeof plain)[]) => [trackOf([lessonOf(questions)])]

it('JSON loses nothing', () => {
  expect(describeLosses(tracks(plain), 'json')).toEqual([])
})

it.each(['gift', 'moodle-xml'] as const)('%s: says what it does not hold, once', (format) => {
  const said = describeLosses(tracks(plain, plain), format)
  expect(said).toHaveLength(3)
  expect(said[0]).toContain('sources')
})

it('names a question with other keys, with odd characters, and with a code of Moodle', () => {
  const keyed = questionOf(['x', 'y'], {
    options: [
      { key: 'b', text: 'x' },
      { key: 'a', text: 'y' },
    ],
  })
  const odd = questionOf(['x\u0007', '&&035;'])
  expect(describeLosses(tracks(keyed, odd), 'gift').slice(3)).toEqual([
    'satu-dua-q1: the keys of its options become a, b, c ….',
    'satu-dua-q1: characters that cannot be shown are left out.',
    'satu-dua-q1: a text like `&&035;` is read by Moodle as a character.',
  ])
  expect(describeLosses(tracks(keyed, odd), 'moodle-xml')).toHaveLength(5)
})

it('counts the English wordings that stay behind', () => {
  const english = questionOf(['x', 'y'], {}, plain.texts.id)
  expect(describeLosses(tracks(plain, english), 'gift')).toContain(
    'The English wording of 1 questions is not in it.',
  )
})
