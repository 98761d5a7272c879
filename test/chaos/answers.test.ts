import { sql } from 'drizzle-orm'
import { afterEach, describe, expect, it } from 'vitest'
import { rowsOf } from '../../src/platform/db/index.ts'
import type { PhoneMessage, SimulatedPerson } from '../../src/simulator/index.ts'
import { lastQuiz, quizzes } from '../support/phone.ts'
import { readCatalogue } from '../support/quiz.ts'
import { until } from '../support/until.ts'
import { openMorning, type Morning } from './support/morning.ts'
import { WEBHOOK_SECRET } from './support/rig.ts'

/** Tuesday, nine in Makassar, and later that morning. */
const NINE = '2026-11-24T01:00:00.000Z'
const HALF_PAST = '2026-11-24T01:30:00.000Z'

describe('answers around an outage', () => {
  let morning: Morning
  afterEach(() => morning.close())

  const person = (i: number): SimulatedPerson =>
    morning.simulator.person({ id: morning.ids[i] ?? 0, firstName: 'Peserta' })
  async function right(quiz: PhoneMessage): Promise<string> {
    const { questions } = await readCatalogue()
    const question = [...questions.values()].find(
      ({ texts }) => texts.id.text === quiz.poll?.question,
    )
    return question?.texts.id.options.find(({ key }) => key === question.answer)?.text ?? ''
  }
  const answers = () =>
    rowsOf<{ telegram_id: string; correct: boolean }>(
      morning.db,
      sql`
      select p.telegram_id, a.correct from answers a join people p on p.id = a.person_id
      order by a.id`,
    )

  const unhandled = async () =>
    (await rowsOf(morning.db, sql`select from inbox where state = 'new'`)).length
  let pushed = 0
  /** An answer as Telegram would report it, for what no phone lets one do. */
  async function push(telegramId: number, pollId: string): Promise<void> {
    const response = await fetch(`http://127.0.0.1:${morning.webPort}/telegram`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-telegram-bot-api-secret-token': WEBHOOK_SECRET,
      },
      body: JSON.stringify({
        update_id: 1_900_000_000 + pushed++,
        poll_answer: {
          poll_id: pollId,
          user: { id: telegramId, is_bot: false, first_name: 'X' },
          option_ids: [0],
        },
      }),
    })
    expect(response.status).toBe(200)
  }

  it('13, 14. before its poll is known: matched later; a stranger’s is not scored', async () => {
    morning = await openMorning({ backend: 'postgres', people: 2, dueAt: NINE, minutesBefore: 1 })
    await morning.start()
    // Telegram has taken the quiz of the first, and its response is on its way when the vote comes.
    const whose = String(morning.ids[0])
    const stop = morning.simulator.ledger.subscribe(({ kind, chatId }) => {
      if (kind === 'poll' && String(chatId) === whose) morning.telegram.hold('answers')
    })
    morning.jumpTo(NINE)
    await until(() => quizzes(person(0)).length === 1, 'a quiz whose response is held back')
    stop()
    const quiz = lastQuiz(person(0))
    await push(morning.ids[1] ?? 0, quiz.poll.id)
    await push(424_242, quiz.poll.id)
    person(0).vote(quiz.id, await right(quiz))
    const early = async () => (await rowsOf(morning.db, sql`select from early_answers`)).length
    await until(async () => (await early()) >= 1, 'an answer before its poll is known')
    await until(async () => (await unhandled()) === 0, 'every update handled')
    expect(await answers()).toEqual([])
    morning.telegram.release()
    // On a slow machine the response came too late to be heard: then a minute has to pass.
    await until(async () => (await answers()).length === 1, 'the answer matched', 180_000)
    expect(await answers()).toEqual([{ telegram_id: whose, correct: true }])
    // And once it is known: the strangers' answers to it are nobody's.
    await push(morning.ids[1] ?? 0, quiz.poll.id)
    await until(async () => (await unhandled()) === 0, 'every update handled')
    expect(await answers()).toHaveLength(1)
  })

  it('15. an outage of over 150 s: poll answers are kept, buttons that went stale can be pressed again', async () => {
    morning = await openMorning({ backend: 'postgres', people: 4, dueAt: NINE, minutesBefore: 1 })
    const first = await morning.start()
    morning.jumpTo(NINE)
    await until(() => [0, 1, 2, 3].every((i) => quizzes(person(i)).length === 1), 'the quizzes')
    person(3).sendText('/bahasa')
    const offered = () =>
      person(3)
        .messages()
        .findLast(({ buttons }) => buttons !== undefined)
    await until(() => JSON.stringify(offered()?.buttons ?? '').includes('English'), 'a menu')
    await morning.kill(first)
    const menu = offered()
    for (const i of [0, 1, 2]) {
      const quiz = lastQuiz(person(i))
      person(i).vote(quiz.id, await right(quiz))
    }
    person(3).press(menu?.id ?? 0, 'English')
    morning.jumpTo(HALF_PAST)
    await morning.start()
    await until(async () => (await answers()).length === 3, 'the answers of the outage')
    expect((await answers()).every(({ correct }) => correct)).toBe(true)
    const locale = async () => {
      const [row] = await rowsOf<{ locale: string }>(
        morning.db,
        sql`select locale from people where telegram_id = ${morning.ids[3] ?? 0}`,
      )
      return row?.locale
    }
    expect(await locale()).toBe('id')
    person(3).press(menu?.id ?? 0, 'English')
    await until(async () => (await locale()) === 'en', 'the button pressed again')
  })
})
