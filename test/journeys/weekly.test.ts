import { sql } from 'drizzle-orm'
import { afterEach, describe, expect, it } from 'vitest'
import { rowsOf } from '../../src/platform/db/index.ts'
import { makassar, press, say } from '../support/journey-chat.ts'
import { answerPolls } from '../support/measured.ts'
import { headlines, lessons, quizzes, reviews, tap } from '../support/phone.ts'
import { answer, readCatalogue } from '../support/quiz.ts'
import { openWorld, type World } from '../support/world.ts'

const catalogue = await readCatalogue()

describe('once a week', () => {
  let world: World
  afterEach(() => world.close())

  /** Has answered Monday's first lesson and chosen Wednesday. */
  async function wednesdays(id: number) {
    const siti = await world.joined(id)
    answer(catalogue, siti, true)
    await world.idle()
    await say(world, siti, '/jadwal')
    const [asked] = await press(world, siti, 'Sekali sepekan saja?')
    expect(asked).toContain('setiap hari kerja')
    const [set] = await press(world, siti, 'Rabu')
    expect(set).toContain('setiap hari Rabu')
    expect(set).toContain('Rabu, 25 November')
    return siti
  }

  it('brings five lessons in one bundle on the chosen day, with one sound, and the next a week later', async () => {
    world = await openWorld()
    const siti = await wednesdays(9301)
    await world.advance(makassar(11, 25, 8))
    expect(lessons(siti)).toHaveLength(1)
    const before = siti.messages().length
    await world.advance(makassar(11, 25, 9))
    const came = siti.messages().slice(before)
    expect(lessons(siti)).toHaveLength(6)
    expect(came[0]?.text).toContain('Bekal pekan ini: 5 pelajaran')
    expect(came.filter(({ silent }) => !silent)).toHaveLength(1)
    // Each quiz stands right below its lesson.
    expect(came.slice(0, 10).map((m) => (m.poll === undefined ? 'lesson' : 'quiz'))).toEqual(
      Array.from({ length: 5 }).flatMap(() => ['lesson', 'quiz']),
    )
    expect(reviews(siti).length).toBeLessThanOrEqual(5)
    answerPolls(catalogue, siti, { right: true })
    await world.idle()
    await world.advance(makassar(12, 2, 8))
    expect(lessons(siti)).toHaveLength(6)
    await world.advance(makassar(12, 2, 9))
    expect(lessons(siti)).toHaveLength(11)
    const [{ days } = { days: -1 }] = await rowsOf<{ days: number }>(
      world.app.db,
      sql`select count(distinct due_day)::int as days from deliveries`,
    )
    expect(days).toBe(3)
  })

  it('waits a week: one reminder after two working days, for whatever stands open first', async () => {
    world = await openWorld()
    const siti = await wednesdays(9302)
    await world.advance(makassar(11, 25, 9))
    const [first] = quizzes(siti).slice(-5)
    if (first === undefined) throw new Error('no quiz came')
    answerPolls(catalogue, siti, { right: true, only: [first] })
    await world.idle()
    const reminded = (): number =>
      headlines(siti).filter((line) => line.includes('menunggu')).length
    await world.advance(makassar(11, 27, 10))
    expect(reminded()).toBe(0)
    await world.advance(makassar(11, 27, 17))
    expect(reminded()).toBe(1)
    // /materi brings the first that stands open again; nothing new comes while one does.
    await say(world, siti, '/materi')
    expect(lessons(siti).at(-1)?.text).toContain('Pelajaran 3 dari')
    await world.advance(makassar(12, 2, 12))
    expect(new Set(lessons(siti).map(({ text }) => text.split('\n')[0])).size).toBeLessThanOrEqual(
      7,
    )
    const [{ open } = { open: -1 }] = await rowsOf<{ open: number }>(
      world.app.db,
      sql`select count(*)::int as open from deliveries where state = 'open'`,
    )
    expect(open).toBe(4)
  })

  it('is left again for each working day', async () => {
    world = await openWorld()
    const siti = await wednesdays(9303)
    await say(world, siti, '/jadwal')
    await press(world, siti, 'Sekali sepekan saja?')
    tap(siti, 'Setiap hari kerja')
    await world.idle()
    await world.advance(makassar(11, 24, 9))
    expect(lessons(siti)).toHaveLength(2)
  })
})
