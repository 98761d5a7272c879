import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Lesson } from '../../src/content/index.ts'
import { newestWordingSince, readLessonNumbers } from '../../src/reports/index.ts'
import { addCrowd } from '../support/crowd.ts'
import { readCatalogue } from '../support/quiz.ts'
import { openWorld, type World } from '../support/world.ts'

const LIVE_SINCE = new Date('2026-11-23T01:30:00Z')

/** A history made by hand, with every case that a number has to tell apart. */
describe('the numbers of a lesson', () => {
  let world: World
  let lesson: Lesson
  let other: Lesson
  beforeAll(async () => {
    world = await openWorld()
    const [first, second] = (await readCatalogue()).tracks[0]?.lessons ?? []
    if (first === undefined || second === undefined) throw new Error('no lessons')
    lesson = first
    other = second
    await addCrowd(world.app.db, { count: 9, firstId: 1, dueAt: new Date('2027-01-01T00:00:00Z') })
    await world.app.db.execute(sql`
      insert into lesson_versions (lesson_id, hash, track_id, content, first_seen_at)
      values (${lesson.id}, 'older', 'fondasi', '{}', '2026-10-01T00:00:00Z')`)
    await world.app.db.execute(sql`
      insert into question_versions (question_id, hash, lesson_id, content, first_seen_at)
      values (${questionId(0)}, 'older', ${lesson.id}, '{}', '2026-10-01T00:00:00Z')`)
  })
  afterAll(() => world.close())

  const questionId = (i: number): string => lesson.questions[i]?.id ?? ''

  async function deliver(
    who: number,
    of: Lesson,
    state: 'open' | 'answered' | 'skipped' | 'undelivered',
    { sent = true, hash = of.hash } = {},
  ): Promise<void> {
    const [question] = of.questions
    await world.app.db.execute(sql`
      insert into deliveries (enrolment_id, person_id, lesson_id, lesson_hash, question_id,
        question_hash, position, state, cause, due_at, due_day, sent_at)
      select e.id, p.id, ${of.id}, ${hash}, ${question?.id}, ${question?.hash}, 1, ${state}, 'due',
        '2026-11-23T01:00:00Z', '2026-11-23', ${sent ? '2026-11-23T01:00:00Z' : null}::timestamptz
      from people p join enrolments e on e.person_id = p.id where p.telegram_id = ${who}`)
  }

  interface Given {
    readonly question?: number
    readonly right: boolean
    readonly hash?: string
    readonly occasion?: string
    readonly day?: number
  }
  async function answer(
    who: number,
    { question = 0, right, hash, occasion = 'lesson:1', day = 23 }: Given,
  ): Promise<void> {
    const asked = lesson.questions[question]
    await world.app.db.execute(sql`
      insert into answers
        (person_id, question_id, question_hash, occasion, option_key, correct, answered_at)
      select id, ${asked?.id}, ${hash ?? asked?.hash}, ${occasion}, 'a', ${right},
        ${`2026-11-${day}T02:00:00Z`}::timestamptz
      from people where telegram_id = ${who}`)
  }

  it('are noughts where nothing happened', async () => {
    expect(await readLessonNumbers(world.app.db, lesson, lesson.questions)).toEqual({
      since: LIVE_SINCE,
      delivered: 0,
      answered: 0,
      skipped: 0,
      open: 0,
      questions: new Map(),
    })
  })

  it('count people by what became of the lesson, in whatever wording', async () => {
    await deliver(1, lesson, 'answered')
    await deliver(2, lesson, 'answered', { hash: 'older' })
    await deliver(3, lesson, 'answered')
    await deliver(4, lesson, 'skipped')
    await deliver(5, lesson, 'open')
    await deliver(6, lesson, 'open', { sent: false }) // On its way.
    await deliver(7, lesson, 'undelivered', { sent: false })
    await deliver(8, lesson, 'undelivered') // The lesson came, its quiz did not.
    await deliver(1, other, 'skipped') // Another lesson.
    expect(await readLessonNumbers(world.app.db, lesson, lesson.questions)).toMatchObject({
      delivered: 6,
      answered: 3,
      skipped: 1,
      open: 1,
    })
  })

  it('take the first attempt of each person at each question, by its wording', async () => {
    await answer(1, { right: true })
    await answer(1, { right: false, occasion: 'review:1', day: 25 })
    await answer(2, { right: false, day: 24 })
    // Later in the ledger, earlier in time: the first one counts.
    await answer(3, { right: true, occasion: 'review:2', day: 26 })
    await answer(3, { right: false, day: 24 })
    // First asked in the wording of before: no first attempt at the one that is live.
    await answer(4, { right: true, hash: 'older', day: 2 })
    await answer(4, { right: false, occasion: 'review:3', day: 27 })
    await answer(5, { right: false, hash: 'older', day: 2 })
    await answer(1, { question: 1, right: false, occasion: 'review:4' })
    const { questions } = await readLessonNumbers(world.app.db, lesson, lesson.questions)
    expect(Object.fromEntries(questions)).toEqual({
      [questionId(0)]: { live: { answered: 3, right: 1 }, older: { answered: 2, right: 1 } },
      [questionId(1)]: { live: { answered: 1, right: 0 }, older: { answered: 0, right: 0 } },
    })
  })

  it('know no version that was never kept, and no question that is not asked for', async () => {
    const unknown = { id: lesson.id, hash: 'never' }
    expect(await readLessonNumbers(world.app.db, unknown, [])).toMatchObject({
      since: null,
      delivered: 6,
      questions: new Map(),
    })
    expect(await readLessonNumbers(world.app.db, { id: 'none', hash: '' }, [])).toMatchObject({
      since: null,
      delivered: 0,
    })
  })

  it('the newest of the live wordings is a lesson’s or a question’s; older ones do not count', async () => {
    const { db } = world.app
    const live = { lessons: [lesson], questions: lesson.questions }
    expect(await newestWordingSince(db, live)).toEqual(LIVE_SINCE)
    await db.execute(sql`
      insert into question_versions (question_id, hash, lesson_id, content, first_seen_at)
      values (${questionId(0)}, 'newer', ${lesson.id}, '{}', '2026-12-01T00:00:00Z')`)
    expect(await newestWordingSince(db, live)).toEqual(LIVE_SINCE)
    const changed = [{ id: questionId(0), hash: 'newer' }]
    expect(await newestWordingSince(db, { lessons: [lesson], questions: changed })).toEqual(
      new Date('2026-12-01T00:00:00Z'),
    )
    const old = [{ id: lesson.id, hash: 'older' }]
    expect(await newestWordingSince(db, { lessons: old, questions: [] })).toEqual(
      new Date('2026-10-01T00:00:00Z'),
    )
    expect(await newestWordingSince(db, { lessons: [], questions: [] })).toBeUndefined()
  })
})
