import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rowsOf } from '../../src/platform/db/index.ts'
import type { SimulatedPerson } from '../../src/simulator/index.ts'
import { headlines, lastQuiz, lessons, quizzes, tap } from '../support/phone.ts'
import { answer, readCatalogue } from '../support/quiz.ts'
import { backends, openWorld, type World } from '../support/world.ts'

/** Moments of the week of Monday, 23 November 2026, in Makassar (UTC+8). */
const at = (day: number, hour: number, minute = 0): Date =>
  new Date(Date.UTC(2026, 10, 22 + day, hour - 8, minute))
const [MON, TUE, WED, THU, FRI, NEXT_MON] = [1, 2, 3, 4, 5, 8]

describe.each(backends)('one person over a week, queues on %s', (backend) => {
  let world: World
  let siti: SimulatedPerson
  const catalogue = readCatalogue()

  beforeAll(async () => {
    world = await openWorld({ backend })
  })
  afterAll(() => world.close())

  async function answers(): Promise<{ correct: boolean }[]> {
    return rowsOf<{ correct: boolean }>(world.app.db, sql`select correct from answers order by id`)
  }

  it('runs its queues where it says', () => {
    expect(world.app.queueKind).toBe(backend)
  })

  it('Monday: four taps from the link to the first lesson and its quiz', async () => {
    siti = await world.joined(1001)
    expect(headlines(siti)).toEqual([
      expect.stringContaining('Halo! Saya Sedikit'),
      'Pekerjaan Anda paling dekat dengan yang mana, Bu Siti?',
      expect.stringContaining('Selamat datang, Bu Siti!'),
      'Pelajaran 1 dari 15',
      expect.stringContaining('Siapa yang bertanggung jawab?'),
    ])
    expect(siti.messages().filter((m) => m.fromBot && !m.silent)).toHaveLength(1)
  })

  it('sends a native quiz: not anonymous, protected, explained, no revoting', () => {
    const quiz = lastQuiz(siti)
    expect(quiz).toMatchObject({
      protected: true,
      poll: { quiz: true, anonymous: false, revotable: false, answered: false },
    })
  })

  it('grades by the identity of the option, however the phone shuffled them', async () => {
    answer(await catalogue, siti, true)
    await world.idle()
    expect(lastQuiz(siti).poll).toMatchObject({ right: true })
    expect(await answers()).toEqual([{ correct: true }])
    expect(headlines(siti).at(-1)).toBe('Batu pertama terpasang di bukit Anda, Bu Siti. 🪨')
    expect(siti.messages().at(-1)?.text).toContain('besok pukul 09.00')
  })

  it('sends nothing more on Monday, whatever the tick', async () => {
    const before = headlines(siti).length
    await world.advance(at(MON, 23))
    await world.app.tick()
    await world.idle()
    expect(headlines(siti)).toHaveLength(before)
  })

  it('Tuesday at nine: the second lesson with its quiz, the first of the day with a sound', async () => {
    await world.advance(at(TUE, 8, 59))
    expect(lessons(siti)).toHaveLength(1)
    await world.advance(at(TUE, 9))
    expect(lessons(siti).at(-1)?.text).toContain('Pelajaran 2 dari 15')
    expect(lessons(siti).at(-1)?.silent).toBe(false)
    expect(lastQuiz(siti).silent).toBe(true)
    answer(await catalogue, siti, false)
    await world.idle()
    expect(lastQuiz(siti).poll.right).toBe(false)
    expect(lastQuiz(siti).poll.explanation).not.toBe('')
    expect(await answers()).toEqual([{ correct: true }, { correct: false }])
  })

  it('Wednesday: who has not answered by two is reminded once, silently', async () => {
    await world.advance(at(WED, 13, 59))
    expect(lessons(siti)).toHaveLength(3)
    const before = headlines(siti).length
    await world.advance(at(WED, 18))
    expect(headlines(siti).slice(before)).toEqual([
      'Bu Siti, pelajaran hari ini masih menunggu. Tiga menit, lalu satu pertanyaan.',
    ])
    expect(siti.messages().at(-1)?.silent).toBe(true)
  })

  it('Thursday: no second lesson beside the open one; the new reminder takes the old one away', async () => {
    await world.advance(at(THU, 18))
    expect(lessons(siti)).toHaveLength(3)
    const reminders = headlines(siti).filter((line) => /menunggu/.test(line))
    expect(reminders).toEqual([expect.stringContaining('menunggu Anda sejak kemarin')])
    expect(siti.messages().at(-1)?.silent).toBe(false)
  })

  it('Friday: an answer takes the reminder away, and no lesson follows on the same day', async () => {
    await world.advance(at(FRI, 10))
    answer(await catalogue, siti, true)
    await world.idle()
    await world.advance(at(FRI, 23))
    expect(headlines(siti).filter((line) => /menunggu/.test(line))).toEqual([])
    expect(lessons(siti)).toHaveLength(3)
    expect(await answers()).toHaveLength(3)
  })

  it('rests over the weekend and goes on next Monday at nine', async () => {
    await world.advance(at(NEXT_MON, 8, 59))
    expect(lessons(siti)).toHaveLength(3)
    await world.advance(at(NEXT_MON, 9))
    expect(lessons(siti)).toHaveLength(4)
    expect(quizzes(siti)).toHaveLength(4)
  })

  it('shows the hill in /progres', async () => {
    siti.sendText('/progres')
    await world.idle()
    const text = siti.messages().at(-1)?.text ?? ''
    expect(text).toContain('3 dari 15 pelajaran dijawab')
    expect(text).toContain('2 jawaban langsung benar')
    expect(text).toContain('● ● ● ○ ○')
  })

  it('skips on request, and takes the late answer to a skipped quiz all the same', async () => {
    tap(siti, 'Lewati pelajaran ini')
    await world.idle()
    expect(siti.messages().at(-1)?.text).toContain('pelajaran itu dilewati')
    expect(siti.messages().at(-1)?.text).toContain('besok pukul 09.00')
    answer(await catalogue, siti, true)
    await world.idle()
    expect(await answers()).toHaveLength(4)
  })

  it('left every ledger in an honest state', async () => {
    const inbox = await rowsOf(
      world.app.db,
      sql`select state, count(*)::int, count(body)::int as bodies from inbox group by 1`,
    )
    expect(inbox).toEqual([expect.objectContaining({ state: 'handled', bodies: 0 })])
    const outbox = await rowsOf(
      world.app.db,
      sql`select distinct state from outbox where state not in ('sent', 'cancelled')`,
    )
    expect(outbox).toEqual([])
  })
})
