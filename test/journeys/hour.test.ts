import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Catalogue } from '../../src/content/index.ts'
import type { SimulatedPerson } from '../../src/simulator/index.ts'
import { findButton, makassar, press, row, say } from '../support/journey-chat.ts'
import { slipsIn } from '../support/journey-sane.ts'
import { lessons } from '../support/phone.ts'
import { answer, readCatalogue } from '../support/quiz.ts'
import { openWorld, type World } from '../support/world.ts'

describe('the hour of the lesson', () => {
  let world: World
  let siti: SimulatedPerson
  let catalogue: Catalogue
  beforeAll(async () => {
    catalogue = await readCatalogue()
    // Monday, 23 November 2026, 09.30 in Makassar.
    world = await openWorld()
    siti = await world.joined(1101)
  })
  afterAll(() => world.close())

  async function done(): Promise<void> {
    answer(catalogue, siti, true)
    await world.idle()
  }

  it('changed after today’s lesson: tomorrow, and no second one today', async () => {
    await done()
    const [text] = await say(world, siti, '/jadwal 10.30')
    expect(text).toContain('pukul 10.30')
    expect(text).toContain('besok pukul 10.30')
    await world.advance(makassar(11, 23, 23))
    expect(lessons(siti)).toHaveLength(1)
    await world.advance(makassar(11, 24, 10, 29))
    expect(lessons(siti)).toHaveLength(1)
    await world.advance(makassar(11, 24, 10, 30))
    expect(lessons(siti)).toHaveLength(2)
    await done()
  })

  it('changed to a later hour before today’s lesson: moves it', async () => {
    await world.advance(makassar(11, 25, 8))
    await say(world, siti, '/jam')
    const [text] = await press(world, siti, '13.00')
    expect(text).toContain('hari ini pukul 13.00')
    await world.advance(makassar(11, 25, 12, 59))
    expect(lessons(siti)).toHaveLength(2)
    await world.advance(makassar(11, 25, 13))
    expect(lessons(siti)).toHaveLength(3)
  })

  it('takes the place of its question: the buttons are gone once one is pressed', () => {
    expect(findButton(siti, '13.00')).toBeUndefined()
  })

  it('a press that only changes a message uses up no sound: the lesson after it has one', async () => {
    await done()
    await say(world, siti, '/jadwal')
    await world.advance(makassar(11, 26, 7, 30))
    expect((await press(world, siti, '10.00'))[0]).toContain('hari ini pukul 10.00')
    await world.advance(makassar(11, 26, 10))
    expect(lessons(siti).at(-1)?.date).toBe(makassar(11, 26, 10).getTime() / 1000)
    expect(lessons(siti).at(-1)?.silent).toBe(false)
  })

  it.each(['/jadwal 25:61', '/jadwal pagi', '/jam 9.5', '/time -7'])(
    'asks again on what is no hour: %s',
    async (text) => {
      const before = await row(world, sql`select lesson_minute from people`)
      expect(await say(world, siti, text)).toEqual([
        expect.stringContaining('jam itu belum saya pahami'),
      ])
      expect(await row(world, sql`select lesson_minute from people`)).toEqual(before)
    },
  )

  it.each([
    ['/jadwal 18.00', 'Pukul 17.00 saja'],
    ['/jadwal 06.59', 'Pukul 07.00 saja'],
  ])('refuses an hour in quiet hours, and says how to mend it: %s', async (text, mend) => {
    const before = await row(world, sql`select lesson_minute from people`)
    expect(await say(world, siti, text)).toEqual([
      expect.stringContaining('ada di dalam jam tenang (18.00–07.00)'),
    ])
    expect(await row(world, sql`select lesson_minute from people`)).toEqual(before)
    expect(findButton(siti, mend)).toBeDefined()
  })

  it.each([
    ['/time 08:15', '08.15'],
    ['/jam 7', '07.00'],
    ['/jadwal pukul 17.59', '17.59'],
    ['/jadwal 12.00', '12.00'],
  ])('understands %s', async (text, hour) => {
    expect((await say(world, siti, text))[0]).toContain(`pelajaran datang pukul ${hour}`)
  })

  it('waits on a Friday until prayer is over', async () => {
    await done()
    await world.advance(makassar(12, 3, 12))
    await done()
    await world.advance(makassar(12, 4, 13, 29))
    const before = lessons(siti).length
    await world.advance(makassar(12, 4, 13, 30))
    expect(lessons(siti)).toHaveLength(before + 1)
  })

  it('leaves no slip on any phone and no failed update', async () => {
    expect(await slipsIn(world)).toEqual([])
  })
})
