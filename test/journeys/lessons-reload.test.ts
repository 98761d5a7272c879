import { sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { holdCatalogue } from '../../src/app/live-catalogue.ts'
import { createLessonReloads } from '../../src/app/reload-lessons.ts'
import { findPerson } from '../../src/people/index.ts'
import { rowsOf } from '../../src/platform/db/index.ts'
import { silentLogger } from '../../src/platform/logger.ts'
import type { SimulatedPerson } from '../../src/simulator/index.ts'
import { makassar, press, say } from '../support/journey-chat.ts'
import { slipsIn } from '../support/journey-sane.ts'
import { copyLessons, type LessonFolder } from '../support/lesson-folder.ts'
import { lastQuiz, lessons } from '../support/phone.ts'
import { answer } from '../support/quiz.ts'
import { until } from '../support/until.ts'
import { openWorld, type World } from '../support/world.ts'

const FIRST = 'fondasi/01-ai-alat-bantu.md'
const QUESTION = 'fondasi-ai-alat-bantu-q1'
const NEXT = 'Ambil pelajaran berikutnya'

/** A mistake in the first lesson, and what is said of it. */
const broken = (folder: LessonFolder) => folder.edit(FIRST, 'answer: b', 'answer: x')
const COMPLAINT =
  /fondasi\/01-ai-alat-bantu\.md:\d+ answer berisi "x", padahal pilihannya a, b, c\. Tulis salah satunya\./
const ENGLISH_COMPLAINT =
  /fondasi\/01-ai-alat-bantu\.md:\d+ answer is "x", but the options are a, b, c\. Name one of them\./

let folder: LessonFolder
let world: World

async function openCopy(): Promise<void> {
  folder = await copyLessons()
  world = await openWorld({ lessonsDir: folder.path, env: { ADMIN_IDS: '2001, 2002' } })
}
async function closeCopy(): Promise<void> {
  await world.close()
  await folder.remove()
}

const told = (person: SimulatedPerson, words: string | RegExp): string[] =>
  person
    .messages()
    .map(({ text }) => text)
    .filter((text) => (typeof words === 'string' ? text.includes(words) : words.test(text)))

describe('the lessons are reloaded', () => {
  let admin: SimulatedPerson
  let other: SimulatedPerson
  let participant: SimulatedPerson
  beforeAll(async () => {
    await openCopy()
    admin = await world.joined(2001, 'Ahmad')
    other = await world.joined(2002, 'Rina')
    participant = await world.joined(2003, 'Siti')
  })
  afterAll(closeCopy)

  const REFUSED = 'belum bisa dipakai'
  const refusals = (): number[] =>
    [admin, other, participant].map((one) => told(one, REFUSED).length)

  it('unchanged when nothing was edited, and nobody is told', async () => {
    const before = world.app.catalogue()
    expect(await world.app.reloadLessons()).toEqual({ kind: 'unchanged' })
    expect(world.app.catalogue()).toBe(before)
    await world.idle()
    expect(admin.messages().some(({ text }) => text.includes('Materi'))).toBe(false)
  })

  it('refused whole when one is wrong: the old stay, and every admin is told what, once', async () => {
    const before = world.app.catalogue()
    await folder.edit('fondasi/02-apa-itu-ai.md', 'minutes: 3', 'minutes: 4')
    await broken(folder)
    const refused = await world.app.reloadLessons()
    expect(refused.kind === 'refused' && refused.problems).toHaveLength(1)
    expect(world.app.catalogue()).toBe(before)
    await world.idle()
    expect(refusals()).toEqual([1, 1, 0])
    expect(told(admin, COMPLAINT)).toHaveLength(1)
    await world.app.reloadLessons()
    await world.idle()
    expect(refusals()).toEqual([1, 1, 0])
  })

  it('another refusal is told anew', async () => {
    await folder.edit(FIRST, 'minutes: 3', 'minutes: tiga')
    await world.app.reloadLessons()
    await world.idle()
    expect(refusals()).toEqual([2, 2, 0])
  })

  it('taken up when it is mended, and those who were told of the mistake are told so', async () => {
    await folder.restore(FIRST)
    const reloaded = await world.app.reloadLessons()
    expect(reloaded.kind).toBe('reloaded')
    expect(world.app.catalogue().lessons.get('fondasi-apa-itu-ai')?.minutes).toBe(4)
    await world.idle()
    expect(
      [admin, other, participant].map((one) => told(one, 'sudah dimuat ulang').length),
    ).toEqual([1, 1, 0])
    await folder.restore('fondasi/02-apa-itu-ai.md')
    expect((await world.app.reloadLessons()).kind).toBe('reloaded')
    await world.idle()
    expect(told(admin, 'sudah dimuat ulang')).toHaveLength(1)
  })

  it('the same mistake after that is told again', async () => {
    await broken(folder)
    await world.app.reloadLessons()
    await world.idle()
    expect(refusals()).toEqual([3, 3, 0])
    await folder.restore(FIRST)
    expect(await world.app.reloadLessons()).toEqual({ kind: 'unchanged' })
    await world.idle()
    expect(told(admin, 'sama dengan yang sedang dipakai')).toHaveLength(1)
  })

  it('in order when several ask at once', async () => {
    await folder.edit(FIRST, 'minutes: 3', 'minutes: 5')
    const all = await Promise.all([1, 2, 3].map(() => world.app.reloadLessons()))
    expect(all.map(({ kind }) => kind)).toEqual(['reloaded', 'unchanged', 'unchanged'])
  })

  it('and who asked in the chat is told what changed, and nobody else', async () => {
    const live = await holdCatalogue(world.app.catalogue(), {
      db: world.app.db,
      clock: world.clock,
      folder: folder.path,
    })
    const reloads = createLessonReloads({
      db: world.app.db,
      clock: world.clock,
      live,
      log: silentLogger,
      onWritten: () => undefined,
      tellOthers: () => Promise.resolve(),
    })
    await folder.withdraw('fondasi', '03-cara-chatbot-menulis')
    await folder.edit(FIRST, 'Siapa yang bertanggung jawab?', 'Siapa yang bertangung jawab?')
    await folder.edit('fondasi/02-apa-itu-ai.md', /\n---\n/, '\n---\nSatu kalimat lagi. ')
    const person = await findPerson(world.app.db, admin.id)
    const before = [admin, other].map((one) => one.messages().length)
    await reloads.askedBy(person?.id ?? '')
    await until(() => admin.messages().length > (before[0] ?? 0), 'the answer to who asked')
    await world.idle()
    const text = admin.messages().at(-1)?.text
    // The app itself still teaches it, and so knows its title.
    expect(text).toContain('Pelajaran yang ditarik (1): Cara chatbot menulis.')
    expect(text).toContain('Pelajaran yang isinya diperbarui (1): Apa itu AI?')
    expect(text).toContain(`Soal yang hanya dirapikan (1): ${QUESTION}. Statistiknya berlanjut.`)
    expect(text).not.toContain('Pelajaran baru')
    expect(other.messages()).toHaveLength(before[1] ?? 0)
    await broken(folder)
    await reloads.askedBy(person?.id ?? '')
    await reloads.askedBy(person?.id ?? '')
    await until(() => told(admin, COMPLAINT).length >= 4, 'each asking to be answered')
    await say(world, other, '/language')
    await press(world, other, 'English')
    await reloads.askedBy((await findPerson(world.app.db, other.id))?.id ?? '')
    await until(() => told(other, ENGLISH_COMPLAINT).length === 1, 'the answer in English')
    expect(await slipsIn(world)).toEqual([])
  })
})

describe('several processes', () => {
  beforeAll(openCopy)
  afterAll(closeCopy)

  it('refuse the same lessons, and the admin is told once', async () => {
    const admin = await world.joined(2001, 'Ahmad')
    const apps = [world.app, await world.startApp()]
    await broken(folder)
    const all = await Promise.all([...apps, ...apps].map((one) => one.reloadLessons()))
    expect(all.map(({ kind }) => kind)).toEqual(all.map(() => 'refused'))
    await world.idle()
    expect(told(admin, COMPLAINT)).toHaveLength(1)
  })
})

describe('statistics', () => {
  beforeAll(openCopy)
  afterAll(closeCopy)

  it('go on over a corrected spelling, and begin anew with another meaning', async () => {
    const answered = async (id: number, right: boolean): Promise<void> => {
      const person = await world.joined(id)
      answer(world.app.catalogue(), person, right)
      await world.idle()
    }
    const earlier = await world.joined(2010)
    await answered(2011, true)
    await folder.edit(FIRST, 'Siapa yang bertanggung jawab?', 'siapa yang bertangung jawab?')
    expect(await world.app.reloadLessons()).toMatchObject({ respelled: [QUESTION], changed: [] })
    await answered(2012, true)
    await folder.edit(FIRST, 'siapa yang bertangung jawab?', 'Siapa yang tidak bertanggung jawab?')
    expect(await world.app.reloadLessons()).toMatchObject({ respelled: [], changed: [QUESTION] })
    await answered(2013, false)
    await folder.restore(FIRST)
    expect(await world.app.reloadLessons()).toMatchObject({ changed: [QUESTION] })
    await answered(2014, false)
    // A quiz that was sent before any of it counts for what it asked.
    answer(world.app.catalogue(), earlier, true)
    await world.idle()
    const groups = await rowsOf(
      world.app.db,
      sql`select v.version, count(*)::int as answers, count(*) filter (where a.correct)::int as correct
        from answers a
        join question_versions v on v.question_id = a.question_id and v.hash = a.question_hash
        where a.question_id = ${QUESTION} group by v.version order by v.version`,
    )
    expect(groups).toEqual([
      { version: 1, answers: 4, correct: 3 },
      { version: 2, answers: 1, correct: 0 },
    ])
  })
})

describe('while somebody is under way', () => {
  beforeEach(openCopy)
  afterEach(closeCopy)

  const withdrawFirst = async (): Promise<void> => {
    await folder.withdraw('fondasi', '01-ai-alat-bantu')
    expect(await world.app.reloadLessons()).toMatchObject({
      withdrawn: ['fondasi-ai-alat-bantu'],
    })
  }

  it('a lesson that is withdrawn reads as it did, can be asked for again, and is answered', async () => {
    const siti = await world.joined(2020)
    const shipped = world.app.catalogue()
    const [first] = lessons(siti)
    await withdrawFirst()
    world.clock.moveTo(makassar(11, 23, 11))
    await say(world, siti, '/materi')
    const again = lessons(siti).at(-1)
    expect(again?.id).not.toBe(first?.id)
    expect(again?.text).toBe(first?.text.replace('dari 15', 'dari 14'))
    expect(lastQuiz(siti).poll.question).toBe(shipped.questions.get(QUESTION)?.texts.id.text)
    answer(shipped, siti, true)
    await world.idle()
    const [progress] = await say(world, siti, '/progres')
    expect(progress).toContain('1 dari 15 pelajaran dijawab')
    expect(await slipsIn(world)).toEqual([])
  })

  it('its reminders name it, on this day and the next', async () => {
    const siti = await world.joined(2021)
    await withdrawFirst()
    await world.advance(makassar(11, 24, 17))
    expect(told(siti, /pelajaran AI alat bantu menunggu Anda sejak/)).toHaveLength(1)
    expect(await slipsIn(world)).toEqual([])
  })

  it('the planner passes over what was withdrawn, and the track ends with what is left', async () => {
    const siti = await world.joined(2022)
    const shipped = world.app.catalogue()
    answer(shipped, siti, true)
    await world.idle()
    await folder.withdraw('fondasi', '02-apa-itu-ai')
    await world.app.reloadLessons()
    await world.advance(makassar(11, 24, 10))
    expect(lessons(siti).at(-1)?.text).toContain('Cara chatbot menulis')
    expect(lessons(siti).at(-1)?.text).toContain('Pelajaran 2 dari 14')
    answer(shipped, siti, true)
    await world.idle()
    expect((await say(world, siti, '/progres'))[0]).toContain('2 dari 14 pelajaran dijawab')
    // All that were to come are taken out, and one of those that Siti had.
    const left = [...shipped.lessons.values()].filter(
      (one) => one.trackId === 'fondasi' && one.position > 4,
    )
    for (const one of left) {
      await folder.withdraw('fondasi', `${String(one.position).padStart(2, '0')}-${one.slug}`)
    }
    await folder.withdraw('fondasi', '01-ai-alat-bantu')
    await world.app.reloadLessons()
    expect((await say(world, siti, '/progres'))[0]).toContain('2 dari 3 pelajaran dijawab')
    await say(world, siti, '/materi')
    await press(world, siti, NEXT)
    expect(lessons(siti).at(-1)?.text).toContain('Yakin, tapi keliru')
    answer(shipped, siti, false)
    await world.idle()
    expect(told(siti, 'Semua 3 pelajaran Fondasi')).toHaveLength(1)
    expect((await say(world, siti, '/progres'))[0]).toContain('3 dari 3 pelajaran dijawab')
    expect(await slipsIn(world)).toEqual([])
  })

  it('a lesson that is added comes in its turn, and one that comes too late asks for nothing', async () => {
    const siti = await world.joined(2023)
    await folder.withdraw('fondasi', '02-apa-itu-ai')
    await world.app.reloadLessons()
    expect((await say(world, siti, '/progres'))[0]).toContain('0 dari 14')
    for (const file of ['track.yaml', '02-apa-itu-ai.md', '02-apa-itu-ai.en.md']) {
      await folder.restore(`fondasi/${file}`)
    }
    expect(await world.app.reloadLessons()).toMatchObject({ added: ['fondasi-apa-itu-ai'] })
    answer(world.app.catalogue(), siti, true)
    await world.idle()
    await say(world, siti, '/materi')
    await press(world, siti, NEXT)
    expect(lessons(siti).at(-1)?.text).toContain('Pelajaran 2 dari 15')
  })

  it('an edit between sending and answering leaves the answer with what was asked', async () => {
    const siti = await world.joined(2024)
    const asked = world.app.catalogue()
    await folder.edit(FIRST, 'answer: b', 'answer: c')
    await folder.edit('fondasi/01-ai-alat-bantu.en.md', 'answer: b', 'answer: c')
    expect(await world.app.reloadLessons()).toMatchObject({ changed: [QUESTION] })
    answer(asked, siti, true)
    await world.idle()
    const [found] = await rowsOf(
      world.app.db,
      sql`select a.correct, a.option_key, v.version from answers a join question_versions v
        on v.question_id = a.question_id and v.hash = a.question_hash`,
    )
    expect(found).toEqual({ correct: true, option_key: 'b', version: 1 })
  })
})

describe('files that change while they are watched', () => {
  it('are taken up by themselves, once they are quiet', async () => {
    folder = await copyLessons()
    world = await openWorld({
      lessonsDir: folder.path,
      app: { watchLessons: true },
      env: { ADMIN_IDS: '2030' },
    })
    try {
      const admin = await world.joined(2030, 'Ahmad')
      await folder.edit(FIRST, 'minutes: 3', 'minutes: 7')
      const minutes = () => world.app.catalogue().lessons.get('fondasi-ai-alat-bantu')?.minutes
      await until(() => minutes() === 7, 'the edit to be taken up')
      await broken(folder)
      await until(() => told(admin, COMPLAINT).length === 1, 'the admin to be told')
      expect(minutes()).toBe(7)
      await folder.restore(FIRST)
      await until(() => minutes() === 3, 'the mended lesson to be taken up')
    } finally {
      await closeCopy()
    }
  })
})
