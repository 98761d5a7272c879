import { expect, it } from 'vitest'
import type { LedgerEntry, PhoneMessage } from '../../simulator/index.ts'
import type { AnswerBook } from './answer-book.ts'
import { createTally, type Arrived } from './tally.ts'

const book: AnswerBook = {
  lessonIn: (text) => (text.split('\n').includes('AI alat bantu') ? 'l1' : undefined),
  question: (text) =>
    text === 'Siapa?' ? { lessonId: 'l1', first: true, right: 'Saya', wrong: ['Ia'] } : undefined,
}

function setUp() {
  let tellEntry: (entry: LedgerEntry) => void = () => undefined
  const arrived: Arrived[] = []
  let nextId = 1
  let buttons: string[] = []
  const tally = createTally({
    subscribe: (listener) => {
      tellEntry = listener
      return () => undefined
    },
    messageOf: (_chatId, id) =>
      ({
        id,
        buttons: [buttons.map((data) => ({ text: data, callback_data: data }))],
      }) as unknown as PhoneMessage,
    book,
    onArrived: (one) => arrived.push(one),
  })
  const send = (kind: 'text' | 'poll', text: string, data: string[] = []): number => {
    buttons = data
    const messageId = nextId++
    tellEntry({ chatId: 7, messageId, kind, text, responseDropped: false } as LedgerEntry)
    return messageId
  }
  return { tally, arrived, send }
}

const LESSON = 'Pelajaran 1 dari 15\n\nAI alat bantu\n\nIsi'

it('knows a lesson by its title, a quiz by its question, a reminder by its two buttons', () => {
  const { tally, arrived, send } = setUp()
  send('text', LESSON, ['skip:1'])
  send('poll', 'Siapa?')
  send('text', 'Sejak kemarin: AI alat bantu.', ['again', 'skip:1'])
  send('text', 'Selamat datang', ['time'])
  expect(arrived.map(({ arrival }) => arrival.kind)).toEqual(['lesson', 'quiz', 'nudge', 'other'])
  expect(tally.counts()).toEqual({
    messages: 4,
    lessons: 1,
    quizzes: 1,
    reviews: 0,
    nudges: 1,
    people: 1,
    duplicates: 0,
    uncertain: 0,
  })
})

it('takes a poll that stands below no lesson of its own for one that came again', () => {
  const { tally, arrived, send } = setUp()
  send('text', LESSON)
  send('poll', 'Siapa?')
  send('poll', 'Siapa?')
  send('text', 'Dua pertanyaan')
  send('poll', 'Siapa?')
  expect(arrived.map(({ arrival }) => arrival.kind)).toEqual([
    'lesson',
    'quiz',
    'quiz',
    'other',
    'review',
  ])
  expect(tally.counts()).toMatchObject({ quizzes: 2, reviews: 1, duplicates: 1 })
})

it('counts a second copy as a duplicate, unless it was asked for', () => {
  const { tally, send } = setUp()
  send('text', LESSON)
  tally.asked(7, 'l1')
  send('text', LESSON)
  expect(tally.counts().duplicates).toBe(0)
  send('text', LESSON)
  expect(tally.counts().duplicates).toBe(1)
})

it('knows which message arrived where', () => {
  const { tally, send } = setUp()
  const id = send('text', 'Halo')
  expect(tally.has(7, id)).toBe(true)
  expect(tally.has(8, id)).toBe(false)
  expect(tally.has(7, id + 1)).toBe(false)
})
