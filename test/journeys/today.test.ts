import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rowsOf } from '../../src/platform/db/index.ts'
import type { Catalogue } from '../../src/content/index.ts'
import type { PhoneMessage, SimulatedPerson } from '../../src/simulator/index.ts'
import { findButton, makassar, press, row, say } from '../support/journey-chat.ts'
import { slipsIn } from '../support/journey-sane.ts'
import { lessons, quizzes } from '../support/phone.ts'
import { answer, readCatalogue } from '../support/quiz.ts'
import { openWorld, type World } from '../support/world.ts'

/** Answers a certain quiz on the phone, right or wrong. */
function vote(
  catalogue: Catalogue,
  person: SimulatedPerson,
  quiz: PhoneMessage,
  right: boolean,
): void {
  const asked = [...catalogue.questions.values()].find(
    (question) => question.texts.id.text === quiz.poll?.question,
  )
  const option = asked?.texts.id.options.find(({ key }) => (key === asked.answer) === right)
  person.vote(quiz.id, option?.text ?? '')
}

describe('/materi', () => {
  let world: World
  let siti: SimulatedPerson
  let catalogue: Catalogue
  beforeAll(async () => {
    catalogue = await readCatalogue()
    // Monday, 08.00: before the hour of the lesson.
    world = await openWorld({ start: '2026-11-23T00:00:00Z' })
    siti = await world.joined(7001)
  })
  afterAll(() => world.close())

  const answersOf = (person: SimulatedPerson) =>
    rowsOf<{ correct: boolean }>(
      world.app.db,
      sql`select a.correct from answers a join people p on p.id = a.person_id
        where p.telegram_id = ${person.id} order by a.id`,
    )

  it('while a lesson is open: the same lesson and a quiz of its own, silently', async () => {
    const [first] = lessons(siti)
    const [lesson, question] = await say(world, siti, '/materi')
    expect(lesson).toBe(first?.text)
    expect(quizzes(siti).map((quiz) => quiz.poll?.question)).toEqual([question, question])
    expect(
      siti
        .messages()
        .slice(-2)
        .every((message) => message.silent),
    ).toBe(true)
  })

  it('both quizzes can be answered; the first answer counts, whichever it was', async () => {
    const rina = await world.joined(7002, 'Rina')
    await say(world, rina, '/materi')
    const [old, newer] = quizzes(rina)
    if (old === undefined || newer === undefined) throw new Error('two quizzes were expected')
    vote(catalogue, rina, newer, true)
    await world.idle()
    vote(catalogue, rina, old, false)
    await world.idle()
    expect(await answersOf(rina)).toEqual([{ correct: true }])
    const [sitisOld, sitisNewer] = quizzes(siti)
    if (sitisOld === undefined || sitisNewer === undefined) throw new Error('two were expected')
    vote(catalogue, siti, sitisOld, false)
    vote(catalogue, siti, sitisNewer, true)
    await world.idle()
    expect(await answersOf(siti)).toEqual([{ correct: false }])
    expect(siti.messages().filter((m) => m.text.includes('Batu pertama'))).toHaveLength(1)
  })

  it('after it is done: says so, when the next one comes, and offers it now', async () => {
    expect(await say(world, siti, '/materi')).toEqual([
      expect.stringMatching(/Pelajaran hari ini sudah selesai.*besok pukul 09\.00/s),
    ])
    expect(findButton(siti, 'Ambil pelajaran berikutnya')).toBeDefined()
    await world.advance(makassar(11, 23, 9, 1))
    expect(lessons(siti)).toHaveLength(2)
  })

  it('a double tap on the offer brings the next lesson once', async () => {
    const offer = findButton(siti, 'Ambil pelajaran berikutnya')
    if (offer === undefined) throw new Error('no offer')
    siti.press(offer.id, 'Ambil pelajaran berikutnya')
    siti.press(offer.id, 'Ambil pelajaran berikutnya')
    await world.idle()
    expect(lessons(siti).at(-1)?.text).toContain('Pelajaran 2 dari 15')
    expect(lessons(siti).filter((m) => m.text.includes('Pelajaran 2 dari'))).toHaveLength(1)
  })

  it('asked for before its hour, it does not come again at its hour', async () => {
    answer(catalogue, siti, true)
    await world.idle()
    await world.advance(makassar(11, 24, 8))
    expect((await say(world, siti, '/materi'))[0]).toContain('Pelajaran 3 dari 15')
    answer(catalogue, siti, true)
    await world.idle()
    const before = siti.messages().length
    await world.advance(makassar(11, 24, 23))
    expect(siti.messages()).toHaveLength(before)
    await world.advance(makassar(11, 25, 9))
    expect(lessons(siti).at(-1)?.text).toContain('Pelajaran 4 dari 15')
  })

  it('outside office hours and on a Sunday it comes when asked for', async () => {
    answer(catalogue, siti, true)
    await world.idle()
    await world.advance(makassar(11, 29, 21))
    expect((await say(world, siti, '/hariini'))[0]).toContain('Pelajaran 5 dari 15')
  })

  it('skips once: pressed again, the button does nothing to the next lesson', async () => {
    const button = 'Lewati pelajaran ini'
    expect(await press(world, siti, button)).toEqual([expect.stringContaining('dilewati')])
    expect(await press(world, siti, button)).toEqual([expect.stringContaining('sudah selesai')])
    const { skipped } = await row<{ skipped: number }>(
      world,
      sql`select count(*)::int as skipped from deliveries where state = 'skipped'`,
    )
    expect(skipped).toBe(1)
  })

  it('does not let a stranger’s answer count', async () => {
    const before = await row(world, sql`select count(*)::int as n from answers`)
    const poll = quizzes(siti).at(-1)?.poll
    const stranger = world.simulator.person({ id: 7009, firstName: 'Asing' })
    expect(() => stranger.voteInPoll(poll?.id ?? '', poll?.options[0]?.text ?? '')).toThrow(
      'protected',
    )
    expect(await row(world, sql`select count(*)::int as n from answers`)).toEqual(before)
  })

  it('leaves no slip on any phone and no failed update', async () => {
    expect(await slipsIn(world)).toEqual([])
  })
})
