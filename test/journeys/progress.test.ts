import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { writeSetting } from '../../src/learning/index.ts'
import type { Fault, PhoneMessage, SimulatedPerson } from '../../src/simulator/index.ts'
import { during, makassar, press, row, say } from '../support/journey-chat.ts'
import { slipsIn } from '../support/journey-sane.ts'
import { reviews } from '../support/phone.ts'
import { answer, answerPoll, readCatalogue } from '../support/quiz.ts'
import { openWorld, type World } from '../support/world.ts'

const catalogue = await readCatalogue()

describe('/progres', () => {
  let world: World
  let siti: SimulatedPerson
  beforeEach(async () => {
    // Monday, 23 November 2026.
    world = await openWorld()
    siti = await world.joined(9501)
  })
  afterEach(async () => {
    const slips = await slipsIn(world)
    await world.close()
    if (slips.length > 0) throw new Error(`Slips on a phone: ${JSON.stringify(slips)}`)
  })

  async function progress(word = '/progres'): Promise<PhoneMessage> {
    const [shown, ...more] = await during(world, siti, () => siti.sendText(word))
    if (shown === undefined) throw new Error('nothing came')
    expect(more).toEqual([])
    return shown
  }
  async function answerToday(right: boolean): Promise<PhoneMessage[]> {
    return during(world, siti, () => answer(catalogue, siti, right))
  }
  const badgesKept = () =>
    row<{ badges: string[] }>(
      world,
      sql`select coalesce(array_agg(badge order by badge), '{}') as badges from badges`,
    )

  it('is a picture with the same in words below it, in both languages', async () => {
    const empty = await progress()
    expect(empty.media).toMatchObject({ kind: 'photo', width: 900 })
    expect(empty.text).toContain('Bukit Bu Siti\nFondasi & mindset AI')
    expect(empty.text).toContain('0 dari 15 pelajaran dijawab')
    expect(empty.text).toContain('Masih ada pelajaran yang menunggu')
    await answerToday(true)
    const one = await progress()
    expect(one.media?.kind).toBe('photo')
    expect(one.text).toContain('● ○ ○ ○ ○')
    expect(one.text).toContain('1 dari 15 pelajaran dijawab\n1 jawaban langsung benar')
    expect(one.text).toContain('1 dari 1 pertanyaan benar saat terakhir ditanya')
    expect(one.text).toContain('Beruntun: 1 hari kerja')
    expect(one.text).toContain('Lencana: Batu pertama')
    expect(one.text).toContain('besok pukul 09.00')
    expect(one.buttons?.flat().map(({ text }) => text)).toEqual(['Jalur belajar'])
    await say(world, siti, '/bahasa')
    await press(world, siti, 'English')
    const english = await progress('/progress')
    expect(english.text).toContain("Bu Siti's hill")
    expect(english.text).toContain('Streak: 1 working day\n')
    expect(english.text).toContain('Badges: First stone')
    expect(english.media?.kind).toBe('photo')
  })

  it('is text alone when the picture is not taken, for whatever reason', async () => {
    const faults: Fault[] = [
      { kind: 'error', code: 400, description: 'Bad Request: PHOTO_INVALID_DIMENSIONS' },
      { kind: 'error', code: 502 },
      { kind: 'reset' },
    ]
    for (const fault of faults) {
      const clear = world.simulator.faults.add({ fault, methods: ['sendPhoto'] })
      const shown = await progress()
      clear()
      expect([fault, shown.media]).toEqual([fault, undefined])
      expect(shown.text).toContain('0 dari 15 pelajaran dijawab')
      expect(shown.buttons?.flat().map(({ text }) => text)).toEqual(['Jalur belajar'])
    }
    expect((await progress()).media?.kind).toBe('photo')
  })

  it('counts working days; a weekend, a pause and one missed day break nothing, two do', async () => {
    const streak = async (): Promise<string> =>
      /Beruntun: (.*)/.exec((await progress()).text)?.[1] ?? ''
    await world.advance(makassar(11, 26, 10))
    // Tuesday and Wednesday went by, with Monday's lesson open.
    expect(await streak()).toBe('mulai dari pelajaran berikutnya')
    await answerToday(true)
    expect(await streak()).toBe('1 hari kerja')
    await world.advance(makassar(11, 27, 10))
    await answerToday(true)
    await world.advance(makassar(11, 30, 10))
    await answerToday(true)
    expect(await streak()).toBe('3 hari kerja')
    // A lesson stands open through a pause of the rest of the week.
    await world.advance(makassar(12, 1, 10))
    await say(world, siti, '/jeda 4 hari')
    await world.advance(makassar(12, 7, 10))
    expect(await streak()).toBe('3 hari kerja')
    await answerToday(true)
    // The day on which the pause began counts for nothing, though its lesson was answered late.
    expect(await streak()).toBe('4 hari kerja')
    await world.advance(makassar(12, 8, 10))
    await answerToday(true)
    await world.advance(makassar(12, 11, 10))
    // Wednesday's lesson stood open on Thursday as well.
    expect(await streak()).toBe('mulai dari pelajaran berikutnya')
  })

  it('gives badges once each, in the line that follows or silently on their own', async () => {
    const [first] = await answerToday(false)
    expect(first?.text).toContain('Batu pertama terpasang')
    expect(first?.text).toContain('Batu pertama: pelajaran pertama sudah dijawab.')
    await world.advance(makassar(11, 24, 10))
    const [missed] = reviews(siti)
    if (missed === undefined) throw new Error('no review came')
    const shown = await during(world, siti, () => answerPoll(catalogue, siti, missed, true))
    const told = shown.filter(({ poll }) => poll === undefined)
    expect(told.map(({ text }) => text)).toEqual([
      'Sebuah lencana untuk bukit Anda:\nKini tahu: yang dulu keliru, hari ini dijawab benar.',
    ])
    expect(told[0]?.silent).toBe(true)
    const again = await answerToday(true)
    expect(again.filter(({ poll }) => poll === undefined)).toEqual([])
    expect((await progress()).text).toContain('Lencana: Batu pertama · Kini tahu')
    expect(await badgesKept()).toEqual({ badges: ['begun', 'corrected'] })
  })

  it('knows no badges where the organisation shows none', async () => {
    await writeSetting(world.app.db, 'badges.shown', false, world.clock.now())
    const [line] = await answerToday(true)
    expect(line?.text).not.toContain('lencana')
    expect((await progress()).text).not.toContain('Lencana')
    expect(await badgesKept()).toEqual({ badges: [] })
  })
})
