import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addUnit, importRoster } from '../../src/people/index.ts'
import type { SimulatedPerson } from '../../src/simulator/index.ts'
import { makeCoordinator } from '../support/coordinators.ts'
import { findButton, forgePress, press, row, say } from '../support/journey-chat.ts'
import { slipsIn } from '../support/journey-sane.ts'
import { openWorld, type World } from '../support/world.ts'

const UNIT = 'Dinas Contoh'

describe('a name on the roster that was entered wrongly', () => {
  let world: World
  let coordinator: SimulatedPerson
  let elsewhere: SimulatedPerson
  const names = (): Promise<{ names: string[] }> =>
    row(
      world,
      sql`select coalesce(json_agg(name order by name), '[]'::json) as names from roster_places`,
    )
  const placeId = async (name: string): Promise<number> =>
    (await row<{ id: number }>(world, sql`select id::int from roster_places where name = ${name}`))
      .id

  beforeAll(async () => {
    world = await openWorld()
    const { db } = world.app
    const now = world.clock.now()
    const unit = await addUnit(db, { name: UNIT, now })
    await addUnit(db, { name: 'Dinas Lain', now })
    coordinator = await world.joined(8800, 'Baso')
    elsewhere = await world.joined(8801, 'Dewi')
    await makeCoordinator(world, 8800, UNIT)
    await makeCoordinator(world, 8801, 'Dinas Lain')
    const line = (name: string, at: number) => ({
      line: at,
      name,
      unitId: unit.id,
      jobRole: null,
      phone: '6281234567890',
    })
    await db.transaction((tx) => importRoster(tx, [line('Amin', 2), line('Salah Ketik', 3)], now))
  })
  afterAll(() => world.close())

  it('is found in the list, and taken off with one tap', async () => {
    expect((await say(world, coordinator, '/peserta'))[0]).toContain('2. Salah Ketik')
    expect((await press(world, coordinator, '2'))[0]).toBe(
      `Salah Ketik\n${UNIT}\n\nAda di daftar pegawai, tetapi belum bergabung.`,
    )
    expect((await press(world, coordinator, 'Salah tulis? Hapus dari daftar'))[0]).toContain(
      'Salah Ketik dihapus dari daftar pegawai',
    )
    expect(await names()).toEqual({ names: ['Amin'] })
    expect(
      await row(
        world,
        sql`select r.name, p.telegram_id::int as by from roster_removals r
          join people p on p.id = r.removed_by`,
      ),
    ).toEqual({ name: 'Salah Ketik', by: 8800 })
  })

  it('comes back as it was, once', async () => {
    expect((await press(world, coordinator, 'Urungkan'))[0]).toContain('belum bergabung')
    expect(
      await row(world, sql`select phone from roster_places where name = 'Salah Ketik'`),
    ).toEqual({ phone: '6281234567890' })
    const { id } = await row<{ id: number }>(world, sql`select id::int from roster_removals`)
    await forgePress(world, coordinator, `lu:${id}`)
    expect(await names()).toEqual({ names: ['Amin', 'Salah Ketik'] })
  })

  it('leads back to the list', async () => {
    expect((await press(world, coordinator, 'Kembali ke daftar peserta'))[0]).toContain('Peserta')
    expect(findButton(coordinator, '2')).toBeDefined()
  })

  it('is not taken off by a coordinator of another unit, nor once somebody has joined by it', async () => {
    const id = await placeId('Amin')
    await forgePress(world, elsewhere, `lr:${id}`)
    await world.app.db.execute(sql`
      update roster_places set person_id = (select id from people where telegram_id = 8800)
      where id = ${id}`)
    await forgePress(world, coordinator, `lr:${id}`)
    await forgePress(world, coordinator, 'lr:x')
    expect(await names()).toEqual({ names: ['Amin', 'Salah Ketik'] })
  })

  it('leaves no slip on any phone and no failed update', async () => {
    expect(await slipsIn(world)).toEqual([])
  })
})
