import { sql } from 'drizzle-orm'
import { rowsOf } from '../../src/platform/db/index.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Catalogue } from '../../src/content/index.ts'
import type { PhoneMessage, SimulatedPerson } from '../../src/simulator/index.ts'
import { addCrowd, openPhones } from '../support/crowd.ts'
import { attemptsOf, drained, hurry } from '../support/ledger-notes.ts'
import { lateResponse } from '../support/ledger-late.ts'
import { lastQuiz, lessons, quizzes } from '../support/phone.ts'
import { readCatalogue } from '../support/quiz.ts'
import { until } from '../support/until.ts'
import { openWorld, type World } from '../support/world.ts'

const DUE = new Date('2026-11-23T02:00:00Z')

/** Answers that come before, beside or instead of what the ledger knows of their poll. */
describe('answers and the outbox', () => {
  let world: World
  let catalogue: Catalogue
  let ids: number[] = []
  const person = (i: number): SimulatedPerson =>
    world.simulator.person({ id: ids[i] ?? 0, firstName: `Peserta ${ids[i]}` })

  beforeAll(async () => {
    catalogue = await readCatalogue()
    world = await openWorld()
    ids = await addCrowd(world.app.db, { count: 8, dueAt: DUE, firstId: 9000 })
    openPhones(world.simulator, ids)
    await world.idle()
    // 1, 2: the response to the quiz is lost, once and always; 5: the one to the lesson.
    const lose = (i: number, times: number, method: string): void => {
      world.simulator.faults.add({
        fault: { kind: 'dropResponse' },
        methods: [method],
        chatIds: [ids[i] ?? 0],
        times,
      })
    }
    lose(1, 1, 'sendPoll')
    lose(2, 2, 'sendPoll')
    lose(5, 1, 'sendMessage')
    world.clock.moveTo(DUE)
    await world.app.tick()
    await drained(world.app.db)
  })
  afterAll(() => world.close())

  function options(quiz: PhoneMessage): { right: string; wrong: string } {
    const question = [...catalogue.questions.values()].find(
      (candidate) => candidate.texts.id.text === quiz.poll?.question,
    )
    const find = (right: boolean): string =>
      question?.texts.id.options.find(({ key }) => (key === question.answer) === right)?.text ?? ''
    return { right: find(true), wrong: find(false) }
  }
  async function answersOf(i: number): Promise<unknown[]> {
    return rowsOf(
      world.app.db,
      sql`
      select a.correct from answers a join people p on p.id = a.person_id
      where p.telegram_id = ${ids[i] ?? 0} order by a.id`,
    )
  }
  const early = (): Promise<unknown[]> =>
    rowsOf(world.app.db, sql`select telegram_id from early_answers`)

  it('a lesson whose response was lost comes once more; its quiz once', () => {
    expect(lessons(person(5))).toHaveLength(2)
    expect(quizzes(person(5))).toHaveLength(1)
  })

  it('a quiz whose response was lost comes once more, and both copies count as one', async () => {
    const [first, second] = quizzes(person(1))
    expect(quizzes(person(1))).toHaveLength(2)
    expect(
      (await attemptsOf(world.app.db, ids[1] ?? 0)).filter(({ kind }) => kind === 'quiz'),
    ).toEqual([
      { kind: 'quiz', attempt: 1, outcome: 'uncertain', late: false },
      { kind: 'quiz', attempt: 2, outcome: 'ok', late: false },
    ])
    person(1).vote(first?.id ?? 0, options(lastQuiz(person(1))).right)
    await world.idle()
    // The first copy's poll is unknown, and may be ahead of its response: it waits a minute.
    expect(await answersOf(1)).toEqual([])
    expect(await early()).toHaveLength(1)
    world.clock.moveTo(new Date(world.clock.now().getTime() + 60_000))
    await world.app.tick()
    await world.idle()
    expect(await answersOf(1)).toEqual([{ correct: true }])
    person(1).vote(second?.id ?? 0, options(lastQuiz(person(1))).wrong)
    await world.idle()
    expect(await answersOf(1)).toEqual([{ correct: true }])
    expect(await early()).toEqual([])
  })

  it('a quiz that nobody knows to have arrived is answered all the same', async () => {
    const [, second] = quizzes(person(2))
    const [state] = await rowsOf(
      world.app.db,
      sql`select state from outbox where chat_id = ${ids[2] ?? 0} and kind = 'quiz'`,
    )
    expect(state).toEqual({ state: 'uncertain' })
    person(2).vote(second?.id ?? 0, options(lastQuiz(person(2))).wrong)
    await world.idle()
    world.clock.moveTo(new Date(world.clock.now().getTime() + 60_000))
    await world.app.tick()
    expect(await answersOf(2)).toEqual([{ correct: false }])
  })

  it('an answer before its poll is stored is matched when it is', async () => {
    // Held back: the response to the next quiz, so that its answer comes first.
    world.simulator.faults.add({
      fault: { kind: 'dropResponse' },
      methods: ['sendPoll'],
      chatIds: [ids[0] ?? 0],
      times: 1,
    })
    const before = quizzes(person(0)).length
    person(0).sendText('/materi')
    await until(() => quizzes(person(0)).length > before, 'a copy whose response is lost')
    const copy = quizzes(person(0))[before]
    person(0).vote(copy?.id ?? 0, options(lastQuiz(person(0))).right)
    await until(async () => (await early()).length === 1, 'an early answer')
    const [attempt] = await rowsOf<{ id: string; attempt: number }>(
      world.app.db,
      sql`
      select id, attempt from outbox where chat_id = ${ids[0] ?? 0} and kind = 'quiz'
      order by id desc limit 1`,
    )
    await lateResponse(world, Number(attempt?.id), copy)
    expect(await answersOf(0)).toEqual([{ correct: true }])
    expect(await early()).toEqual([])
    await drained(world.app.db)
    expect(await answersOf(0)).toEqual([{ correct: true }])
  })

  it('a stranger’s answer to somebody’s poll is not scored, whoever the stranger is', async () => {
    const quiz = lastQuiz(person(3))
    for (const stranger of [4, 6]) {
      await push(stranger === 6 ? 424_242 : (ids[stranger] ?? 0), quiz.poll.id, [0])
    }
    await world.app.tick()
    await world.idle()
    expect(await answersOf(3)).toEqual([])
    expect(await answersOf(4)).toEqual([])
    person(3).vote(quiz.id, options(quiz).right)
    await world.idle()
    expect(await answersOf(3)).toEqual([{ correct: true }])
  })

  it('a vote taken back counts nothing, known or early', async () => {
    await push(ids[6] ?? 0, lastQuiz(person(6)).poll.id, [])
    await push(ids[6] ?? 0, 'a-poll-of-nobody', [])
    await world.idle()
    expect(await answersOf(6)).toEqual([])
    person(6).vote(lastQuiz(person(6)).id, options(lastQuiz(person(6))).right)
    await world.idle()
    expect(await answersOf(6)).toEqual([{ correct: true }])
  })

  it('an answer to a poll of nobody binds to no quiz that is known to have arrived', async () => {
    await push(ids[7] ?? 0, 'another-poll-of-nobody', [0])
    world.clock.moveTo(new Date(world.clock.now().getTime() + 120_000))
    await world.app.tick()
    await hurry(world.app.db)
    expect(await answersOf(7)).toEqual([])
  })

  /** An answer as Telegram reports it, for what no phone of the simulator would let one do. */
  async function push(telegramId: number, pollId: string, positions: number[]): Promise<void> {
    const updateId = 900_000_000 + pushed++
    await world.app.db.execute(sql`
      insert into inbox (bot_id, update_id, kind, person_key, body, state, received_at)
      values (123456, ${updateId}, 'poll_answer', ${telegramId}, ${JSON.stringify({
        update_id: updateId,
        poll_answer: {
          poll_id: pollId,
          user: { id: telegramId, is_bot: false, first_name: 'X' },
          option_ids: positions,
        },
      })}::jsonb, 'new', ${world.clock.now().toISOString()})`)
    await until(async () => {
      const [row] = await rowsOf<{ state: string }>(
        world.app.db,
        sql`select state from inbox where update_id = ${updateId}`,
      )
      return row?.state === 'handled' || row?.state === 'passed'
    }, 'the answer handled')
  }
  let pushed = 0
})
