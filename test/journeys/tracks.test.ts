import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { rowsOf } from '../../src/platform/db/index.ts'
import type { SimulatedPerson } from '../../src/simulator/index.ts'
import { makassar, say } from '../support/journey-chat.ts'
import { lessons, reviews } from '../support/phone.ts'
import { answer, answerPoll, readCatalogue } from '../support/quiz.ts'
import { LESSONS, openWorld, type World } from '../support/world.ts'

const catalogue = await readCatalogue()

describe('a course of several tracks', () => {
  let world: World
  let folder: string

  /** Two lessons of the common track, three of the teachers', and all others as they are. */
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sedikit-tracks-'))
    await cp(LESSONS, folder, { recursive: true })
    await rm(join(folder, 'published.yaml'))
    await rm(join(folder, 'published-wordings.json'))
    await rm(join(folder, 'fondasi/assessment.yaml'))
    await keep('fondasi', 2)
    await keep('guru', 2)
  })
  afterEach(async () => {
    await world.close()
    await rm(folder, { recursive: true, force: true })
  })

  /** Leaves the first `count` lessons in a track. */
  async function keep(track: string, count: number): Promise<void> {
    const path = join(folder, track, 'track.yaml')
    const text = await readFile(join(LESSONS, track, 'track.yaml'), 'utf8')
    const [head = '', list = ''] = text.split('lessons:\n')
    const slugs = list.split('\n').filter((line) => line.trim().startsWith('- '))
    await writeFile(path, `${head}lessons:\n${slugs.slice(0, count).join('\n')}\n`)
    const left = slugs.slice(count).map((line) => line.trim().slice(2))
    const stays = new Set(slugs.slice(0, count).map((line) => line.trim().slice(2)))
    for (const slug of left) if (!stays.has(slug)) await removeLesson(track, slug)
  }

  async function removeLesson(track: string, slug: string): Promise<void> {
    const { readdir } = await import('node:fs/promises')
    for (const file of await readdir(join(folder, track))) {
      if (file.replace(/^\d+-/, '').split('.')[0] === slug) await rm(join(folder, track, file))
    }
  }

  async function answerDay(person: SimulatedPerson): Promise<void> {
    answer(catalogue, person, true)
    for (const review of reviews(person)) {
      if (review.poll?.answered === false) answerPoll(catalogue, person, review, true)
    }
    await world.idle()
  }

  const heads = (person: SimulatedPerson): string[] =>
    lessons(person).map(({ text }) => text.split('\n')[0] ?? '')

  it('goes from the common track to that of the work, a lesson a day, and rests then', async () => {
    world = await openWorld({ lessonsDir: folder })
    const siti = await world.joined(9101)
    await answerDay(siti)
    await world.advance(makassar(11, 24, 12))
    await answerDay(siti)
    expect(siti.messages().at(-1)?.text).toMatch(/Semua 2 pelajaran Fondasi.*sudah Anda lalui/)
    expect(siti.messages().at(-1)?.text).toContain('besok pukul 09.00')
    await world.advance(makassar(11, 25, 12))
    await answerDay(siti)
    await world.advance(makassar(11, 26, 12))
    await answerDay(siti)
    expect(heads(siti)).toEqual([
      'Pelajaran 1 dari 2',
      'Pelajaran 2 dari 2',
      'Pelajaran 1 dari 2',
      'Pelajaran 2 dari 2',
    ])
    expect(siti.messages().at(-1)?.text).toContain('dua kali seminggu')
    const [all] = await say(world, siti, '/materi')
    expect(all).toContain('Semua pelajaran untuk Anda sudah dilalui')

    // Two weeks of rest: reviews on Tuesdays and Thursdays, never more than two, and December's case.
    const before = siti.messages().length
    await world.advance(makassar(12, 11, 20))
    expect(heads(siti).slice(4)).toEqual(['Kasus bulan ini'])
    const days = await rowsOf<{ day: string; asked: number }>(
      world.app.db,
      // Beside the one that the ladder of nudges brings in place of the case, which stands open.
      sql`select r.day::text, count(*)::int as asked from reviews r
        where r.day > '2026-11-26' and not exists (select 1 from nudges n
          where n.person_id = r.person_id and n.day = r.day and n.variant like 'review-%')
        group by r.day order by r.day`,
    )
    expect(days.length).toBeGreaterThan(0)
    for (const { day, asked } of days) {
      expect([2, 4]).toContain(new Date(`${day}T00:00:00Z`).getUTCDay())
      expect(asked).toBeLessThanOrEqual(2)
    }
    expect(siti.messages().length).toBeGreaterThan(before)
  })

  it('brings a lesson that was added to whoever had finished, and none that was withdrawn', async () => {
    await keep('guru', 1)
    world = await openWorld({ lessonsDir: folder })
    const siti = await world.joined(9102)
    await answerDay(siti)
    for (const day of [24, 25]) {
      await world.advance(makassar(11, day, 12))
      await answerDay(siti)
    }
    expect(lessons(siti)).toHaveLength(3)

    await cp(join(LESSONS, 'guru'), join(folder, 'guru'), { recursive: true })
    await keep('guru', 2)
    await world.app.reloadLessons()
    await world.advance(makassar(12, 3, 12))
    expect(heads(siti)).toHaveLength(4)
    expect(heads(siti).at(-1)).toBe('Pelajaran 2 dari 2')

    // Withdrawn while it stands unanswered: it may still be answered, and nothing of it comes back.
    await keep('guru', 1)
    await world.app.reloadLessons()
    answer(catalogue, siti, false)
    await world.idle()
    await world.advance(makassar(12, 18, 12))
    const asked = reviews(siti).map(({ poll }) => poll?.question)
    const gone = catalogue.tracks.find(({ id }) => id === 'guru')?.lessons[1]?.questions ?? []
    for (const { texts } of gone) expect(asked.slice(-4)).not.toContain(texts.id.text)
  })

  it('takes in the sector of the unit, also of the one above, and what was chosen by hand', async () => {
    world = await openWorld({ lessonsDir: folder })
    await world.app.db.execute(sql`update units set sector = 'dukcapil'`)
    const siti = await world.joined(9103)
    await world.app.db.execute(sql`
      insert into track_choices (person_id, track_id, choice, chosen_at)
      select id, c.track, c.choice, '2026-11-23' from people,
        (values ('pariwisata', 'added'), ('guru', 'left')) as c(track, choice)`)
    await answerDay(siti)
    for (const day of [24, 25, 26, 27, 30]) {
      await world.advance(makassar(11, day, 12))
      await answerDay(siti)
    }
    const [row] = await rowsOf<{ tracks: string[] }>(
      world.app.db,
      sql`select array_agg(track_id order by id) as tracks from enrolments`,
    )
    expect(row?.tracks).toEqual(['fondasi', 'dukcapil'])
  })
})
