import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Catalogue } from '../../src/content/index.ts'
import type { SimulatedPerson } from '../../src/simulator/index.ts'
import { makeCoordinator } from '../support/coordinators.ts'
import { during, makassar, press, row, say, textsOf } from '../support/journey-chat.ts'
import { slipsIn } from '../support/journey-sane.ts'
import { headlines, lessons, reviews } from '../support/phone.ts'
import { answer, readCatalogue } from '../support/quiz.ts'
import { openWorld, type World } from '../support/world.ts'

/** What the bot has sent since `before` messages of it stood on the phone, and what is gone of it. */
const since = (person: SimulatedPerson, before: number): string[] => headlines(person).slice(before)

const buttonsOf = (person: SimulatedPerson): string[] =>
  (person.messages().at(-1)?.buttons ?? []).flat().map(({ text }) => text)

describe('down the ladder in two weeks', () => {
  let world: World
  let catalogue: Catalogue
  let siti: SimulatedPerson
  let baso: SimulatedPerson
  let standing: number
  beforeAll(async () => {
    catalogue = await readCatalogue()
    // Monday, 23 November 2026, 09.30.
    world = await openWorld()
    baso = await world.joined(8100, 'Baso')
    await makeCoordinator(world, 8100)
    await say(world, baso, 'jangan ingatkan saya')
    siti = await world.joined(8101, 'Siti')
    answer(catalogue, siti, true)
    await world.idle()
    await world.advance(makassar(11, 24, 9))
    standing = headlines(siti).length
  })
  afterAll(() => world.close())

  const paused = () =>
    row<{ paused: boolean; paused_itself: boolean; due: string | null; day: string | null }>(
      world,
      sql`select p.paused, p.paused_itself, l.next_due_at as due,
        (select max(first_day)::text from pauses where person_id = p.id) as day
      from people p join learners l on l.person_id = p.id where p.telegram_id = 8101`,
    )

  it('Tuesday, the day of the lesson: a gentle word, silently', async () => {
    await world.advance(makassar(11, 24, 13, 59))
    expect(since(siti, standing)).toEqual([])
    await world.advance(makassar(11, 24, 23))
    expect(since(siti, standing)).toEqual([
      'Bu Siti, pelajaran hari ini masih menunggu. Tiga menit, lalu satu pertanyaan.',
    ])
    expect(buttonsOf(siti)).toEqual([
      'Kirim pelajarannya',
      'Lewati pelajaran ini',
      'Jangan ingatkan saya',
    ])
    expect(siti.messages().at(-1)?.silent).toBe(true)
  })

  it('Wednesday: another tone takes its place, with a way back of five minutes', async () => {
    await world.advance(makassar(11, 25, 23))
    expect(since(siti, standing)).toEqual([
      'Bu Siti, pelajaran Apa itu AI? menunggu Anda sejak kemarin. Tidak menumpuk, hanya satu itu. Mulai dari sana kapan pun sempat.',
    ])
    expect(buttonsOf(siti)[0]).toBe('Lima menit saja')
  })

  it('Thursday: nothing', async () => {
    const before = siti.messages().length
    await world.advance(makassar(11, 26, 23))
    expect(siti.messages().length).toBeLessThanOrEqual(before)
    expect(since(siti, standing)).toHaveLength(1)
  })

  it('Friday, the fourth working day: a question of old, and no lesson', async () => {
    const asked = reviews(siti).length
    await world.advance(makassar(11, 27, 23))
    const [word, question, ...more] = since(siti, standing)
    expect(word).toBe(
      'Bu Siti, hari ini tidak perlu pelajaran dulu. Cukup satu pertanyaan dari yang pernah Anda pelajari, di bawah ini.',
    )
    expect(question).toBe(siti.messages().at(-1)?.poll?.question)
    expect(more).toEqual([])
    expect(reviews(siti)).toHaveLength(asked + 1)
    expect(lessons(siti)).toHaveLength(2)
  })

  it('Monday: a pause by itself, told with one tap to return', async () => {
    await world.advance(makassar(11, 30, 13, 59))
    expect(await paused()).toMatchObject({ paused: false })
    await world.advance(makassar(11, 30, 23))
    expect(headlines(siti).at(-1)).toBe(
      'Bu Siti, tampaknya hari-hari ini sedang padat. Saya diam dulu supaya tidak mengganggu. Apa itu AI? saya simpan; satu ketukan di bawah, dan kita lanjut.',
    )
    expect(buttonsOf(siti)).toEqual(['Lanjut sekarang'])
    expect(await paused()).toEqual({
      paused: true,
      paused_itself: true,
      due: null,
      day: '2026-11-30',
    })
  })

  it('the coordinator has one line about it on the next morning, at the hour of his own lesson', async () => {
    const before = headlines(baso).length
    await world.advance(makassar(12, 1, 8, 59))
    expect(headlines(baso)).toHaveLength(before)
    await world.advance(makassar(12, 1, 23))
    const told = baso.messages().slice(-1)
    expect(textsOf(told)).toEqual([
      [
        'Bu Baso, ada satu orang di unit Anda yang beberapa hari ini belum sempat menjawab. Pelajarannya saya jeda dulu.',
        'Siti',
        'Yang bersangkutan sudah saya beri tahu, dan bisa kembali dengan satu ketukan. Sapaan langsung dari Anda biasanya lebih berarti daripada pesan saya.',
      ].join('\n\n'),
    ])
    expect(headlines(baso)).toHaveLength(before + 1)
  })

  it('then silence, but for the week that he is told of on Monday', async () => {
    const [hers, his] = [headlines(siti).length, headlines(baso).length]
    await world.advance(makassar(12, 7, 10))
    expect(since(siti, hers)).toEqual([])
    expect(since(baso, his)).toEqual([expect.stringContaining('Berikut kabar') as string])
  })

  it('who is on pause stays in the denominator', async () => {
    expect((await say(world, baso, '/belum_selesai'))[0]).toContain('2 dari 2 peserta')
  })

  it('one tap brings her back, and the ladder begins anew that day with another word', async () => {
    const [back] = await press(world, siti, 'Lanjut sekarang')
    expect(back).toContain('Selamat datang kembali')
    expect(await paused()).toMatchObject({ paused: false, paused_itself: false })
    await world.advance(makassar(12, 7, 23))
    expect(headlines(siti).at(-1)).toBe(
      'Sekadar mengingatkan, Bu Siti: Apa itu AI? masih menunggu. Cukup tiga menit, di sela pekerjaan pun bisa.',
    )
  })

  it('an answer takes it away, and the next lesson comes on the next working day', async () => {
    answer(catalogue, siti, true)
    await world.idle()
    expect(headlines(siti).some((line) => line.startsWith('Sekadar mengingatkan'))).toBe(false)
    await world.advance(makassar(12, 8, 9))
    expect(lessons(siti).at(-1)?.text).toContain('Pelajaran 3 dari 15')
  })

  it('what each step came to is kept: none but the last was answered on its day', async () => {
    const kept = await row<{ steps: unknown }>(
      world,
      sql`select json_agg(json_build_array(n.day, n.rung, n.variant, n.outcome,
          n.answered_at is not null) order by n.day) as steps
        from nudges n join people p on p.id = n.person_id where p.telegram_id = 8101`,
    )
    expect(kept.steps).toEqual([
      ['2026-11-24', 1, 'gentle-a', 'sent', false],
      ['2026-11-25', 2, 'fresh-a', 'sent', false],
      ['2026-11-27', 3, 'review-a', 'sent', false],
      ['2026-11-30', 4, 'pause-a', 'sent', false],
      ['2026-12-07', 1, 'gentle-b', 'sent', true],
    ])
  })

  it('leaves no slip on any phone and no failed update', async () => {
    expect(await slipsIn(world)).toEqual([])
  })
})

describe('what somebody does about reminders', () => {
  let world: World
  let catalogue: Catalogue
  beforeAll(async () => {
    catalogue = await readCatalogue()
    world = await openWorld()
  })
  afterAll(() => world.close())

  const day = (n: number, hour = 15) => makassar(11, 23 + n, hour)
  /** Nudges of a person, by the place of their step. */
  const steps = async (id: number) =>
    (
      await row<{ steps: number[] }>(
        world,
        sql`select coalesce(json_agg(n.rung order by n.day), '[]') as steps
          from nudges n join people p on p.id = n.person_id where p.telegram_id = ${id}`,
      )
    ).steps

  it('a tap, a word or a review begins the ladder anew; silence goes up', async () => {
    const [taps, writes, silent] = [
      await world.joined(8201, 'Tati'),
      await world.joined(8202, 'Wati'),
      await world.joined(8203, 'Sari'),
    ]
    await world.advance(day(1))
    await press(world, taps, 'Kirim pelajarannya')
    await say(world, writes, 'maaf, sedang rapat')
    await world.advance(day(3))
    expect([await steps(8201), await steps(8202), await steps(8203)]).toEqual([
      [1, 2, 1],
      [1, 2, 1],
      [1, 2, 3],
    ])
    expect(silent.messages().length).toBeGreaterThan(0)
  })

  it('five minutes: two questions of old, or the lesson for whoever has met none', async () => {
    const fresh = await world.joined(8204, 'Baru')
    await world.advance(day(4))
    await world.advance(day(7))
    const sent = await during(world, fresh, () => {
      const nudge = fresh.messages().findLast((m) => m.text.includes('Tidak menumpuk'))
      fresh.press(nudge?.id ?? 0, 'Lima menit saja')
    })
    expect(sent[0]?.text).toMatch(/^Pelajaran 1 dari 15/)
    answer(catalogue, fresh, true)
    await world.idle()
    await world.advance(day(8))
    await world.advance(day(9))
    const [line, ...questions] = await press(world, fresh, 'Lima menit saja')
    expect(line).toMatch(/untuk dilatih sekarang|Baru satu pertanyaan yang bisa diulang/)
    expect(questions.length).toBeLessThanOrEqual(2)
    expect(questions.length).toBeGreaterThan(0)
  })

  it('jangan ingatkan saya: none any more, not even a pause, until it is undone in /jadwal', async () => {
    const quiet = await world.joined(8205, 'Tenang')
    await world.advance(day(10))
    const before = (await steps(8205)).length
    expect(before).toBeGreaterThan(0)
    const [told] = await press(world, quiet, 'Jangan ingatkan saya')
    expect(told).toContain('Mulai sekarang saya tidak mengingatkan lagi')
    const lines = headlines(quiet).length
    await world.advance(day(24))
    expect(headlines(quiet)).toHaveLength(lines)
    expect(await steps(8205)).toHaveLength(before)
    await say(world, quiet, '/jadwal')
    expect(await press(world, quiet, 'Ingatkan saya lagi')).toEqual([
      expect.stringContaining('paling banyak sekali sehari'),
    ])
    await world.advance(day(28))
    expect((await steps(8205)).length).toBeGreaterThan(before)
  })

  it.each(['Jangan ingatkan saya lagi', "Don't remind me", 'do not remind me'])(
    'in words: %s',
    async (words) => {
      const person = world.simulator.person({ id: 8205, firstName: 'Tenang' })
      expect(await say(world, person, words)).toEqual([
        expect.stringMatching(/tidak mengingatkan lagi/),
      ])
    },
  )

  it('an answer within a pause that came by itself ends it', async () => {
    const late = await world.joined(8206, 'Lambat')
    await world.advance(new Date(world.clock.now().getTime() + 14 * 24 * 3600_000))
    expect(headlines(late).at(-1)).toContain('Saya diam dulu')
    const before = headlines(late).length
    answer(catalogue, late, true)
    await world.idle()
    expect(headlines(late).slice(before)[0]).toContain('Jedanya saya akhiri')
    await world.advance(new Date(world.clock.now().getTime() + 4 * 24 * 3600_000))
    expect(lessons(late)).toHaveLength(2)
  })

  it('a pause that somebody chose does not end with an answer', async () => {
    const chosen = await world.joined(8207, 'Pilih')
    await say(world, chosen, 'berhenti')
    answer(catalogue, chosen, true)
    await world.idle()
    expect(headlines(chosen).some((line) => line.includes('Jedanya saya akhiri'))).toBe(false)
    const { paused } = await row<{ paused: boolean }>(
      world,
      sql`select paused from people where telegram_id = 8207`,
    )
    expect(paused).toBe(true)
  })

  it('leaves no slip on any phone and no failed update', async () => {
    expect(await slipsIn(world)).toEqual([])
  })
})
