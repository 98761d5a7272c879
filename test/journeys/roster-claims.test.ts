import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addUnit, grantRole, importRoster, type Unit } from '../../src/people/index.ts'
import { rowsOf } from '../../src/platform/db/index.ts'
import type { SimulatedPerson } from '../../src/simulator/index.ts'
import { findButton, forgePress, newcomer, open, press, row, say } from '../support/journey-chat.ts'
import { slipsIn } from '../support/journey-sane.ts'
import { headlines, lessons, tap } from '../support/phone.ts'
import { openWorld, type World } from '../support/world.ts'

describe('a place on the roster', () => {
  let world: World
  let coordinator: SimulatedPerson
  let second: SimulatedPerson
  let stranger: SimulatedPerson
  let unit: Unit
  let id = 5100
  beforeAll(async () => {
    world = await openWorld()
    const { db } = world.app
    const now = world.clock.now()
    unit = await addUnit(db, { name: 'Dinas Lain', now })
    coordinator = await world.joined(5001, 'Baso')
    second = await world.joined(5002, 'Tenri')
    stranger = await world.joined(5003, 'Dewi')
    const root = (
      await row<{ id: string }>(world, sql`select id from units where parent_id is null`)
    ).id
    for (const [person, unitId] of [
      [coordinator, root],
      [second, root],
      [stranger, unit.id],
    ] as const) {
      const personId = await idOf(person)
      await db.transaction((tx) =>
        grantRole(tx, null, { personId, role: 'coordinator', unitId }, now),
      )
    }
    const names = [
      'Hj. St. Aminah, S.Kep.',
      'Hasnawati',
      'Budi Rahman',
      'Budi Rachman',
      'A. Tenriola',
      'Kartini Yusuf',
    ]
    await db.transaction((tx) =>
      importRoster(
        tx,
        names.map((name, i) => ({ line: i + 2, name, unitId: root, jobRole: null, phone: null })),
        now,
      ),
    )
  })
  afterAll(() => world.close())

  const idOf = async (person: SimulatedPerson): Promise<string> =>
    (await row<{ id: string }>(world, sql`select id from people where telegram_id = ${person.id}`))
      .id

  const claimedBy = async (name: string): Promise<number | null> =>
    (
      await row<{ by: number | null }>(
        world,
        sql`select p.telegram_id::int as by from roster_places r left join people p on p.id = r.person_id
          where r.name = ${name}`,
      )
    ).by

  const placeName = (person: SimulatedPerson): Promise<Record<string, unknown>[]> =>
    rowsOf(
      world.app.db,
      sql`select r.name from roster_places r join people p on p.id = r.person_id where p.telegram_id = ${person.id}`,
    )

  /** Comes in by the link and types the name. */
  async function joins(name: string): Promise<SimulatedPerson> {
    const person = newcomer(world, id++, 'Hape')
    await open(world, person, await world.invite())
    await press(world, person, 'Setuju, mulai')
    await say(world, person, name)
    for (const button of ['Ibu', 'Kesehatan']) await press(world, person, button)
    expect(lessons(person)).toHaveLength(1)
    return person
  }

  it('is claimed at once by the name, without titles, and nobody is asked', async () => {
    const before = coordinator.messages().length
    const siti = await joins('siti aminah')
    expect(await claimedBy('Hj. St. Aminah, S.Kep.')).toBe(siti.id)
    const andi = await joins('Andi Tenriola, S.Pd')
    expect(await claimedBy('A. Tenriola')).toBe(andi.id)
    expect(coordinator.messages()).toHaveLength(before)
  })

  it('that is taken is not taken again', async () => {
    const other = await joins('Siti Aminah')
    expect(await placeName(other)).toEqual([])
  })

  it('two who join at once under one name: one has it', async () => {
    const phones = [newcomer(world, id++, 'Satu'), newcomer(world, id++, 'Dua')]
    for (const phone of phones) {
      await open(world, phone, await world.invite())
      await press(world, phone, 'Setuju, mulai')
      await say(world, phone, 'Kartini Yusuf')
      await press(world, phone, 'Ibu')
    }
    for (const phone of phones) tap(phone, 'Kesehatan')
    await world.idle()
    const had = await Promise.all(phones.map(placeName))
    expect(had.flat()).toEqual([{ name: 'Kartini Yusuf' }])
    for (const phone of phones) expect(lessons(phone)).toHaveLength(1)
  })

  it('in doubt goes to the coordinators; the first who answers decides, with a way back', async () => {
    const person = await joins('Hasnawti')
    for (const one of [coordinator, second]) {
      expect(headlines(one).at(-1)).toContain('Hasnawti baru bergabung')
    }
    const button = 'Ini: Hasnawati'
    expect(findButton(coordinator, button)).toBeDefined()
    tap(coordinator, button)
    tap(second, button)
    await world.idle()
    expect(await claimedBy('Hasnawati')).toBe(person.id)
    const said = [coordinator, second].map((one) => headlines(one).at(-1))
    expect(said.filter((text) => text?.includes('sudah dicocokkan'))).toHaveLength(1)
    expect(said.filter((text) => text?.includes('sudah diputuskan'))).toHaveLength(1)
    const decided = [coordinator, second].find((one) =>
      headlines(one).at(-1)?.includes('dicocokkan'),
    )
    await press(world, decided ?? coordinator, 'Urungkan')
    expect(await claimedBy('Hasnawati')).toBeNull()
    // What a coordinator took back no import gives again.
    const { db } = world.app
    const root = (
      await row<{ id: string }>(world, sql`select id from units where parent_id is null`)
    ).id
    await db.execute(sql`update people set name = 'Hasnawati' where telegram_id = ${person.id}`)
    const line = { line: 2, name: 'Hasnawati', unitId: root, jobRole: null, phone: null }
    await db.transaction((tx) => importRoster(tx, [line], world.clock.now()))
    expect(await claimedBy('Hasnawati')).toBeNull()
  })

  it('of nobody: learns, and is not on the roster', async () => {
    const person = await joins('Budi Rahman')
    await press(world, coordinator, 'Tidak ada di daftar')
    expect(headlines(coordinator).at(-1)).toContain('tercatat di luar daftar')
    expect(await placeName(person)).toEqual([])
    const before = coordinator.messages().length
    expect(await placeName(await joins('Zulkifli'))).toEqual([])
    expect(coordinator.messages()).toHaveLength(before)
  })

  it('forged buttons do nothing, whoever presses them', async () => {
    const person = await joins('Budi Rahmn')
    const { id: doubt } = await row<{ id: number }>(
      world,
      sql`select id::int from roster_doubts where state = 'asked' order by id desc limit 1`,
    )
    for (const one of [stranger, person]) {
      for (const data of [`ly:${doubt}.0`, `ln:${doubt}`]) {
        await forgePress(world, one, data)
        expect(headlines(one).at(-1)).toContain('khusus koordinator')
      }
    }
    for (const data of [
      `ly:${doubt}.9`,
      'ly:999999.0',
      'ly:x',
      'ln:',
      'pr:x',
      'pr:AAAAAAAAAAAAAAAAAAAAAA',
    ]) {
      await forgePress(world, coordinator, data)
    }
    expect(await placeName(person)).toEqual([])
    expect(await row(world, sql`select state from roster_doubts where id = ${doubt}`)).toEqual({
      state: 'asked',
    })
  })

  it('leaves no slip on any phone and no failed update', async () => {
    expect(await slipsIn(world)).toEqual([])
  })
})
