import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Catalogue, Lesson } from '../../src/content/index.ts'
import type { PhoneMessage, SimulatedPerson } from '../../src/simulator/index.ts'
import { during, forgePress, press, row, say, textsOf } from '../support/journey-chat.ts'
import { slipsIn } from '../support/journey-sane.ts'
import { lessons, polls, quizzes, tap } from '../support/phone.ts'
import { answer, readCatalogue } from '../support/quiz.ts'
import { until } from '../support/until.ts'
import { LESSONS, openWorld, type World } from '../support/world.ts'

const ADMIN = 1701
const FIRST = 'fondasi-ai-alat-bantu'
const SEND = 'Kirim ke saya'

/** Everything that learning keeps: what a preview must leave as it was. */
const learned = sql`
  select (select json_agg(d order by id) from deliveries d) as deliveries,
    (select json_agg(a order by id) from answers a) as answers,
    (select json_agg(e order by id) from enrolments e) as enrolments,
    (select json_agg(p order by poll_id) from polls p) as polls,
    (select count(*)::int from early_answers) as early,
    (select count(*)::int from nudges) as nudges`

const labels = (message: PhoneMessage | undefined): string[] =>
  (message?.buttons ?? []).flat().map((button) => button.text)

const openAdmins = (): Promise<World> => openWorld({ env: { ADMIN_IDS: String(ADMIN) } })

describe('an admin looks at what is live', () => {
  let world: World
  let catalogue: Catalogue
  let admin: SimulatedPerson
  let siti: SimulatedPerson
  const page = (): PhoneMessage | undefined =>
    admin.messages().findLast((message) => message.fromBot)
  const lesson = (id: string): Lesson => {
    const found = catalogue.lessons.get(id)
    if (found === undefined) throw new Error(`No lesson ${id}`)
    return found
  }
  beforeAll(async () => {
    catalogue = await readCatalogue()
    world = await openAdmins()
    admin = await world.joined(ADMIN, 'Ahmad')
    siti = await world.joined(1702)
  })
  afterAll(() => world.close())

  it.each(['/kelola_materi', '/content'])('%s counts it and offers the tracks', async (command) => {
    const [text] = await say(world, admin, command)
    const { tracks, lessons: all } = catalogue
    const asked = [...all.values()].flatMap((one) => one.questions)
    expect(text).toContain(`${tracks.length} jalur · ${all.size} pelajaran · ${asked.length} soal`)
    expect(text).toContain('Perubahan isi terakhir: 23 November 2026')
    expect(labels(page())).toEqual([
      ...tracks.map((track) => `${track.title.id} (${track.lessons.length})`),
      'Muat ulang materi',
    ])
  })

  it('is reached by a button under /bantuan, which stays', async () => {
    const [help] = await say(world, admin, '/bantuan')
    expect(help).toContain('/kelola_materi')
    expect(await press(world, admin, 'Kelola materi')).toEqual([
      expect.stringContaining('Materi yang sedang berlaku'),
    ])
    expect(admin.messages().some(({ text }) => text === help)).toBe(true)
  })

  it('pages through a track and its lessons, in one message', async () => {
    await say(world, admin, '/content')
    const { id, text } = page() ?? { id: 0, text: '' }
    const before = admin.messages().length
    expect((await press(world, admin, 'Fondasi & mindset AI (15)'))[0]).toContain(
      'Untuk semua peserta',
    )
    expect(page()?.text).toContain('Pelajaran 1–8 dari 15')
    expect(labels(page())).toHaveLength(10)
    await press(world, admin, 'Berikutnya ›')
    expect(page()?.text).toContain('Pelajaran 9–15 dari 15')
    expect(labels(page())).toContain('‹ Sebelumnya')
    expect(labels(page())).not.toContain('Berikutnya ›')
    await press(
      world,
      admin,
      '15. ' + lesson('fondasi-sinyal-lemah-dan-rencana-30-hari').texts.id.title,
    )
    expect(page()?.text).toContain('pelajaran 15 dari 15')
    expect(labels(page())).toEqual([SEND, '‹ Sebelumnya', 'Kembali ke jalur'])
    await press(world, admin, '‹ Sebelumnya')
    expect(page()?.text).toContain('pelajaran 14 dari 15')
    await press(world, admin, 'Kembali ke jalur')
    expect(page()?.text).toContain('Pelajaran 9–15 dari 15')
    await press(world, admin, '‹ Sebelumnya')
    await press(world, admin, '1. ' + lesson(FIRST).texts.id.title)
    expect(labels(page())).toEqual([SEND, 'Berikutnya ›', 'Kembali ke jalur'])
    await press(world, admin, 'Kembali ke jalur')
    await press(world, admin, 'Semua jalur')
    expect(page()).toMatchObject({ id, text })
    expect(admin.messages()).toHaveLength(before)
  })

  it('tells of each lesson what it is, which version, and that nobody answered yet', async () => {
    await forgePress(world, admin, `cl:${FIRST}`)
    const { texts, hash, questions } = lesson(FIRST)
    const text = page()?.text ?? ''
    for (const part of [texts.id.title, texts.id.objective, texts.id.competence]) {
      expect(text).toContain(part)
    }
    expect(text).toContain(`Versi: ${hash.slice(0, 8)}, sejak 23 November 2026`)
    expect(text).toMatch(/Isi: 2\d\d kata, 3 soal/)
    expect(text).toContain('Sampai ke 2 orang\nDijawab 0 · Dilewati 0 · Terbuka 2')
    expect(text).toContain('Langsung benar: belum ada jawaban')
    expect(text.match(/^→ belum ada jawaban$/gm)).toHaveLength(questions.length)
  })

  it('has a page for every lesson of every track, and pages for each track', async () => {
    for (const track of catalogue.tracks) {
      const [first, ...others] = track.lessons
      await say(world, admin, '/content')
      await press(world, admin, `${track.title.id} (${track.lessons.length})`)
      await press(world, admin, `1. ${first?.texts.id.title}`)
      for (const { texts, position } of others) {
        await press(world, admin, 'Berikutnya ›')
        expect(page()?.text).toContain(texts.id.title)
        expect(page()?.text).toContain(`pelajaran ${position} dari ${track.lessons.length}`)
      }
      await press(world, admin, 'Kembali ke jalur')
      expect(labels(page())).toContain(
        `${track.lessons.length}. ${track.lessons.at(-1)?.texts.id.title}`,
      )
    }
    await forgePress(world, admin, `cl:${FIRST}`)
  })

  it('shows what others did with a lesson', async () => {
    const [rina, budi] = [await world.joined(1703, 'Rina'), await world.joined(1704, 'Budi')]
    await world.joined(1705, 'Tono')
    answer(catalogue, siti, true)
    answer(catalogue, rina, false)
    await press(world, budi, 'Lewati pelajaran ini')
    await forgePress(world, admin, `cl:${FIRST}`)
    expect(page()?.text).toContain('Sampai ke 5 orang\nDijawab 2 · Dilewati 1 · Terbuka 2')
    expect(page()?.text).toContain('Langsung benar: 1 dari 2 (50%)')
    const lines = (page()?.text ?? '').split('\n').filter((line) => line.startsWith('→'))
    expect(lines).toEqual(['→ 1 dari 2 (50%)', '→ belum ada jawaban', '→ belum ada jawaban'])
  })

  it('takes up the lessons anew at the press of a button, and says what came of it', async () => {
    await forgePress(world, admin, 'reload')
    const answers = () =>
      admin.messages().filter(({ text }) => text.startsWith('Materi di folder sama'))
    await until(() => answers().length > 0, 'the answer')
    expect(answers()).toHaveLength(1)
    await forgePress(world, admin, `cl:${FIRST}`)
    await world.idle()
  })

  it('sends a lesson and all its quizzes to the admin as people get them, marked in one line', async () => {
    const before = await row(world, learned)
    const own = lessons(siti)[0]?.text ?? ''
    const shown = await during(world, admin, () => {
      admin.press(page()?.id ?? 0, SEND)
    })
    expect(textsOf(shown)).toEqual([
      `Pratinjau: jawaban Anda tidak dihitung.\n\n${own}`,
      ...lesson(FIRST).questions.map(({ texts }) => texts.id.text),
    ])
    const [theirs, mine] = [quizzes(siti)[0]?.poll, shown[1]?.poll]
    expect(mine?.options.map(({ text }) => text).toSorted()).toEqual(
      theirs?.options.map(({ text }) => text).toSorted(),
    )
    expect(await row(world, learned)).toEqual(before)
  })

  it('an answered preview counts for nobody, and the admin’s own lesson still does', async () => {
    const before = await row(world, learned)
    const [stats] = await say(world, admin, '/statistik')
    const [progress] = await say(world, admin, '/progres')
    const [own, ...previews] = polls(admin)
    expect(previews).toHaveLength(3)
    for (const [i, preview] of previews.entries()) {
      const asked = lesson(FIRST).questions[i]
      const option = asked?.texts.id.options.find(({ key }) => (key === asked.answer) === i > 0)
      admin.vote(preview.id, option?.text ?? '')
    }
    await world.idle()
    await world.app.tick()
    expect(await row(world, learned)).toEqual(before)
    expect(await say(world, admin, '/statistik')).toEqual([stats])
    expect(await say(world, admin, '/progres')).toEqual([progress])
    await say(world, admin, '/kelola_materi')
    await forgePress(world, admin, `cl:${FIRST}`)
    expect(page()?.text).toContain('Langsung benar: 1 dari 2 (50%)')
    const asked = lesson(FIRST).questions[0]
    const right = asked?.texts.id.options.find(({ key }) => key === asked.answer)?.text ?? ''
    await during(world, admin, () => admin.vote(own?.id ?? 0, right))
    await forgePress(world, admin, `cl:${FIRST}`)
    expect(page()?.text).toContain('Langsung benar: 2 dari 3 (67%)')
  })

  it('buttons that lead to no lesson say so, whatever they carry', async () => {
    const before = await row(world, learned)
    await say(world, admin, '/content')
    const messages = admin.messages().length
    const odd = ['', ':tidak-ada', ':../../etc', ':__proto__', ':0', ':-1', `:${'a'.repeat(60)}`]
    const presses = ['cp', 'cl', 'cs'].flatMap((verb) => odd.map((argument) => verb + argument))
    await Promise.all(presses.map((data) => forgePress(world, admin, data)))
    expect(page()?.text).toContain('sudah tidak berlaku')
    expect(labels(page())).toEqual(['Semua jalur'])
    expect(
      await row(
        world,
        sql`select count(*)::int as n from outbox where kind = 'content-gone' and state = 'sent'`,
      ),
    ).toEqual({ n: presses.length })
    expect(admin.messages()).toHaveLength(messages)
    expect(await row(world, learned)).toEqual(before)
  })

  it('takes a trembling thumb for one wish', async () => {
    await forgePress(world, admin, `cl:${FIRST}`)
    // Held up on its way, so that the second tap surely comes before the last quiz.
    world.simulator.faults.add({
      fault: { kind: 'error', code: 502 },
      methods: ['sendMessage'],
      times: 1,
    })
    const shown = await during(world, admin, () => {
      const { id } = page() ?? { id: 0 }
      admin.press(id, SEND)
      admin.press(id, SEND)
    })
    expect(shown).toHaveLength(4)
    expect(await during(world, admin, () => tap(admin, SEND))).toHaveLength(4)
  })

  it('speaks English too', async () => {
    await press(world, admin, 'Semua jalur')
    await forgePress(world, admin, 'lang:en')
    expect((await say(world, admin, '/content'))[0]).toContain('What is live now')
    await press(world, admin, 'AI foundations & mindset (15)')
    expect(page()?.text).toContain('For everybody')
    await forgePress(world, admin, `cl:${FIRST}`)
    expect(page()?.text).toContain('Right at first: 2 of 3 (67%)')
    const [first, ...asked] = await press(world, admin, 'Send it to me')
    expect(first).toMatch(/^A preview: your answers do not count\.\n\nLesson 1 of 15/)
    expect(asked).toEqual(lesson(FIRST).questions.map(({ texts }) => texts.en?.text))
    await forgePress(world, admin, 'lang:id')
  })

  it('leaves no slip on any phone and no failed update', async () => {
    expect(await slipsIn(world)).toEqual([])
  })
})

describe('a participant', () => {
  let world: World
  let siti: SimulatedPerson
  beforeAll(async () => {
    world = await openAdmins()
    siti = await world.joined(1712)
  })
  afterAll(() => world.close())

  it.each(['/kelola_materi', '/content', '/kelola_materi x'])('is refused: %s', async (command) => {
    expect(await say(world, siti, command)).toEqual([expect.stringContaining('khusus admin')])
  })

  it('is refused on every button, forged with whatever argument', async () => {
    const odd = ['', `:${FIRST}`, ':-1', ':1e9', ':__proto__', `:${'a'.repeat(60)}`]
    const presses = ['content', 'tracks', 'reload', 'cp', 'cl', 'cs'].flatMap((verb) =>
      odd.map((argument) => verb + argument),
    )
    const before = siti.messages().length
    await Promise.all(presses.map((data) => forgePress(world, siti, data)))
    const told = siti.messages().slice(before)
    expect(told).toHaveLength(presses.length)
    for (const { text } of told) expect(text).toContain('khusus admin')
  })

  it('somebody who has not joined learns nothing either', async () => {
    const stranger = world.simulator.person({ id: 1713, firstName: 'Orang' })
    stranger.start()
    await world.idle()
    const presses = ['content', `cl:${FIRST}`, `cs:${FIRST}`, 'reload']
    await Promise.all(presses.map((data) => forgePress(world, stranger, data)))
    const texts = stranger.messages().map(({ text }) => text)
    expect(texts.filter((text) => /Materi yang|Pratinjau|Hasil sejauh/.test(text))).toEqual([])
  })

  it('finds nothing of it under /bantuan', async () => {
    expect((await say(world, siti, '/bantuan'))[0]).not.toContain('/kelola_materi')
    expect(labels(siti.messages().at(-1))).not.toContain('Kelola materi')
  })

  it('leaves no slip on any phone and no failed update', async () => {
    expect(await slipsIn(world)).toEqual([])
  })
})

describe('buttons from before the lessons changed', () => {
  let world: World
  let admin: SimulatedPerson
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sedikit-content-'))
    await cp(LESSONS, folder, { recursive: true })
    world = await openAdmins()
    admin = await world.joined(ADMIN, 'Ahmad')
  })
  afterAll(async () => {
    await world.close()
    await rm(folder, { recursive: true })
  })

  it('lead to where a lesson stands now, and say so where it is gone', async () => {
    const catalogue = await readCatalogue()
    const [track] = catalogue.tracks
    const [, second, third] = track?.lessons ?? []
    if (track === undefined || second === undefined || third === undefined) throw new Error('few')
    await say(world, admin, '/content')
    await press(world, admin, `${track.title.id} (${track.lessons.length})`)
    // The second lesson is taken out while its button stands in the chat.
    const yaml = join(folder, 'fondasi', 'track.yaml')
    const lines = (await readFile(yaml, 'utf8')).split('\n')
    await writeFile(yaml, lines.filter((line) => line !== `  - ${second.slug}`).join('\n'))
    for (const end of ['.md', '.en.md']) {
      await rm(join(folder, 'fondasi', `02-${second.slug}${end}`))
    }
    await world.app.stop()
    const app = await world.startApp({ lessonsDir: folder })
    const message = admin.messages().at(-1)
    admin.press(message?.id ?? 0, `2. ${second.texts.id.title}`)
    await world.idle()
    expect(admin.messages().at(-1)).toMatchObject({ id: message?.id })
    expect(admin.messages().at(-1)?.text).toContain('sudah tidak berlaku')
    expect(labels(admin.messages().at(-1))).toEqual(['Semua jalur'])
    await press(world, admin, 'Semua jalur')
    expect(admin.messages().at(-1)?.text).toContain('76 pelajaran')
    await press(world, admin, `${track.title.id} (14)`)
    await press(world, admin, `2. ${third.texts.id.title}`)
    expect(admin.messages().at(-1)?.text).toContain('pelajaran 2 dari 14')
    expect(await slipsIn({ ...world, app })).toEqual([])
  })
})
