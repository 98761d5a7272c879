import { sql } from 'drizzle-orm'
import { afterEach, describe, expect, it } from 'vitest'
import { rowsOf } from '../../src/platform/db/index.ts'
import type { PhoneMessage, SimulatedPerson } from '../../src/simulator/index.ts'
import { makassar, press } from '../support/journey-chat.ts'
import { answerPolls, askedIn, itemsOn } from '../support/measured.ts'
import { headlines } from '../support/phone.ts'
import { readCatalogue } from '../support/quiz.ts'
import { openWorld, type World } from '../support/world.ts'

const catalogue = await readCatalogue()
const assessment = catalogue.tracks.find(({ id }) => id === 'fondasi')?.assessment
if (assessment === undefined) throw new Error('The common track has no forms')

/** Monday; each is a working day of the weeks that follow. */
const FIRST = Date.UTC(2026, 10, 23, 4)
const DAY_MS = 24 * 3600_000

describe('what measures learning', () => {
  let world: World
  afterEach(() => world.close())

  const items = (person: SimulatedPerson): PhoneMessage[] => itemsOn(catalogue, person)
  const idsOf = (messages: PhoneMessage[]): string[] =>
    messages.map((message) => askedIn(catalogue, message)?.id ?? 'unknown')

  /** The whole of a day: what stands is answered, then the next noon comes. */
  async function live(person: SimulatedPerson, day: number, right: boolean): Promise<void> {
    answerPolls(catalogue, person, { right })
    await world.idle()
    await world.advance(new Date(FIRST + (day + 1) * DAY_MS))
  }

  it('the first form comes ahead of the lessons that it tests, and is no exam on the first day', async () => {
    world = await openWorld({ measured: true })
    const siti = await world.joined(9101)
    const [header, first, lesson, quiz] = siti.messages().slice(-4)
    expect(header?.text).toContain('Satu pertanyaan pembuka')
    expect(header?.text).toContain('bukan ujian')
    expect(first?.poll).toMatchObject({ quiz: false, revotable: false, anonymous: false })
    expect(lesson?.text).toContain('Pelajaran 1 dari')
    expect(quiz?.poll).toMatchObject({ quiz: true })
    for (let day = 0; day < 9; day++) await live(siti, day, true)
    const [{ late } = { late: -1 }] = await rowsOf<{ late: number }>(
      world.app.db,
      sql`select count(*)::int as late from assessment_items i
        join question_versions v on v.question_id = i.question_id and v.hash = i.question_hash
        join deliveries d on d.lesson_id = v.lesson_id and d.person_id = i.person_id
        where i.created_at > d.due_at or i.in_time is not true`,
    )
    expect(late).toBe(0)
    const [{ most } = { most: -1 }] = await rowsOf<{ most: number }>(
      world.app.db,
      sql`select max(n)::int as most from (
        select count(*) as n from assessment_items group by day) d`,
    )
    expect(most).toBe(2)
    // One form of the two, all of it, and nothing of the other.
    const asked = idsOf(items(siti)).toSorted()
    const form = [assessment.forms.a, assessment.forms.b].map((one) =>
      one.map(({ id }) => id).toSorted(),
    )
    expect(form).toContainEqual(asked)
    // All of it right, each ahead of its lesson: the rest of the track may be left out.
    expect(
      headlines(siti).filter((line) => line.includes('semua 10 pertanyaan pembuka')),
    ).toHaveLength(1)
    const [left] = await press(world, siti, 'Lewati sisanya')
    expect(left).toContain('dilewati')
    await world.advance(new Date(FIRST + 10 * DAY_MS))
    const [next] = await rowsOf<{ track: string }>(
      world.app.db,
      sql`select e.track_id as track from deliveries d join enrolments e on e.id = d.enrolment_id
        where d.state = 'open'`,
    )
    expect(next?.track).toBe('guru')
    // And may be taken in again, where it was left.
    await press(world, siti, 'Ambil lagi')
    const [again] = await rowsOf<{ state: string; left: number }>(
      world.app.db,
      sql`select state, (select count(*)::int from track_choices) as left
        from enrolments where track_id = 'fondasi'`,
    )
    expect(again).toEqual({ state: 'active', left: 0 })
  })

  it(
    'the other form comes after, then five items a month later, and the gain is the person’s own',
    { timeout: 300_000 },
    async () => {
      world = await openWorld({ measured: true })
      const siti = await world.joined(9102)
      // All wrong before the track is done, all right afterwards.
      let done = false
      let day = 0
      for (; day < 50 && items(siti).length < 20; day++) {
        done ||= headlines(siti).some((line) => line.includes('sudah Anda lalui'))
        await live(siti, day, done)
      }
      await live(siti, day, true)
      // A month in which nothing is answered, but the phone is on.
      day += 30
      for (; day < 100 && items(siti).length < 25; day++) await live(siti, day, true)
      answerPolls(catalogue, siti, { right: true })
      await world.idle()
      const asked = idsOf(items(siti))
      expect(new Set(asked).size).toBe(asked.length)
      const formOf = (ids: string[]): string =>
        ids.every((id) => assessment.forms.a.some((item) => item.id === id)) ? 'a' : 'b'
      const [before, after, delayed] = [asked.slice(0, 10), asked.slice(10, 20), asked.slice(20)]
      expect(formOf(before)).not.toBe(formOf(after))
      expect(delayed.toSorted()).toEqual(assessment.delayed.map(({ id }) => id).toSorted())
      const told = siti.messages().map(({ text }) => text)
      expect(told.some((text) => text.includes('Sebelum belajar: 0 dari 10'))).toBe(true)
      expect(told.some((text) => text.includes('Sesudahnya: 10 dari 10'))).toBe(true)
      expect(told.some((text) => text.includes('5 dari 5 masih melekat'))).toBe(true)
      const [gap] = await rowsOf<{ days: number }>(
        world.app.db,
        sql`select (select min(day) from assessment_items where phase = 'delayed')
        - (select max(day) from assessment_items where phase = 'after') as days`,
      )
      expect(gap?.days).toBeGreaterThanOrEqual(30)
      // Attitude before and after; work on the 15th teaching day, each once.
      const surveys = await rowsOf<{ survey: string; occasion: string }>(
        world.app.db,
        sql`select survey, occasion from survey_asks order by survey, occasion`,
      )
      expect(surveys).toEqual([
        { survey: 'attitude', occasion: 'after' },
        { survey: 'attitude', occasion: 'before' },
        { survey: 'work', occasion: '15' },
      ])
      // Nothing of it is ever repeated, or known to the scheduler.
      const [{ cards } = { cards: -1 }] = await rowsOf<{ cards: number }>(
        world.app.db,
        sql`select count(*)::int as cards from review_cards c
        where c.question_id in (select question_id from live_items)`,
      )
      expect(cards).toBe(0)
    },
  )

  it('a survey turns its pages in one message, keeps the first word, and may be declined', async () => {
    world = await openWorld({ measured: true })
    const siti = await world.joined(9103)
    await live(siti, 0, true)
    const statement = (): string =>
      siti.messages().findLast((m) => m.text.includes(' dari 5 ·'))?.text ?? ''
    expect(statement()).toContain('1 dari 5')
    const page = siti.messages().findLast((m) => m.text.includes('1 dari 5'))
    for (let page = 1; page <= 5; page++) {
      expect(statement()).toContain(`${page} dari 5`)
      await press(world, siti, 'Setuju')
    }
    expect(siti.message(page?.id ?? 0)?.text).toContain('Pendapat Anda tercatat')
    const said = await rowsOf<{ value: string; n: number }>(
      world.app.db,
      sql`select value, count(*)::int as n from survey_answers group by value`,
    )
    expect(said).toEqual([{ value: '4', n: 5 }])

    const budi = await world.joined(9104, 'Budi')
    await world.advance(new Date(FIRST + 2 * DAY_MS))
    answerPolls(catalogue, budi, { right: true })
    await world.idle()
    await world.advance(new Date(FIRST + 3 * DAY_MS))
    await press(world, budi, 'Tidak kali ini')
    expect(budi.messages().at(-1)?.text).toContain('dilewati')
    const [declined] = await rowsOf<{ n: number }>(
      world.app.db,
      sql`select count(*)::int as n from survey_asks where declined`,
    )
    expect(declined?.n).toBe(1)
  })

  it('an answer after the lesson’s own is kept and does not count as before', async () => {
    world = await openWorld({ measured: true })
    const siti = await world.joined(9105)
    const [item] = items(siti)
    const quiz = siti.messages().findLast((message) => message.poll?.quiz === true)
    if (item === undefined || quiz === undefined) throw new Error('no polls came')
    answerPolls(catalogue, siti, { right: true, only: [quiz] })
    await world.idle()
    answerPolls(catalogue, siti, { right: true, only: [item] })
    await world.idle()
    const [row] = await rowsOf<{ state: string; in_time: boolean; correct: boolean }>(
      world.app.db,
      sql`select i.state, i.in_time, a.correct from assessment_items i
        join answers a on a.item_id = i.id`,
    )
    expect(row).toEqual({ state: 'answered', in_time: false, correct: true })
  })

  it('one question a day asks how sure one is, before it gives anything away', async () => {
    world = await openWorld({ measured: true })
    const siti = await world.joined(9106)
    const doubting = (): PhoneMessage[] =>
      siti
        .messages()
        .filter(({ poll }) => poll?.options.some(({ text }) => text.endsWith(' · masih ragu')))
    for (let day = 0; doubting().length === 0; day++) {
      if (day > 20) throw new Error('nothing asked how sure one is')
      await live(siti, day, true)
    }
    const [first] = doubting()
    if (first?.poll === undefined) throw new Error('no poll')
    expect(first.poll).toMatchObject({ quiz: false, revotable: false })
    expect(first.poll.options).toHaveLength(
      2 * (askedIn(catalogue, first)?.texts.id.options.length ?? 0),
    )
    answerPolls(catalogue, siti, { right: false, sure: true, only: [first] })
    await world.idle()
    const feedback = siti.messages().at(-1)
    expect(feedback?.text).toContain('Yakin tetapi keliru')
    const questionId = askedIn(catalogue, first)?.id
    const [card] = await rowsOf<{ misled: boolean; lapsed: boolean; sure: boolean }>(
      world.app.db,
      sql`select c.misled, c.lapsed, a.sure from review_cards c
        join answers a on a.question_id = c.question_id and a.sure is not null
        where c.question_id = ${questionId}`,
    )
    expect(card).toEqual({ misled: true, lapsed: true, sure: true })
    // It comes first on the next day, and there is never a second such question on one day.
    const days = await rowsOf<{ day: string; n: number }>(
      world.app.db,
      sql`select day::text, count(*)::int as n from (
        select day from reviews where confidence
        union all select due_day from deliveries where confidence) d group by day`,
    )
    expect(days.map(({ n }) => n)).toEqual(days.map(() => 1))
    expect(days).not.toEqual([])
  })
})

describe('what an organisation does not want', () => {
  it('is not asked', async () => {
    const world = await openWorld()
    try {
      const siti = await world.joined(9107)
      answerPolls(catalogue, siti, { right: true })
      await world.idle()
      await world.advance(makassar(11, 24, 12))
      expect(itemsOn(catalogue, siti)).toEqual([])
      const [{ asked } = { asked: -1 }] = await rowsOf<{ asked: number }>(
        world.app.db,
        sql`select count(*)::int as asked from survey_asks`,
      )
      expect(asked).toBe(0)
    } finally {
      await world.close()
    }
  })
})
