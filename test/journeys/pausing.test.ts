import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Catalogue } from '../../src/content/index.ts'
import { makassar, press, say } from '../support/journey-chat.ts'
import { slipsIn } from '../support/journey-sane.ts'
import { headlines, lessons } from '../support/phone.ts'
import { answer, readCatalogue } from '../support/quiz.ts'
import { openWorld, type World } from '../support/world.ts'

/** Monday, 23 November 2026, half past nine; each test begins with people of its own. */
describe('pausing', () => {
  let world: World
  let catalogue: Catalogue
  beforeAll(async () => {
    catalogue = await readCatalogue()
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('/jeda 3 hari: silent to the end of the third day, and the lesson on the next', async () => {
    const done = await world.joined(9001, 'Siti')
    answer(catalogue, done, true)
    await world.idle()
    const open = await world.joined(9002, 'Rina')
    const told = await say(world, done, '/jeda 3 hari')
    expect(told).toEqual([
      expect.stringContaining(
        'Jeda: Senin 23 November sampai Rabu 25 November. Selama itu saya diam',
      ),
    ])
    expect(told[0]).toContain('Kamis, 26 November, pukul 09.00')
    await say(world, open, '/pause')
    // With a lesson open none comes on Thursday: the one that waits is named instead.
    const [toldOpen] = await press(world, open, '3 hari')
    expect(toldOpen).toContain('Senin 23 November sampai Rabu 25 November')
    expect(toldOpen).toContain('Masih ada pelajaran yang menunggu jawaban Anda')
    expect(toldOpen).not.toContain('Kamis, 26 November')

    const before = [done, open].map((person) => person.messages().length)
    await world.advance(makassar(11, 26, 8, 59))
    expect([done, open].map((person) => person.messages().length)).toEqual(before)
    await world.advance(makassar(11, 26, 9))
    expect(lessons(done).at(-1)?.text).toMatch(/^Pelajaran 2 dari 15/)
    expect(lessons(done).at(-1)?.silent).toBe(false)
    // An open lesson stays the one that is open; its reminder comes again on the first day back.
    expect(lessons(open)).toHaveLength(1)
    await world.advance(makassar(11, 26, 14))
    expect(headlines(open).at(-1)).toContain('Bu Rina, ')
    expect(headlines(open).at(-1)).toContain('menunggu')
  })

  it.each(['/jeda lama', '/jeda 0', '/jeda -3', '/jeda 1.5 hari', '/jeda 3 hari 4 hari'])(
    'asks again on what is no length of a pause: %s',
    async (text) => {
      const rina = world.simulator.person({ id: 9002, firstName: 'Rina' })
      expect(await say(world, rina, text)).toEqual([
        expect.stringContaining('lamanya belum saya pahami'),
      ])
      const [progress] = await say(world, rina, '/progres')
      expect(progress).not.toContain('jeda')
    },
  )

  it('a pause of today alone ends at midnight, and says so', async () => {
    const budi = await world.joined(9003, 'Budi')
    answer(catalogue, budi, true)
    await world.idle()
    await say(world, budi, '/jeda')
    const [told] = await press(world, budi, 'Hari ini saja')
    expect(told).toContain('Jeda: Kamis 26 November. Selama itu saya diam')
    expect(told).toContain('besok pukul 09.00')
    expect((await say(world, budi, '/progres'))[0]).toContain('Sedang jeda sampai 26 November 2026')
    await world.advance(makassar(11, 27, 9))
    expect(lessons(budi)).toHaveLength(2)
    expect(await say(world, budi, '/lanjut')).toEqual([
      expect.stringContaining('tidak sedang jeda'),
    ])
  })

  it.each(['berhenti', 'Stop', 'button'])(
    '%s: nothing comes any more until /lanjut',
    async (word) => {
      const person = await world.joined(9100 + word.length, 'Tono')
      answer(catalogue, person, true)
      await world.idle()
      if (word === 'button') {
        await say(world, person, '/jeda')
        await press(world, person, 'Sampai saya kembali')
      } else {
        expect(await say(world, person, word)).toEqual([
          expect.stringContaining('berhenti mengirim'),
        ])
      }
      const before = person.messages().length
      await world.advance(new Date(world.clock.now().getTime() + 8 * 24 * 3600_000))
      expect(person.messages()).toHaveLength(before)
      expect(await say(world, person, '/lanjut')).toEqual([
        expect.stringContaining('Selamat datang kembali'),
      ])
      await world.advance(new Date(world.clock.now().getTime() + 4 * 24 * 3600_000))
      expect(lessons(person)).toHaveLength(2)
    },
  )

  it('berhenti with a lesson open: no reminder either', async () => {
    const tuti = await world.joined(9004, 'Tuti')
    await say(world, tuti, 'berhenti')
    const before = tuti.messages().length
    await world.advance(new Date(world.clock.now().getTime() + 8 * 24 * 3600_000))
    expect(tuti.messages()).toHaveLength(before)
  })

  it('within a pause no answer promises a lesson before its end', async () => {
    const wati = await world.joined(9005, 'Wati')
    answer(catalogue, wati, true)
    await world.idle()
    await say(world, wati, '/jeda 7')
    const soon = /besok|hari ini pukul/
    expect((await say(world, wati, '/jadwal 10.30'))[0]).not.toMatch(soon)
    expect((await say(world, wati, '/materi'))[0]).not.toMatch(soon)
    await press(world, wati, 'Ambil pelajaran berikutnya')
    answer(catalogue, wati, true)
    await world.idle()
    expect((await say(world, wati, '/materi'))[0]).not.toMatch(soon)
    const before = wati.messages().length
    await world.advance(new Date(world.clock.now().getTime() + 3 * 24 * 3600_000))
    expect(wati.messages()).toHaveLength(before)
  })

  it('who returns to an open lesson is told of that one, not of a next that will not come', async () => {
    const agus = await world.joined(9006, 'Agus')
    await say(world, agus, '/jeda 7')
    const [text] = await say(world, agus, '/lanjut')
    expect(text).toContain('Selamat datang kembali')
    expect(text).not.toMatch(/Pelajaran berikutnya datang/)
  })

  it('leaves no slip on any phone and no failed update', async () => {
    expect(await slipsIn(world)).toEqual([])
  })
})
