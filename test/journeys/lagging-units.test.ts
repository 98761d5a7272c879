import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { shortId } from '../../src/bot/short-id.ts'
import { addUnit, type Unit } from '../../src/people/index.ts'
import type { SimulatedPerson } from '../../src/simulator/index.ts'
import { makeAdmin, makeCoordinator, placeIn } from '../support/coordinators.ts'
import {
  findButton,
  forgePress,
  makassar,
  press,
  row,
  say,
  textsOf,
} from '../support/journey-chat.ts'
import { slipsIn } from '../support/journey-sane.ts'
import { headlines } from '../support/phone.ts'
import { openWorld, type World } from '../support/world.ts'

const PARENT = 'Kecamatan Uji'
const BELOW = 'Desa Uji'
const OTHER = 'Dinas Lain'

describe('who lags, of one unit', () => {
  let world: World
  let admin: SimulatedPerson
  let desa: SimulatedPerson
  let dinas: SimulatedPerson
  let other: Unit
  const asked = (person: SimulatedPerson): number =>
    headlines(person).filter((line) => line.includes('koordinator Anda mengajak')).length

  beforeAll(async () => {
    // Monday, 23 November 2026, 09.30.
    world = await openWorld()
    const now = world.clock.now()
    await addUnit(world.app.db, { name: PARENT, now })
    await addUnit(world.app.db, { name: BELOW, parent: PARENT, now })
    other = await addUnit(world.app.db, { name: OTHER, now })
    admin = await world.joined(8500, 'Baso')
    await makeAdmin(world, 8500)
    desa = await world.joined(8501, 'Siti')
    await placeIn(world, 8501, BELOW)
    dinas = await world.joined(8502, 'Lain')
    await placeIn(world, 8502, OTHER)
    await world.idle()
    await world.advance(makassar(11, 25, 10))
  })
  afterAll(() => world.close())

  it('is narrowed by a part of its name, to it and what stands below it', async () => {
    expect((await say(world, admin, '/belum_selesai kecamatan'))[0]).toMatch(
      /^Unit: Kecamatan Uji\n\nBelum selesai: 1 dari 1 peserta/,
    )
    expect((await press(world, admin, 'Belum mulai (1)'))[0]).toMatch(
      /^Unit: Kecamatan Uji\n\nBelum mulai: 1 orang\n\n• Siti/,
    )
    expect((await press(world, admin, 'Semua alasan'))[0]).toContain('1 dari 1 peserta')
    expect((await press(world, admin, 'Semua unit saya'))[0]).toContain('3 dari 3 peserta')
  })

  it('a name that several have says so, and offers them', async () => {
    expect(await say(world, admin, '/lagging uji')).toEqual([
      'Ada 2 unit dengan nama seperti itu. Yang mana?',
    ])
    expect((await press(world, admin, BELOW))[0]).toMatch(/^Unit: Desa Uji\n/)
    expect((await say(world, admin, '/belum_selesai desa uji'))[0]).toMatch(/^Unit: Desa Uji\n/)
  })

  it('a name that none has says how to go on', async () => {
    expect((await say(world, admin, '/belum_selesai puskesmas'))[0]).toContain(
      'tidak saya temukan di antara unit Anda',
    )
  })

  it('is narrowed by button, and reminds nobody beyond it', async () => {
    await say(world, admin, '/belum_selesai')
    expect((await press(world, admin, 'Pilih unit'))[0]).toContain('Unit yang mana?')
    await press(world, admin, OTHER)
    expect((await press(world, admin, 'Ingatkan semua (1)'))[0]).toMatch(
      /^1 orang saya ingatkan sekarang\.\n\nUnit: Dinas Lain\n/,
    )
    expect([desa, dinas].map(asked)).toEqual([0, 1])
    await say(world, admin, '/belum_selesai desa')
    await press(world, admin, 'Belum mulai (1)')
    expect((await press(world, admin, 'Ingatkan Siti'))[0]).toMatch(
      /^1 orang saya ingatkan sekarang\.\n\nUnit: Desa Uji\n/,
    )
    expect([desa, dinas].map(asked)).toEqual([1, 1])
  })

  it('gives the text for the group of that unit', async () => {
    await say(world, admin, '/belum_selesai dinas')
    expect((await press(world, admin, 'Teks untuk grup WhatsApp'))[0]).toContain(
      `Rekan-rekan ${OTHER}`,
    )
  })

  it('a coordinator sees no unit that is not hers, by name or by a forged button', async () => {
    await makeCoordinator(world, 8501, BELOW)
    expect((await say(world, desa, '/belum_selesai dinas'))[0]).toContain('tidak saya temukan')
    await say(world, desa, '/belum_selesai')
    expect(findButton(desa, 'Pilih unit')).toBeUndefined()
    const short = shortId(other.id)
    const { id } = await row<{ id: string }>(
      world,
      sql`select id from people where telegram_id = 8502`,
    )
    for (const data of [
      `lag:${short}`,
      `lag:nonsense`,
      `lagtext:${short}`,
      `lagpage:unstarted.0.${short}`,
      `remall:all.${short}`,
      `rempage:unstarted.0.${short}`,
      `rem:1.0.${shortId(id)}.${short}`,
    ]) {
      const before = desa.messages().length
      await forgePress(world, desa, data)
      const said = textsOf(desa.messages().slice(before))
      expect([data, ...said]).toEqual([data, 'Tombol ini sudah tidak berlaku.'])
    }
    expect(asked(dinas)).toBe(1)
  })

  it('leaves no slip on any phone and no failed update', async () => {
    expect(await slipsIn(world)).toEqual([])
  })
})
