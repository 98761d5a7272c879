import { sql } from 'drizzle-orm'
import { afterEach, describe, expect, it } from 'vitest'
import { rowsOf } from '../../src/platform/db/index.ts'
import type { PhoneMessage, SimulatedPerson } from '../../src/simulator/index.ts'
import { makassar, say } from '../support/journey-chat.ts'
import { lessons, quizzes, reviews } from '../support/phone.ts'
import { answer, answerPoll, questionOf, readCatalogue } from '../support/quiz.ts'
import { openWorld, type World } from '../support/world.ts'

const catalogue = await readCatalogue()

/** A review comes back at the earliest on the next working day: two of them beside a lesson. */
const LOAD = 2

describe('questions that come again', () => {
  let world: World
  afterEach(() => world.close())

  const questionId = ({ poll }: PhoneMessage): string =>
    questionOf(catalogue, poll?.question ?? '')?.id ?? 'unknown'
  const open = (person: SimulatedPerson): PhoneMessage[] =>
    reviews(person).filter(({ poll }) => poll?.answered === false)

  async function answerAll(person: SimulatedPerson, right: boolean): Promise<void> {
    for (const review of open(person)) answerPoll(catalogue, person, review, right)
    await world.idle()
  }

  it('a wrong answer returns on the next working day, behind the lesson, which says so', async () => {
    // Friday.
    world = await openWorld({ start: '2026-11-27T01:30:00Z' })
    const siti = await world.joined(9001)
    answer(catalogue, siti, false)
    await world.idle()
    const missed = quizzes(siti).map(questionId)
    await world.advance(makassar(11, 29, 23))
    expect(reviews(siti)).toEqual([])
    await world.advance(makassar(11, 30, 9))
    expect(lessons(siti)).toHaveLength(2)
    expect(lessons(siti).at(-1)?.text).toContain('2 pertanyaan lama')
    expect(reviews(siti).map(questionId)[0]).toBe(missed[0])
    expect(reviews(siti)).toHaveLength(LOAD)
    expect(reviews(siti).every(({ silent }) => silent)).toBe(true)
    // All in one bundle, in order, at once.
    const shown = siti.messages().slice(-4)
    expect(shown.map((m) => (m.poll === undefined ? 'text' : 'poll'))).toEqual([
      'text',
      'poll',
      'poll',
      'poll',
    ])
  })

  it('a right answer does not; what stands open is not asked twice, nor beyond the load', async () => {
    world = await openWorld()
    const siti = await world.joined(9002)
    for (let day = 23; day <= 27; day++) {
      answer(catalogue, siti, true)
      await world.idle()
      await world.advance(makassar(11, day + 1, 12))
    }
    // Monday's question was answered right: it is not among what came on Tuesday.
    const first = quizzes(siti).map(questionId)[0]
    expect(reviews(siti).map(questionId)).not.toContain(first)
    // None of the reviews was answered: the first two stand, and no third came.
    expect(open(siti)).toHaveLength(LOAD)
    expect(reviews(siti)).toHaveLength(LOAD)
  })

  it('never goes beyond a day’s load, and asks what was wrong before all else', async () => {
    world = await openWorld()
    const siti = await world.joined(9003)
    const wrong = new Set<string>()
    for (const day of [24, 25, 26, 27, 30]) {
      for (const poll of [...open(siti), ...quizzes(siti).slice(-1)]) wrong.add(questionId(poll))
      answer(catalogue, siti, false)
      await answerAll(siti, false)
      const before = reviews(siti).length
      await world.advance(makassar(11, day, 12))
      const came = reviews(siti).slice(before).map(questionId)
      expect(came).toHaveLength(LOAD)
      // What was wrong fills the load, ahead of what was never asked.
      expect(came.filter((id) => wrong.has(id))).toHaveLength(Math.min(LOAD, wrong.size))
    }
    const [{ twice } = { twice: -1 }] = await rowsOf<{ twice: number }>(
      world.app.db,
      sql`select count(*)::int as twice from (
        select 1 from reviews group by person_id, question_id, day having count(*) > 1) r`,
    )
    expect(twice).toBe(0)
  })

  it('/latihan brings up to five at once, and answers count for memory', async () => {
    world = await openWorld()
    const siti = await world.joined(9004)
    const [none] = await say(world, siti, '/latihan')
    expect(none).toContain('Belum ada yang bisa diulang')
    answer(catalogue, siti, true)
    await world.idle()
    const [shown] = await say(world, siti, '/ulang')
    expect(shown).toContain('3 pertanyaan untuk dilatih sekarang')
    expect(open(siti)).toHaveLength(3)
    await answerAll(siti, true)
    const cards = await rowsOf<{ answers: number; stability: number | null; due: boolean }>(
      world.app.db,
      sql`select answers, stability, due_day > '2026-11-23' as due from review_cards`,
    )
    expect(cards).toHaveLength(3)
    expect(cards.every((card) => card.stability !== null && card.due)).toBe(true)
    const [again] = await say(world, siti, '/latihan')
    expect(again).toContain('pertanyaan untuk dilatih')
  })

  it('a vote counts once, and one for a question that stood for weeks counts all the same', async () => {
    world = await openWorld()
    const siti = await world.joined(9005)
    answer(catalogue, siti, true)
    await world.idle()
    await world.advance(makassar(11, 24, 12))
    const [first, second] = reviews(siti)
    if (first === undefined || second === undefined) throw new Error('no reviews came')
    answer(catalogue, siti, true)
    answerPoll(catalogue, siti, first, true)
    await world.idle()
    await world.advance(makassar(12, 2, 12))
    answerPoll(catalogue, siti, second, false)
    await world.idle()
    const answers = await rowsOf<{ occasion: string; correct: boolean }>(
      world.app.db,
      sql`select occasion, correct from answers where review_id is not null order by id`,
    )
    expect(answers).toHaveLength(2)
    expect(new Set(answers.map(({ occasion }) => occasion)).size).toBe(2)
    expect(answers.map(({ correct }) => correct)).toEqual([true, false])
  })
})
