import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Catalogue } from '../../src/content/index.ts'
import { addUnit } from '../../src/people/index.ts'
import type { SimulatedPerson } from '../../src/simulator/index.ts'
import { makeAdmin, makeCoordinator, placeIn } from '../support/coordinators.ts'
import { forgePress, makassar, press, row, say } from '../support/journey-chat.ts'
import { slipsIn } from '../support/journey-sane.ts'
import { headlines, tap } from '../support/phone.ts'
import { answer, readCatalogue } from '../support/quiz.ts'
import { openWorld, type World } from '../support/world.ts'

const SCHOOL = 'SD Contoh'
const OFFICE = 'Dinas Contoh'

describe('who lags', () => {
  let world: World
  let catalogue: Catalogue
  let baso: SimulatedPerson
  const people = new Map<string, SimulatedPerson>()
  const phone = (name: string): SimulatedPerson => {
    const found = people.get(name)
    if (found === undefined) throw new Error(`Nobody is called ${name}`)
    return found
  }
  /** Reminders that a coordinator asked for, on somebody's phone. */
  const asked = (name: string): number =>
    headlines(phone(name)).filter((line) => line.includes('koordinator Anda mengajak')).length

  beforeAll(async () => {
    catalogue = await readCatalogue()
    // Monday, 23 November 2026, 09.30.
    world = await openWorld()
    const now = world.clock.now()
    for (const name of [SCHOOL, OFFICE]) await addUnit(world.app.db, { name, now })
    baso = await world.joined(8300, 'Baso')
    answer(catalogue, baso, true)
    await makeCoordinator(world, 8300, SCHOOL)
    await placeIn(world, 8300, SCHOOL)
    const names = ['Siti', 'Rina', 'Tono', 'Budi', 'Camat', 'Gita', 'Diam']
    for (const [i, name] of names.entries()) {
      people.set(name, await world.joined(8301 + i, name))
      await placeIn(world, 8301 + i, SCHOOL)
    }
    people.set('Lain', await world.joined(8390, 'Lain'))
    await placeIn(world, 8390, OFFICE)
    await world.app.db.execute(
      sql`update people set job_role = 'pimpinan' where telegram_id = 8305`,
    )
    for (const name of ['Siti', 'Gita']) answer(catalogue, phone(name), true)
    await world.idle()
    await say(world, phone('Rina'), '/jeda 2 minggu')
    await say(world, phone('Tono'), 'berhenti')
    await say(world, phone('Diam'), 'jangan ingatkan saya')
    phone('Budi').block()
    await world.idle()
    await world.advance(makassar(11, 24, 10))
    for (const person of [phone('Gita'), baso]) answer(catalogue, person, true)
    await world.idle()
    await world.advance(makassar(11, 25, 10))
    for (const person of [phone('Gita'), baso]) answer(catalogue, person, true)
    await world.idle()
  })
  afterAll(() => world.close())

  it.each(['/belum_selesai', '/lagging', '/ingatkan', '/remind'])(
    '%s is for coordinators and admins',
    async (command) => {
      expect(await say(world, phone('Siti'), command)).toEqual([
        'Bagian itu khusus koordinator dan admin. Kalau Anda memerlukannya, silakan hubungi admin di kantor Anda.',
      ])
    },
  )

  it('is shown by reason, with how many of how many; leaders are counted', async () => {
    const [text] = await say(world, baso, '/belum_selesai')
    expect(text).toBe(
      [
        'Belum selesai: 6 dari 8 peserta\n• Belum menjawab: 1\n• Belum mulai: 2\n• Memblokir bot: 1\n• Cuti: 1\n• Jeda: 1',
        'Di antaranya 1 pimpinan; nama mereka tidak ditampilkan.',
        'Yang terlihat di sini hanya ikut atau belum, tidak pernah jawaban atau nilai.',
      ].join('\n\n'),
    )
  })

  it('each reason says who and since when, and names no leader', async () => {
    expect(await press(world, baso, 'Belum menjawab (1)')).toEqual([
      'Belum menjawab: 1 orang\n\n• Siti: belum menjawab 1 hari kerja',
    ])
    await press(world, baso, 'Semua alasan')
    expect(await press(world, baso, 'Belum mulai (2)')).toEqual([
      [
        'Belum mulai: 2 orang',
        '• Diam: belum mulai, 2 hari kerja; minta tidak diingatkan',
        'Di antaranya 1 pimpinan; nama mereka tidak ditampilkan.',
      ].join('\n\n'),
    ])
    await press(world, baso, 'Semua alasan')
    expect((await press(world, baso, 'Cuti (1)'))[0]).toContain(
      '• Rina: cuti sampai Minggu 6 Desember',
    )
    await press(world, baso, 'Semua alasan')
    expect((await press(world, baso, 'Memblokir bot (1)'))[0]).toContain('• Budi: tidak terjangkau')
    await press(world, baso, 'Semua alasan')
    expect((await press(world, baso, 'Jeda (1)'))[0]).toContain('• Tono: jeda')
  })

  it('gives a text for the unit’s group: how many of how many, thanks, no names', async () => {
    await say(world, baso, '/belum_selesai')
    const [text] = await press(world, baso, 'Teks untuk grup WhatsApp')
    expect(text).toContain(
      `Rekan-rekan ${SCHOOL}, sampai hari ini 2 dari 8 di antara kita sudah mengikuti`,
    )
    expect(text).toContain('Terima kasih banyak!')
    for (const name of people.keys()) expect(text).not.toContain(name)
    const url = baso.messages().at(-1)?.buttons?.[0]?.[0]
    expect(JSON.stringify(url)).toContain('https://wa.me/?text=Rekan-rekan%20SD%20Contoh')
  })

  it('one tap reminds one, once a day, and counts it', async () => {
    await say(world, baso, '/belum_selesai')
    await press(world, baso, 'Belum menjawab (1)')
    expect((await press(world, baso, 'Ingatkan Siti'))[0]).toMatch(
      /^1 orang saya ingatkan sekarang\./,
    )
    expect(asked('Siti')).toBe(1)
    expect((await press(world, baso, 'Ingatkan Siti'))[0]).toMatch(
      /^1 orang sudah diingatkan hari ini; sekali sehari cukup\./,
    )
    expect(asked('Siti')).toBe(1)
    // The ladder's own step does not come on the same day.
    const before = headlines(phone('Siti')).length
    await world.advance(makassar(11, 25, 16))
    expect(headlines(phone('Siti'))).toHaveLength(before)
  })

  it('one tap reminds all: leaders privately too, and nobody who is away or wishes none', async () => {
    await world.advance(makassar(11, 26, 10))
    await say(world, baso, '/ingatkan')
    const [text] = await press(world, baso, 'Ingatkan semua (3)')
    expect(text).toMatch(
      /^2 orang saya ingatkan sekarang\. 1 orang minta tidak diingatkan, dan itu saya hormati\. \d orang tidak saya ingatkan/,
    )
    expect(['Siti', 'Camat', 'Rina', 'Tono', 'Diam', 'Lain'].map(asked)).toEqual([1, 1, 0, 0, 0, 0])
  })

  it('in quiet hours it waits for the morning, and is said so', async () => {
    await world.advance(makassar(11, 26, 20))
    await say(world, baso, '/belum_selesai')
    await press(world, baso, 'Belum menjawab (1)')
    const before = headlines(phone('Siti')).length
    expect((await press(world, baso, 'Ingatkan Siti'))[0]).toMatch(
      /^1 orang saya ingatkan pada jam kerja mereka berikutnya/,
    )
    await world.advance(makassar(11, 27, 8, 59))
    expect(headlines(phone('Siti')).length).toBeLessThanOrEqual(before)
    await world.advance(makassar(11, 27, 9))
    expect(headlines(phone('Siti')).at(-1)).toContain('koordinator Anda mengajak')
    // It was the one of that day.
    await world.advance(makassar(11, 27, 17))
    expect(headlines(phone('Siti')).at(-1)).toContain('koordinator Anda mengajak')
  })

  it('two who press at once remind once', async () => {
    await world.advance(makassar(11, 30, 10))
    const other = await world.joined(8399, 'Andi')
    await makeAdmin(world, 8399)
    for (const person of [baso, other]) {
      await say(world, person, '/belum_selesai')
      await press(world, person, buttonLike(person, 'Belum menjawab ('))
    }
    const { n: before } = await nudgesOf('Siti')
    tap(baso, 'Ingatkan Siti')
    tap(other, 'Ingatkan Siti')
    await world.idle()
    expect((await nudgesOf('Siti')).n).toBe(before + 1)
  })

  const buttonLike = (person: SimulatedPerson, beginning: string): string =>
    (person.messages().at(-1)?.buttons ?? [])
      .flat()
      .map(({ text }) => text)
      .find((text) => text.startsWith(beginning)) ?? ''

  const nudgesOf = (name: string): Promise<{ n: number }> =>
    row(
      world,
      sql`select count(*)::int as n from nudges n join people p on p.id = n.person_id
        where p.name = ${name}`,
    )

  it('reaches nobody beyond her units, whatever button is forged', async () => {
    const { id } = await row<{ id: string }>(
      world,
      sql`select id from people where telegram_id = 8390`,
    )
    const before = (await nudgesOf('Lain')).n
    await forgePress(world, baso, `rem:unstarted.0.${id}`)
    await forgePress(world, phone('Siti'), `rem:unstarted.0.${id}`)
    await forgePress(world, phone('Siti'), 'remall')
    await forgePress(world, baso, 'remall:nonsense')
    await forgePress(world, baso, 'rempage:unanswered.999999999999999')
    await forgePress(world, baso, 'lagpage:')
    expect((await nudgesOf('Lain')).n).toBe(before)
    expect(asked('Lain')).toBe(0)
  })

  it('leaves no slip on any phone and no failed update', async () => {
    expect(await slipsIn(world)).toEqual([])
  })
})
