import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Catalogue } from '../../src/content/index.ts'
import { rowsOf } from '../../src/platform/db/index.ts'
import type { SimulatedPerson } from '../../src/simulator/index.ts'
import { findButton, forgePress, makassar, press, row, say } from '../support/journey-chat.ts'
import { slipsIn } from '../support/journey-sane.ts'
import { headlines, lessons } from '../support/phone.ts'
import { answer, readCatalogue } from '../support/quiz.ts'
import { openWorld, type World } from '../support/world.ts'

const DAY_MS = 24 * 3600_000
const WELCOME = /^Selamat datang kembali, Bu Rina\. Sejauh ini \d+ dari 15 pelajaran sudah dilalui/

/** Monday, 23 November 2026, half past nine; each test begins with people of its own. */
describe('leave', () => {
  let world: World
  let catalogue: Catalogue
  let id = 8000
  beforeAll(async () => {
    catalogue = await readCatalogue()
    world = await openWorld()
  })
  afterAll(() => world.close())

  /** Somebody who has answered the first lesson. */
  async function rina(): Promise<SimulatedPerson> {
    const person = await world.joined(id++, 'Rina')
    answer(catalogue, person, true)
    await world.idle()
    return person
  }

  const leavesOf = (person: SimulatedPerson): Promise<Record<string, unknown>[]> =>
    rowsOf(
      world.app.db,
      sql`select first_day::text as first, last_day::text as last, kind from leaves l
        join people p on p.id = l.person_id where p.telegram_id = ${person.id} order by first_day`,
    )

  it('ahead: said with its dates, changed and taken back by buttons', async () => {
    const person = await rina()
    const [told] = await say(world, person, '/jeda cuti 30 November - 4 Desember')
    expect(told).toContain('Jeda: Senin 30 November sampai Jumat 4 Desember')
    expect(told).toContain('pelajaran berikutnya datang Senin, 7 Desember, pukul 09.00')
    const first = { first: '2026-11-30', kind: 'leave' }
    expect(await leavesOf(person)).toEqual([{ ...first, last: '2026-12-04' }])
    expect((await press(world, person, 'Sehari lebih singkat'))[0]).toContain('Kamis 3 Desember')
    expect((await press(world, person, 'Sehari lebih lama'))[0]).toContain('Jumat 4 Desember')
    await press(world, person, 'Ubah harinya')
    expect((await say(world, person, 'sakit 1-2 Desember'))[0]).toContain(
      'Sakit: Selasa 1 Desember sampai Rabu 2 Desember',
    )
    expect(await leavesOf(person)).toEqual([
      { first: '2026-12-01', last: '2026-12-02', kind: 'sick' },
    ])
    expect((await press(world, person, 'Urungkan'))[0]).toContain('Sudah dibatalkan')
    expect(await leavesOf(person)).toEqual([])
  })

  it('several stand, are listed, and are cancelled one by one', async () => {
    const person = await rina()
    await say(world, person, '/jeda dinas 10-11 Desember')
    await say(world, person, '/pause 21 to 23 December')
    // The same twice is one.
    await say(world, person, '/jeda 21-23 Desember')
    const [list] = await say(world, person, '/jeda')
    expect(list).toContain('• Dinas: Kamis 10 Desember sampai Jumat 11 Desember')
    expect(list).toContain('• Jeda: Senin 21 Desember sampai Rabu 23 Desember')
    const [left] = await press(world, person, 'Batalkan 10–11 Des')
    expect(left).not.toContain('Dinas')
    expect(left).toContain('Senin 21 Desember')
    expect(await leavesOf(person)).toHaveLength(1)
  })

  it.each([
    ['/jeda 30 Februari', 'Tanggal 30 Februari tidak ada di kalender'],
    ['/jeda 6 Desember sampai 2 Desember', 'lebih dulu daripada hari pertamanya'],
    ['/jeda 2 November', 'Senin 2 November sudah lewat'],
    ['/jeda 5 Desember 2027', 'lebih dari 365 hari lagi'],
    ['/jeda 400 hari', 'paling lama 184 hari'],
    ['/jeda mulai Senin', 'Sampai kapan?'],
    ['/jeda 3 hari kerja', 'hari kalender, bukan hari kerja'],
    ['/jeda lama sekali', 'belum saya pahami'],
  ])('says what is wrong with %s', async (text, reply) => {
    const person = world.simulator.person({ id: 8001, firstName: 'Rina' })
    const before = await leavesOf(person)
    expect(await say(world, person, text)).toEqual([expect.stringContaining(reply)])
    expect(await leavesOf(person)).toEqual(before)
  })

  it('asks where it can mean two things, and takes the one that is chosen', async () => {
    const person = await rina()
    expect((await say(world, person, '/jeda 7-8'))[0]).toContain('Maksud Anda yang mana?')
    await press(world, person, 'Senin 7 Desember sampai Selasa 8 Desember')
    expect(await leavesOf(person)).toEqual([
      { first: '2026-12-07', last: '2026-12-08', kind: 'leave' },
    ])
    expect((await say(world, person, '/jeda sakit'))[0]).toContain('Sakit: berapa lama?')
    await press(world, person, '3 hari')
    expect((await leavesOf(person))[0]).toMatchObject({ kind: 'sick', last: '2026-11-25' })
  })

  it('forged buttons change nothing, and nobody else’s', async () => {
    const person = await rina()
    const other = await rina()
    await say(world, person, '/jeda 10-11 Desember')
    const { id: leave } = await row<{ id: string }>(
      world,
      sql`select max(id)::text as id from leaves`,
    )
    for (const data of [
      `leavecancel:${leave}`,
      `leaveundo:${leave}`,
      `leaveend:${leave}.2026-12-31`,
      'pauserange:2026-02-30.2026-03-01.leave',
      'pauserange:2026-12-09.2026-12-01.leave',
      'pausedays:9999',
      'resumeundo:2029-01-01.leave.',
    ]) {
      await forgePress(world, other, data)
    }
    await forgePress(world, person, `leaveend:${leave}.2026-12-01`)
    expect(await leavesOf(person)).toEqual([
      { first: '2026-12-10', last: '2026-12-11', kind: 'leave' },
    ])
    expect(await leavesOf(other)).toEqual([])
    // Her own leave of tomorrow, in words: taken as it is understood, and no update fails.
    await forgePress(world, other, 'resumeundo:besok.leave.')
    expect(await leavesOf(other)).toEqual([
      expect.objectContaining({ kind: 'leave', last: '2026-11-24' }),
    ])
  })

  it('/lanjut ends what stands today, welcomes, and can be undone', async () => {
    const person = await rina()
    await say(world, person, '/jeda 2 minggu')
    await say(world, person, '/jeda 21-23 Desember')
    const [back] = await say(world, person, '/lanjut')
    expect(back).toContain('Selamat datang kembali, Bu Rina')
    expect(back).toContain('1 dari 15')
    expect(back).toContain('besok pukul 09.00')
    expect(await leavesOf(person)).toHaveLength(1)
    const [undone] = await press(world, person, 'Urungkan')
    expect(undone).toContain('Senin 23 November sampai Minggu 6 Desember')
    expect(await say(world, person, '/lanjut')).toEqual([expect.stringContaining('Selamat datang')])
    expect(await say(world, person, '/lanjut')).toEqual([
      expect.stringContaining('tidak sedang jeda'),
    ])
  })

  it('a leave takes the place of a pause without an end, and gives it back when undone', async () => {
    const person = await rina()
    await say(world, person, '/jeda sampai saya kembali')
    const paused = (): Promise<unknown> =>
      row(world, sql`select paused from people where telegram_id = ${person.id}`)
    expect(await paused()).toEqual({ paused: true })
    await say(world, person, '/jeda 3 hari')
    expect(await paused()).toEqual({ paused: false })
    await press(world, person, 'Urungkan')
    expect(await paused()).toEqual({ paused: true })
  })

  describe('coming back', () => {
    it('one lesson with a welcome and one sound, never a pile, and only once', async () => {
      const person = await rina()
      await say(world, person, '/jeda 24 November - 4 Desember')
      const before = person.messages().length
      await world.advance(makassar(12, 7, 8, 59))
      expect(person.messages()).toHaveLength(before)
      await world.advance(makassar(12, 7, 9))
      const came = person.messages().slice(before)
      expect(came[0]?.text).toMatch(WELCOME)
      expect(came[0]?.text).toContain('1 dari 15')
      expect(came[0]?.text).toContain('Pelajaran 2 dari 15')
      expect(came.filter(({ silent }) => !silent)).toHaveLength(1)
      expect(lessons(person)).toHaveLength(2)

      // A clock that jumps back brings neither a lesson nor a welcome once more.
      const count = person.messages().length
      world.clock.moveTo(makassar(12, 4, 9))
      await world.app.tick()
      await world.idle()
      world.clock.moveTo(makassar(12, 7, 9, 30))
      await world.app.tick()
      await world.idle()
      expect(person.messages()).toHaveLength(count)
      answer(catalogue, person, true)
      await world.idle()
      await world.advance(makassar(12, 8, 9))
      expect(lessons(person)).toHaveLength(3)
      expect(headlines(person).filter((line) => WELCOME.test(line))).toHaveLength(1)
    })

    it('to a lesson that stood open: the reminder welcomes', async () => {
      const person = await world.joined(id++, 'Rina')
      await say(world, person, '/jeda seminggu')
      await world.advance(new Date(world.clock.now().getTime() + 8 * DAY_MS))
      const reminders = headlines(person).filter((line) => WELCOME.test(line))
      expect(reminders).toHaveLength(1)
      expect(reminders[0]).toContain('yang menunggu Anda sejak')
      expect(lessons(person)).toHaveLength(1)
    })

    it('early to a lesson that stood open: its reminder comes that day, and does not wait', async () => {
      const person = await world.joined(id++, 'Rina')
      await say(world, person, '/jeda 2 minggu')
      await world.advance(new Date(world.clock.now().getTime() + 4 * DAY_MS))
      const reminded = (): number =>
        headlines(person).filter((line) => /menunggu/.test(line) && !/kembali/.test(line)).length
      expect(reminded()).toBe(0)
      await say(world, person, '/lanjut')
      await world.advance(new Date(world.clock.now().getTime() + 4 * DAY_MS))
      expect(reminded()).toBeGreaterThan(0)
    })

    it('after two days: a lesson, and no welcome', async () => {
      const person = await rina()
      const day = world.clock.now()
      await say(world, person, '/jeda besok')
      await world.advance(new Date(day.getTime() + 4 * DAY_MS))
      expect(lessons(person).length).toBeGreaterThan(1)
      expect(headlines(person).filter((line) => WELCOME.test(line))).toEqual([])
    })

    it('early, by /lanjut: the welcome was said already', async () => {
      const person = await rina()
      await say(world, person, '/jeda 2 minggu')
      await world.advance(new Date(world.clock.now().getTime() + 6 * DAY_MS))
      await say(world, person, '/lanjut')
      const said = headlines(person).filter((line) => WELCOME.test(line)).length
      await world.advance(new Date(world.clock.now().getTime() + 4 * DAY_MS))
      expect(lessons(person).length).toBeGreaterThan(1)
      expect(headlines(person).filter((line) => WELCOME.test(line))).toHaveLength(said)
    })
  })

  describe('quiet hours and zone', () => {
    it('are set by words and buttons, and say when the next lesson comes', async () => {
      const person = await rina()
      expect((await say(world, person, '/jadwal'))[0]).toContain('Jam tenang Anda: 18.00–07.00')
      await press(world, person, 'Jam tenang')
      const [set] = await press(world, person, '20.00–06.00')
      expect(set).toContain('Jam tenang Anda: 20.00–06.00')
      expect(set).toContain('pukul 09.00')
      expect((await say(world, person, '/jadwal 19.30'))[0]).toContain(
        'pelajaran datang pukul 19.30',
      )
      const [zone] = await say(world, person, '/jadwal WIB')
      expect(zone).toContain('Jam Anda sekarang WIB')
      expect(zone).toContain('pukul 19.30')
      expect((await say(world, person, '/time zone Asia/Tokyo'))[0]).toContain('Asia/Tokyo')
      expect((await say(world, person, '/jadwal 10.30 WITA'))[0]).toContain('10.30')
      expect(
        await row(
          world,
          sql`select timezone, lesson_minute, day_begins, day_ends from people
            where telegram_id = ${person.id}`,
        ),
      ).toEqual({ timezone: 'Asia/Makassar', lesson_minute: 630, day_begins: 360, day_ends: 1200 })
      await say(world, person, '/jadwal')
      await press(world, person, 'Zona waktu')
      await press(world, person, 'Zona lain')
      expect((await say(world, person, 'Wakanda'))[0]).toContain('belum saya kenal')
      expect((await say(world, person, 'WIT'))[0]).toContain('Jam Anda sekarang WIT')
      // A command ends the asking: what is said after it is no zone.
      await say(world, person, '/jadwal')
      await press(world, person, 'Jam tenang')
      await press(world, person, 'Tulis jam lain')
      await say(world, person, '/progres')
      expect((await say(world, person, '21-5'))[0]).toContain('Tulisan itu apa, ya')
    })

    it('refuse what cannot be had together, and mend it by one tap', async () => {
      const person = await rina()
      const [refused] = await say(world, person, '/jadwal tenang 21.00-10.00')
      expect(refused).toContain('Pelajaran Anda pukul 09.00, padahal jam tenangnya 21.00–10.00')
      expect((await press(world, person, 'Ya, dan pelajaran pukul 10.00'))[0]).toContain(
        'Jam tenang Anda: 21.00–10.00',
      )
      expect((await say(world, person, '/jadwal 09.00'))[0]).toContain('ada di dalam jam tenang')
      expect(findButton(person, 'Pukul 10.00 saja')).toBeDefined()
      expect((await say(world, person, '/jadwal tenang 12.00-13.00'))[0]).toContain(
        'di tengah hari',
      )
      expect((await say(world, person, '/jadwal tenang 25.61-06.00'))[0]).toContain(
        'belum saya pahami',
      )
      expect((await say(world, person, '/jadwal tenang 10.30-10.00'))[0]).toContain(
        'paling sedikit satu jam',
      )
      expect((await say(world, person, '/jadwal 25:61'))[0]).toContain('belum saya pahami')
    })
  })

  it('leaves no slip on any phone and no failed update', async () => {
    expect(await slipsIn(world)).toEqual([])
  })
})
