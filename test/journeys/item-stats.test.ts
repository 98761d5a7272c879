import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Catalogue, Question } from '../../src/content/index.ts'
import type { PhoneMessage, SimulatedPerson } from '../../src/simulator/index.ts'
import { addCrowd } from '../support/crowd.ts'
import { addItemAnswers, behaviours } from '../support/item-answers.ts'
import { during, forgePress, press, row, say } from '../support/journey-chat.ts'
import { slipsIn } from '../support/journey-sane.ts'
import { polls, tap } from '../support/phone.ts'
import { readCatalogue } from '../support/quiz.ts'
import { until } from '../support/until.ts'
import { openWorld, type World } from '../support/world.ts'

const ADMIN = 1801

describe('what questions tell, for an admin', () => {
  let world: World
  let catalogue: Catalogue
  let admin: SimulatedPerson
  let siti: SimulatedPerson
  let questions: readonly Question[]
  beforeAll(async () => {
    catalogue = await readCatalogue()
    world = await openWorld({ env: { ADMIN_IDS: String(ADMIN) } })
    admin = await world.joined(ADMIN, 'Ahmad')
    siti = await world.joined(1802)
    questions = catalogue.tracks[0]?.lessons.flatMap((lesson) => lesson.questions) ?? []
  })
  afterAll(() => world.close())

  const questionAt = (place: number): Question => {
    const found = questions[place]
    if (found === undefined) throw new Error(`No question ${place}`)
    return found
  }
  async function shown(act: () => unknown): Promise<PhoneMessage> {
    const [message, ...more] = await during(world, admin, act)
    if (message === undefined) throw new Error('nothing came')
    expect(more).toEqual([])
    return message
  }
  async function forged(data: string): Promise<PhoneMessage> {
    const before = admin.messages().length
    await forgePress(world, admin, data)
    const [message, ...more] = admin.messages().slice(before)
    if (message === undefined) throw new Error('nothing came')
    expect(more).toEqual([])
    return message
  }
  const labels = ({ buttons }: PhoneMessage): string[] =>
    (buttons ?? []).flat().map(({ text }) => text)

  it('lists them without figures while there are none', async () => {
    const list = await shown(() => admin.sendText('/statistik soal'))
    expect(list.media).toBeUndefined()
    expect(list.text).toContain('Analisis soal · semua jalur')
    expect(list.text).toContain('Perlu dilihat: 0 dari')
    expect(list.text).toContain('belum ada jawaban pertama')
    await press(world, admin, '1')
    const card = admin.messages().at(-1)
    expect(card?.text).toContain('Jawaban kurang')
    expect(card?.text).toContain('Baru 0 dari 100 orang yang dapat dibandingkan.')
  })

  it('puts the worst first, in a picture and in words, and says when it was reckoned', async () => {
    const people = await addCrowd(world.app.db, {
      count: 200,
      firstId: 50_000,
      dueAt: new Date('2027-06-01T00:00:00Z'),
    })
    // They joined long ago, and nothing more is due to them for months.
    await world.app.db.execute(sql`
      update people set created_at = '2026-11-01T01:00Z', joined_at = '2026-11-01T01:00Z'
      where telegram_id >= 50000`)
    const last = Array.from({ length: 5 }, () => 'good' as const)
    const as = [
      'good',
      'miskeyed',
      'flat',
      'lazy',
      'good',
      'good',
      'good',
      'good',
      'easy',
      ...last,
    ] as const
    await addItemAnswers(world.app.db, {
      people,
      questions: as.map((behaviour, place) => ({
        question: questionAt(place),
        as: behaviours[behaviour],
      })),
      reached: (place) => (place === 7 ? 60 : people.length),
      at: world.clock.now(),
    })
    await world.advance('2026-11-23T03:00:00Z')
    const kept = sql`select coalesce(max((figures ->> 'people')::int), 0)::int as most from item_figures`
    await until(async () => (await row<{ most: number }>(world, kept)).most === 200, 'the analysis')
    const list = await shown(() => admin.sendText('/statistik soal'))
    expect(list.media).toMatchObject({ kind: 'photo', width: 900 })
    expect(list.text.length).toBeLessThanOrEqual(1024)
    expect(list.text).toContain(
      'Dihitung 23 November 2026, 11.00, dari jawaban pertama tiap orang.',
    )
    const lines = list.text.split('\n').filter((line) => /^\d\. /.test(line))
    expect(lines[0]).toMatch(/^1\. Periksa kunci · /)
    expect(lines[1]).toMatch(/^2\. Tulis ulang · /)
    expect(lines.join('\n')).toContain('Ganti pilihan')
    expect(labels(list)).toEqual([
      '1',
      '2',
      '3',
      '4',
      '5',
      'Berikutnya ›',
      'Pilih jalur',
      'Soal tes',
      'Statistik',
    ])
  })

  it('turns pages, and keeps to a track that is chosen', async () => {
    await press(world, admin, 'Pilih jalur')
    const track = catalogue.tracks[0]?.title.id ?? ''
    const list = await shown(() => tap(admin, track))
    expect(list.text).toContain(`Analisis soal · ${track}`)
    expect(list.text).toContain(`dari ${questions.length} soal`)
    const second = await shown(() => tap(admin, 'Berikutnya ›'))
    expect(second.text).toContain(`Analisis soal · ${track}`)
    expect(second.text).toMatch(/^6\. /m)
    const first = await shown(() => tap(admin, '‹ Sebelumnya'))
    expect(first.text).toMatch(/^1\. /m)
    const none = await forged('qs:0.tidak-ada')
    expect(none.text).toContain('Jalur ini tidak punya soal.')
    expect((await forged('qs:999999')).text).toContain('Jawaban kurang')
    expect((await forged('qs:-1')).text).toMatch(/^1\. /m)
  })

  it('shows one question with its options, its figures, and what to do about it', async () => {
    const wrong = questionAt(1)
    await say(world, admin, '/stats items')
    const card = await shown(() => tap(admin, '1'))
    const { text } = card
    expect(text).toContain(wrong.texts.id.text)
    for (const option of wrong.texts.id.options) expect(text).toContain(option.text)
    expect(text).toMatch(/Benar: \d+ dari 200 \(\d+%; selang 95%: \d+% sampai \d+%\), sedang/)
    expect(text).toMatch(/Daya beda: −0,\d\d \(selang 95%: −0,\d\d sampai −0,\d\d\)/)
    expect(text).toMatch(/27% teratas dan terbawah \(54 orang masing-masing\)/)
    expect(text).toMatch(/Yakin tetapi keliru: \d+ dari \d+ yang yakin/)
    expect(text).toContain('Versi 1, sejak 23 November 2026.')
    expect(text).toContain(
      'Periksa kunci. Yang banyak benar di soal lain justru lebih sering salah',
    )
    const lure = wrong.texts.id.options.find(({ key }) => key !== wrong.answer)
    expect(text).toContain(`lebih suka memilih “${lure?.text}”`)
    expect(labels(card)).toEqual(['Kirim ke saya', 'Pelajarannya', 'Daftar soal'])
    expect((await press(world, admin, 'Pelajarannya'))[0]).toContain('Hasil sejauh ini')
    expect((await shown(() => tap(admin, 'Daftar soal'))).text).toMatch(/^1\. /m)
  })

  it('names the option that nobody takes, and leaves a good question alone', async () => {
    const [, , , lazy, good] = questions
    const card = await forged(`qc:${lazy?.id}`)
    const dead = lazy?.texts.id.options.filter(({ key }) => key !== lazy.answer)[1]
    expect(card.text).toContain(`Hampir tidak ada yang memilih “${dead?.text}”`)
    const fine = await forged(`qc:${good?.id}`)
    expect(fine.text).toContain('Biarkan.')
    const few = await forged(`qc:${questionAt(7).id}`)
    expect(few.text).toContain('Baru 60 dari 100 orang yang dapat dibandingkan.')
  })

  it('shows the versions before beside the one that is live', async () => {
    const { id } = questionAt(1)
    await world.app.db.execute(sql`
      update question_versions set version = 2 where question_id = ${id}`)
    const card = await forged(`qc:${id}`)
    expect(card.text).toContain('Versi 2, sejak')
    expect(card.text).toMatch(/^Versi 1: \d+ dari 200 benar \(\d+%\), daya beda −0,\d\d$/m)
    expect(card.text).toContain('Baru 0 dari 100 orang')
    await world.app.db.execute(sql`
      update question_versions set version = 1 where question_id = ${id}`)
  })

  it('sends it as it would arrive, once, and the answer counts for nobody', async () => {
    const question = questionAt(1)
    const kept = sql`select count(*)::int as answers from answers`
    const before = await row(world, kept)
    await forgePress(world, admin, `qc:${question.id}`)
    const came = await during(world, admin, () => tap(admin, 'Kirim ke saya'))
    expect(came[0]?.text).toBe('Pratinjau: jawaban Anda tidak dihitung.')
    const poll = came.find((message) => message.poll !== undefined)
    expect(poll?.poll?.question).toBe(question.texts.id.text)
    const [option] = question.texts.id.options
    admin.vote(poll?.id ?? 0, option?.text ?? '')
    await world.idle()
    expect(polls(admin).find(({ id }) => id === poll?.id)?.poll?.answered).toBe(true)
    expect(await row(world, kept)).toEqual(before)
    expect(await row(world, sql`select count(*)::int as early from early_answers`)).toEqual({
      early: 0,
    })
  })

  it('says that a question is gone', async () => {
    for (const data of ['qc:tidak-ada', 'qp:tidak-ada', 'qc']) {
      await forgePress(world, admin, data)
      expect(admin.messages().at(-1)?.text).toContain('tidak ada lagi')
    }
  })

  it('speaks English, and is reached from the statistics', async () => {
    await say(world, admin, '/bahasa')
    await press(world, admin, 'English')
    await say(world, admin, '/stats')
    const list = await shown(() => tap(admin, 'Question analysis'))
    expect(list.media?.kind).toBe('photo')
    expect(list.text).toContain('1. Check the key · ')
    expect(list.text).toMatch(/discrimination −0\.\d\d/)
    const card = await shown(() => tap(admin, '1'))
    expect(card.text).toContain(
      'People who get the other questions right are wrong here more often',
    )
  })

  it('is for admins alone', async () => {
    expect((await say(world, siti, '/statistik soal'))[0]).toContain('admin')
    for (const data of ['qs', `qc:${questionAt(0).id}`, `qp:${questionAt(0).id}`, 'qt']) {
      await forgePress(world, siti, data)
      expect(siti.messages().at(-1)?.text).toContain('admin')
    }
  })

  it('leaves no slip on any phone', async () => {
    expect(await slipsIn(world)).toEqual([])
  })
})
