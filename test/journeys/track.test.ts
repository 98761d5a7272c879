import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Catalogue } from '../../src/content/index.ts'
import type { SimulatedPerson } from '../../src/simulator/index.ts'
import { during, makassar, press, say } from '../support/journey-chat.ts'
import { slipsIn } from '../support/journey-sane.ts'
import { copyLessons, type LessonFolder } from '../support/lesson-folder.ts'
import { lessons, quizzes } from '../support/phone.ts'
import { answer, readCatalogue } from '../support/quiz.ts'
import { openWorld, type World } from '../support/world.ts'

const NEXT = 'Ambil pelajaran berikutnya'
const SKIP = 'Lewati pelajaran ini'
/** Any promise of a coming lesson. */
const promise = /(besok|hari ini|lusa|Senin|Selasa|Rabu|Kamis|Jumat).* pukul/

describe('a whole track', () => {
  let world: World
  let catalogue: Catalogue
  let folder: LessonFolder
  beforeAll(async () => {
    catalogue = await readCatalogue()
    folder = await copyLessons()
    // Nothing comes after it.
    for (const track of catalogue.tracks) {
      if (track.id !== 'fondasi') await rm(join(folder.path, track.id), { recursive: true })
    }
    world = await openWorld({ lessonsDir: folder.path })
  })
  afterAll(async () => {
    await world.close()
    await folder.remove()
  })

  const told = (person: SimulatedPerson, words: string): number =>
    person.messages().filter((message) => message.text.includes(words)).length

  async function answerNow(person: SimulatedPerson, right: boolean): Promise<void> {
    answer(catalogue, person, right)
    await world.idle()
  }
  /** The next lesson, taken ahead of its day; today's must be done. */
  async function next(person: SimulatedPerson): Promise<void> {
    await say(world, person, '/materi')
    await press(world, person, NEXT)
  }

  it('ends after its last lesson with the line that says so, once, and sends no more lessons', async () => {
    const siti = await world.joined(8001)
    for (let n = 1; n <= 15; n++) {
      expect(lessons(siti).at(-1)?.text).toContain(`Pelajaran ${n} dari 15`)
      await answerNow(siti, n % 3 !== 0)
      expect(told(siti, 'sudah Anda lalui')).toBe(n === 15 ? 1 : 0)
      if (n < 15) await next(siti)
    }
    expect(new Set(quizzes(siti).map((quiz) => quiz.poll?.question)).size).toBe(15)
    await world.advance(makassar(12, 8, 12))
    expect(lessons(siti)).toHaveLength(15)
    expect(told(siti, 'sudah Anda lalui')).toBe(1)
  })

  it.each(['/progres', '/materi', '/lanjut', '/jadwal 10.30', '/jeda 1'])(
    'promises no lesson to who has had them all: %s',
    async (command) => {
      const siti = world.simulator.person({ id: 8001, firstName: 'Siti' })
      const [text] = await say(world, siti, command)
      expect(text).not.toMatch(promise)
    },
  )

  it('says on the day itself that all is done', async () => {
    const rina = await world.joined(8002, 'Rina')
    for (let n = 1; n <= 15; n++) {
      await answerNow(rina, true)
      if (n < 15) await next(rina)
    }
    const [progress] = await say(world, rina, '/progres')
    expect(progress).toContain('15 dari 15 pelajaran dijawab')
    expect(progress).toContain('dua kali seminggu')
    expect(progress).not.toMatch(promise)
    const [lesson] = await say(world, rina, '/materi')
    expect(lesson).toContain('Semua pelajaran untuk Anda sudah dilalui')
    expect(lesson).not.toMatch(promise)
  })

  it('skipping the last lesson ends the track too', async () => {
    const budi = await world.joined(8003, 'Budi')
    for (let n = 1; n < 15; n++) {
      await answerNow(budi, true)
      await next(budi)
    }
    const shown = await during(world, budi, () => {
      budi.press(lessons(budi).at(-1)?.id ?? 0, SKIP)
    })
    expect(shown.map((m) => m.text).join('\n')).not.toMatch(promise)
    expect(told(budi, 'sudah Anda lalui')).toBe(1)
    // A late answer to it is graded, and is no second end.
    await answerNow(budi, true)
    expect(told(budi, 'sudah Anda lalui')).toBe(1)
  })

  it('lays the first stone once, also when a skipped lesson is answered late', async () => {
    const tono = await world.joined(8004, 'Tono')
    await answerNow(tono, true)
    expect(told(tono, 'Batu pertama')).toBe(1)
    await next(tono)
    await press(world, tono, SKIP)
    await answerNow(tono, true)
    expect(told(tono, 'Batu pertama')).toBe(1)
  })

  it('a late answer to a skipped lesson makes it an answered one', async () => {
    const wati = await world.joined(8005, 'Wati')
    await press(world, wati, SKIP)
    await answerNow(wati, true)
    const [text] = await say(world, wati, '/progres')
    expect(text).toContain('1 dari 15 pelajaran dijawab')
    expect(text).toContain('1 jawaban langsung benar')
    expect(text).not.toContain('dilewati')
  })

  it('leaves no slip on any phone and no failed update', async () => {
    expect(await slipsIn(world)).toEqual([])
  })
})
